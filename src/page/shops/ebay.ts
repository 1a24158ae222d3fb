import type { Shop } from "./shop.ts";

export const ebay: Shop = {
  id: "ebay",
  hosts: ["ebay", "ebaydesc"],
  name: ".x-item-title__mainTitle",
  zones: {
    title: ".x-item-title,#itemTitle",
    bullets: ".x-about-this-item",
    description: "#desc_div,#ds_div",
    tile: "[id^=merch_html_],[class*=merch-module]",
    review: ".fdbk-container,[class*=feedback]",
  },
};
