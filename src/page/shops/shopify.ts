import type { Shop } from "./shop.ts";

export const shopify: Shop = {
  id: "shopify",
  hosts: [],
  sign: '[id^=shopify-section],link[href*="cdn.shopify.com"],script[src*="cdn.shopify.com"]',
  zones: {
    title: ".product__title",
    description: ".product__description",
    review: "#shopify-product-reviews,.spr-reviews,.jdgm-widget,.okeReviews,.stamped-container,.loox-reviews",
    tile: "product-recommendations,.card-wrapper,.product-card-wrapper",
  },
};
