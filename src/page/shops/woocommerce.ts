import type { Shop } from "./shop.ts";

export const woocommerce: Shop = {
  id: "woocommerce",
  hosts: [],
  sign: "body.woocommerce-page,body.woocommerce",
  name: ".product_title",
  category: ".woocommerce-breadcrumb a",
  zones: {
    title: ".product_title",
    bullets: ".woocommerce-product-details__short-description",
    description: "#tab-description",
    review: "#reviews",
    tile: ".related.products,.upsells,ul.products li.product",
  },
};
