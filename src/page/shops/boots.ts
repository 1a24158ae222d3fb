import type { Shop } from "./shop.ts";

export const boots: Shop = {
  id: "boots",
  hosts: ["boots"],
  name: "#estore_product_title h1",
  zones: {
    title: "#estore_product_title",
    description: "#contentOmnipresent",
    tile: ".estore_product_container",
  },
};
