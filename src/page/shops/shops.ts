/** The shops whose pages are known, and finding the one that a page belongs to. */
import { query, rootOf } from "../dom.ts";
import { amazon } from "./amazon.ts";
import type { Shop } from "./shop.ts";

/** Shops by their hosts first: a known shop may run on a platform as well. */
export const SHOPS: readonly Shop[] = [amazon];

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
    [name, zones.title, zones.bullets, zones.description, ingredients].some(
      (selector) => selector !== undefined && query(root, selector) !== null,
    )
  );
}
