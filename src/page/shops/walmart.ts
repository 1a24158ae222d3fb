import type { Shop } from "./shop.ts";

export const walmart: Shop = {
  id: "walmart",
  hosts: ["walmart"],
  name: "h1[itemprop=name]",
  zones: {
    title: "h1[itemprop=name]",
    description: "[data-testid=product-description-content]",
    review:
      "#item-review-section,[data-testid=enhanced-review-section],[data-testid=enhanced-review-content],[data-testid=seller-ratings-and-reviews]",
    tile: "[data-item-id]",
  },
};
