import type { Shop } from "./shop.ts";

export const target: Shop = {
  id: "target",
  hosts: ["target"],
  name: "[data-test=product-title]",
  zones: {
    title: "[data-test=product-title]",
    description: "[data-test=item-details-description]",
    review: "[data-test=reviews-list],[data-test=review-card]",
  },
};
