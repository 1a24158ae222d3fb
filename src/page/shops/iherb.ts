import type { Shop } from "./shop.ts";

export const iherb: Shop = {
  id: "iherb",
  hosts: ["iherb"],
  name: "h1#name",
  zones: {
    title: "#product-summary-header",
    description: "#product-overview .prodOverviewDetail",
    review: "#product-reviews,.reviews-container",
    tile: ".product-cell-container",
  },
  ingredients: ".prodOverviewIngred",
};
