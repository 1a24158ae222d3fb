import type { Shop } from "./shop.ts";

export const etsy: Shop = {
  id: "etsy",
  hosts: ["etsy"],
  name: "h1[data-buy-box-listing-title]",
  zones: {
    bullets: "[data-selector=product-details-highlights]",
    description: "[data-product-details-description-text-content],[data-id=description-text]",
    review: "#reviews",
    tile: ".v2-listing-card",
  },
};
