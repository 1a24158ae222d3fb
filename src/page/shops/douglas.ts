import type { Shop } from "./shop.ts";

export const douglas: Shop = {
  id: "douglas",
  hosts: ["douglas"],
  name: ".brand-line__container .header-name",
  brand: ".brand-line__container .brand-line",
  zones: {
    title: ".brand-line__container",
    bullets: "[data-testid=product-detail-info__classifications]",
    description: ".product-details__description",
    tile: ".product-tile",
  },
};
