import type { Shop } from "./shop.ts";

export const sephora: Shop = {
  id: "sephora",
  hosts: ["sephora"],
  name: "[data-at=product_name]",
  brand: "[data-at=brand_name]",
  zones: {
    review: "#ratings-reviews-container,[data-comp~=Review]",
    tile: "[data-comp~=ProductTile],[data-comp~=ProductCard]",
  },
  ingredients: "#ingredients",
};
