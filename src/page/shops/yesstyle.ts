import type { Shop } from "./shop.ts";

export const yesstyle: Shop = {
  id: "yesstyle",
  hosts: ["yesstyle"],
  brand: "[class*=productDetailPage_productUpper-heading] h1 a",
  zones: {
    title: "[class*=productDetailPage_productUpper-heading]",
    review: "[class*=customerreviews_]",
  },
};
