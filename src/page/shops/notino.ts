import type { Shop } from "./shop.ts";

export const notino: Shop = {
  id: "notino",
  hosts: ["notino"],
  name: "[data-testid=pd-header-title] > span",
  brand: "[data-testid=pd-header-title] > a",
  // The shop writes it so.
  category: "[data-testid=brandcrumb-wrapper]",
  zones: {
    title: "[data-testid=pd-header-title]",
    description: "[data-testid=pd-description-text]",
    review: "#pdReviewsScroll",
    tile: "[data-testid=product-container]",
  },
};
