/** Which part of a page an element stands in: it decides who speaks and whether a claim counts. */
import type { PageFacts, Zone } from "../engine/model.ts";
import {
  attribute,
  attributesOf,
  bodyOf,
  isLongerThan,
  matches,
  parentOf,
  query,
  tagOf,
  textOf,
} from "./dom.ts";
import { mainHeading } from "./heading.ts";
import type { Shop, ShopZone } from "./shops/shop.ts";

const REVIEW =
  /^(?:customer|user|product|consumer|pr|bv|shopper|all|top|global|local|cm|cr)?-?(?:reviews?|ugc|testimonials?|bazaarvoice|yotpo|trustpilot|powerreviews|feefo|okendo|stamped|judgeme|qa|qna|q-and-a|questions?|bewertung(?:en)?|rezension(?:en)?|avis|opiniones|recensioni|opinie|レビュー|후기)$/;
/** Words that show that a wrapper only has to do with reviews, tiles and the like, without being one. */
const ABOUT = /^(?:has|no|with|without|show|hide|is|enable|enabled|js|link|count|summary|stars?|average)$/;
const TILE =
  /(?:^|-)(?:product-?(?:card|tile|item|thumb|box|teaser|miniature)s?|carousel|recommend(?:ed|ations?|er)?|recs|related|upsells?|cross-?sells?|also-(?:bought|like|viewed)|similar|recently-viewed|bestsellers?|sponsored|you-may-also)(?:-|$)/;
const ARTICLE_TYPE = /(?:^|\/)(?:\w*Article|BlogPosting)$/;
const REVIEW_TYPE = /(?:^|\/)(?:User|Critic)?Review$/;
const PRICE = /[$€£¥₩₹]|\d[.,]\d\d\b|\bz\u0142|\bkr\b/;

/** Longest text of something that may still be another product's tile. */
const MAX_TILE_TEXT = 1_500;
/** Longest attribute value that is read for words. */
const MAX_VALUE = 80;
const MAX_ATTRIBUTES = 12;

/** Names that a page's author gave an element, each in lower case with words parted by "-". */
function namesOf(element: Element): string[] {
  const names: string[] = [];
  const attributes = attributesOf(element);
  for (let index = 0; index < Math.min(attributes.length, MAX_ATTRIBUTES); index += 1) {
    const { name, value } = attributes[index] as Attr;
    if (name === "class") names.push(...value.slice(0, 400).split(/\s+/));
    else if (name === "id" || name === "itemprop") names.push(value.slice(0, MAX_VALUE));
    else if (name.startsWith("data-")) {
      names.push(name.slice(5));
      if (value.length <= MAX_VALUE && !value.includes(" ")) names.push(value);
    }
  }
  return names
    .filter((name) => name !== "")
    .map((name) =>
      name
        .replace(/([a-z])([A-Z])/g, "$1-$2")
        .toLowerCase()
        .replace(/[_\s:.]+/g, "-"),
    );
}

function namesReview(name: string): boolean {
  if (REVIEW.test(name)) return true;
  const words = name.split("-");
  return words.some((word) => REVIEW.test(word)) && !words.some((word) => ABOUT.test(word));
}

const namesTile = (name: string): boolean => TILE.test(name) && !ABOUT.test(name.split("-")[0] ?? "");

/** Holds a link, a picture and a price, in a few words. The first answers are the cheap ones. */
const looksLikeTile = (element: Element): boolean =>
  (tagOf(element) === "a" || query(element, "a[href]") !== null) &&
  query(element, "img,picture") !== null &&
  !isLongerThan(element, MAX_TILE_TEXT) &&
  PRICE.test(textOf(element));

/** Answers the zone of elements of one document as it is now. Make a new one when the page has changed. */
export class Zones {
  private readonly cache = new WeakMap<Element, Zone | null>();
  private readonly tiles = new WeakMap<Element, boolean>();
  /** The product's own heading and everything around it: never a review, a tile or an aside. */
  private readonly spine = new Set<Element>();
  private readonly title: Element | null = null;
  /** Where the shop says that a zone is. */
  private readonly known: [ShopZone, string][];

  constructor(
    document: Document,
    private readonly pageType: PageFacts["type"],
    shop: Shop | null = null,
  ) {
    this.known = Object.entries(shop?.zones ?? {}) as [ShopZone, string][];
    const body = bodyOf(document);
    if (body === null) return;
    this.title = mainHeading(document);
    for (let at: Element | null = this.title ?? body; at !== null; at = parentOf(at)) this.spine.add(at);
  }

  /** Zone of a block-level element. Parts of the page (review, tile…) win over what the element itself is. */
  of(element: Element): Zone {
    const part = this.partOf(element);
    if (part !== null) return part;
    if (this.pageType === "article") return "article";
    for (let at: Element | null = element; at !== null; at = parentOf(at)) {
      const tag = tagOf(at);
      if (at === this.title || tag === "h1") return "title";
      if (tag === "li") return "bullets";
    }
    return "description";
  }

  private partOf(element: Element): Zone | null {
    const path: Element[] = [];
    let found: Zone | null = null;
    for (let at: Element | null = element; at !== null; at = parentOf(at)) {
      const known = this.cache.get(at);
      if (known !== undefined) {
        found = known;
        break;
      }
      path.push(at);
      found = this.ownPart(at);
      if (found !== null) break;
    }
    for (const each of path) this.cache.set(each, found);
    return found;
  }

  private ownPart(element: Element): Zone | null {
    const tag = tagOf(element);
    if (this.spine.has(element) || tag === "body" || tag === "html" || tag === "main") return null;
    for (const [zone, selector] of this.known) if (matches(element, selector)) return zone;
    const type = attribute(element, "itemtype");
    if (REVIEW_TYPE.test(type)) return "review";
    if (ARTICLE_TYPE.test(type)) return "article";
    const names = namesOf(element);
    if (names.some(namesReview)) return "review";
    if (names.some(namesTile) || this.isRepeatedTile(element)) return "tile";
    const role = attribute(element, "role");
    const landmark = /^(banner|contentinfo|complementary)$/.test(role);
    return landmark || tag === "footer" || tag === "aside" || (tag === "header" && this.isPageHeader(element))
      ? "other"
      : null;
  }

  private isPageHeader(element: Element): boolean {
    for (let at = parentOf(element); at !== null; at = parentOf(at)) {
      if (/^(main|article|section)$/.test(tagOf(at))) return false;
    }
    return true;
  }

  /** One of several siblings that each hold a link, a picture and a price: somebody else's product. */
  private isRepeatedTile(element: Element): boolean {
    const parent = parentOf(element);
    if (parent === null || !this.isTile(element)) return false;
    for (const sibling of Array.from(parent.children).slice(0, 12)) {
      if (sibling !== element && tagOf(sibling) === tagOf(element) && this.isTile(sibling)) return true;
    }
    return false;
  }

  private isTile(element: Element): boolean {
    const known = this.tiles.get(element) ?? looksLikeTile(element);
    this.tiles.set(element, known);
    return known;
  }
}
