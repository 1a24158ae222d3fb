/** What is known of a shop's pages: where it puts things, as CSS selectors. A shop is data only. */

/** Zones that a shop may point out. */
export type ShopZone = "title" | "bullets" | "description" | "review" | "tile" | "other";

export type Shop = {
  /** Name in reports. */
  id: string;
  /** Names before the top-level domain ("amazon" for www.amazon.co.uk). Empty for a platform that many shops run on. */
  hosts: readonly string[];
  /** Of a platform: what tells its pages from others. */
  sign?: string;
  /** The product's name, brand, and category (a trail of links, or one element). Each may match nothing. */
  name?: string;
  brand?: string;
  category?: string;
  /** Elements that stand in a zone, with all that is below them. The innermost known element decides. */
  zones: Partial<Record<ShopZone, string>>;
  /** Elements that hold an ingredient list and hardly anything else; its heading may be among it. */
  ingredients?: string;
};
