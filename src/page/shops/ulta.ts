import type { Shop } from "./shop.ts";

export const ulta: Shop = {
  id: "ulta",
  hosts: ["ulta"],
  zones: {
    title: ".ProductInformation,.ProductMainSection__productName",
    description: ".ProductDetail__productContent",
    review: "#reviews,.ReviewsList",
    tile: ".ProductCard",
  },
  ingredients: ".ProductDetail__ingredients",
};
