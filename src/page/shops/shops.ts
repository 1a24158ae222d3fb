/** The shops whose pages are known, and finding the one that a page belongs to. */
import { query, rootOf } from "../dom.ts";
import { amazon } from "./amazon.ts";
import { boots } from "./boots.ts";
import { douglas } from "./douglas.ts";
import { ebay } from "./ebay.ts";
import { etsy } from "./etsy.ts";
import { iherb } from "./iherb.ts";
import { lookfantastic } from "./lookfantastic.ts";
import { notino } from "./notino.ts";
import { sephora } from "./sephora.ts";
import type { Shop } from "./shop.ts";
import { shopify } from "./shopify.ts";
import { target } from "./target.ts";
import { ulta } from "./ulta.ts";
import { walmart } from "./walmart.ts";
import { woocommerce } from "./woocommerce.ts";
import { yesstyle } from "./yesstyle.ts";

/** Shops by their hosts first: a known shop may run on a platform as well. */
export const SHOPS: readonly Shop[] = [
  amazon,
  boots,
  douglas,
  ebay,
  etsy,
  iherb,
  lookfantastic,
  notino,
  sephora,
  target,
  ulta,
  walmart,
  yesstyle,
  shopify,
  woocommerce,
];

/** The shop that a document belongs to, by the name of its host, else by the sign of a platform; null where it is none that is known. */
export function shopOf(host: string, document: Document): Shop | null {
  const labels = host.toLowerCase().split(".");
  const root = rootOf(document);
  return (
    SHOPS.find(({ hosts }) => hosts.some((name) => labels.includes(name))) ??
    SHOPS.find(({ sign }) => sign !== undefined && root !== null && query(root, sign) !== null) ??
    null
  );
}

/** Whether anything of what is known of a shop's product pages is on this one. */
export function isFound({ name, zones, ingredients }: Shop, document: Document): boolean {
  const root = rootOf(document);
  return (
    root !== null &&
    [name, ...Object.values(zones), ingredients].some(
      (selector) => selector !== undefined && query(root, selector) !== null,
    )
  );
}
