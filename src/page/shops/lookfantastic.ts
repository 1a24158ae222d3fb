import type { Shop } from "./shop.ts";

export const lookfantastic: Shop = {
  id: "lookfantastic",
  hosts: ["lookfantastic", "cultbeauty", "skinstore", "mankind", "beautyexpert"],
  name: "h1.productName_title",
  brand: "[data-information-component=brand] .productDescription_contentPropertyValue",
  zones: {
    title: ".productName",
    description: ".productDescription_contentProperties",
    review: ".athenaProductReviews",
    tile: ".productBlock,.trendingProducts",
  },
  ingredients: "[data-information-component=ingredients]",
};
