/** What a page says about itself: the product's name, brand, category and printed list, and what sort of page it is. */
import type { PageFacts } from "../engine/model.ts";
import {
  attribute,
  contains,
  isLongerThan,
  parentOf,
  query,
  queryAll,
  rootOf,
  tagOf,
  textOf,
  titleOf,
} from "./dom.ts";
import { mainHeading } from "./heading.ts";
import { isListHeading } from "./headings.ts";
import { readRun } from "./segments.ts";
import type { Shop } from "./shops/shop.ts";
import { isFound } from "./shops/shops.ts";
import { isOfType, type Node, plain, structuredNodes, wordsOf } from "./structured.ts";

const MAX = { name: 300, brand: 100, category: 500, ingredients: 20_000 };
const PRODUCT = /^(Product|ProductGroup|IndividualProduct|ProductModel|Drug|DietarySupplement)$/;
const ARTICLE = /^(\w*Article|BlogPosting|HowTo)$/;
const LISTING = /^(ItemList|CollectionPage|SearchResultsPage|OfferCatalog)$/;
/** Words on the button that buys; several such buttons are a list of products. */
const BUY =
  /^(add to (cart|bag|basket|trolley)|buy now|in den (warenkorb|einkaufswagen)|ajouter au panier|añadir a la (cesta|bolsa)|añadir al carrito|aggiungi al carrello|adicionar (ao carrinho|à sacola)|in winkelwagen|do koszyka|カートに入れる|장바구니|加入购物车)/i;
const MANY = 4;
/** Longest text, white space included, of something that may still be a button that buys. */
const MAX_BUTTON = 500;

/** Elements with microdata of a type, by the end of its address. */
const items = (root: Element, type: string): Element[] => [...queryAll(root, `[itemtype$="/${type}"]`)];

/** The item that a property belongs to: the nearest one around it. */
function ownerOf(element: Element): Element | null {
  const parent = parentOf(element);
  return parent === null ? null : Element.prototype.closest.call(parent, "[itemscope]");
}

function property(item: Element | undefined, name: string): string {
  if (item === undefined) return "";
  const element = [...queryAll(item, `[itemprop~="${name}"]`)].find((each) => ownerOf(each) === item);
  if (element === undefined) return "";
  const named = query(element, '[itemprop~="name"]') ?? element;
  return plain(attribute(named, "content") || textOf(named));
}

/** What the document's `<meta>` elements say, by name; the first that says anything counts. */
function metaOf(root: Element): (...names: string[]) => string {
  const said = new Map<string, string>();
  for (const element of queryAll(root, "meta[content]")) {
    for (const name of [attribute(element, "property"), attribute(element, "name")])
      if (!said.has(name)) said.set(name, plain(attribute(element, "content")));
  }
  return (...names) => names.map((name) => said.get(name)).find(Boolean) ?? "";
}

const LISTED = ["ingredients", "hasIngredients", "ingredient", "inci", "activeIngredient"];

/** Words of a list, its entries parted where elements part them. */
const entriesOf = (value: unknown): string =>
  wordsOf(
    typeof value === "string" ? value.replace(/<\/li>\s*<li[^<>]{0,99}>|<br[ /]{0,3}>/gi, ", ") : value,
  );

/** The list in structured data: a property of its own, or an additional property with a list's name. */
function ingredientsOf(product: Node = {}): string {
  const own = LISTED.map((name) => entriesOf(product[name])).find(Boolean);
  if (own !== undefined) return own;
  const extra = [product.additionalProperty].flat() as (Node | undefined)[];
  const listed = extra.find((each) => isListHeading(wordsOf(each?.name ?? each?.propertyID)));
  return entriesOf(listed?.value);
}

/** The list in microdata: one element, one for each entry, or an additional property with a list's name. */
function listedIn(item: Element | undefined): string {
  if (item === undefined) return "";
  const own = [...queryAll(item, '[itemprop~="ingredients"]')];
  if (own.length > 0) {
    const words = own.map((each) => plain(attribute(each, "content")) || readRun(each, { deep: true }).text);
    return words.join(", ");
  }
  const extra = [...queryAll(item, '[itemprop~="additionalProperty"]')];
  return property(
    extra.find((each) => isListHeading(property(each, "name"))),
    "value",
  );
}

function breadcrumbs(root: Element, nodes: Node[]): string {
  const list = nodes.find((node) => isOfType(node, /^BreadcrumbList$/));
  const structured = Array.isArray(list?.itemListElement)
    ? (list.itemListElement as Node[])
        .map((each) => wordsOf(each?.name ?? each?.item))
        .filter(Boolean)
        .join(" > ")
    : "";
  if (structured !== "") return structured;
  const trail = query(root, 'nav[aria-label*="breadcrumb" i],[class*="breadcrumb" i],[id*="breadcrumb" i]');
  if (trail === null) return "";
  const links = [...queryAll(trail, "a,[aria-current]")].map((link) => plain(textOf(link))).filter(Boolean);
  return links.length > 0 ? links.join(" > ") : plain(textOf(trail));
}

const withoutShop = (title: string): string => plain(title).split(/\s+[|–—•]\s+|\s+-\s+/)[0] ?? "";

/** How many buttons buy; counting ends where they are many. */
function buyButtons(root: Element): number {
  let count = 0;
  for (const button of queryAll(root, "button,input[type=submit],[role=button]")) {
    const isShort = attribute(button, "value") !== "" || !isLongerThan(button, MAX_BUTTON);
    if (isShort && BUY.test(plain(attribute(button, "value") || textOf(button)))) count += 1;
    if (count >= MANY) break;
  }
  return count;
}

function typeOf(
  root: Element,
  found: {
    products: Node[];
    own: Node | undefined;
    article: boolean;
    listing: boolean;
    micro: Element[];
    graph: string;
  },
): PageFacts["type"] {
  const { graph } = found;
  if (found.listing && found.own === undefined) return "listing";
  if (found.own !== undefined && found.products.length < MANY) return "product";
  if (found.article) return "article";
  if (/product$/.test(graph) || found.micro.length === 1) return "product";
  const buys = buyButtons(root);
  if (found.products.length >= MANY || found.micro.length >= MANY || buys >= MANY) return "listing";
  if (found.own !== undefined || buys > 0) return "product";
  return graph === "article" ? "article" : "unknown";
}

/** Words of what a shop's selector matches: of the first element, or of all as a trail. */
function named(root: Element, selector: string | undefined, trail = false): string {
  if (selector === undefined) return "";
  const found = [...queryAll(root, selector)].map((element) => plain(textOf(element))).filter(Boolean);
  return trail ? found.join(" > ") : (found[0] ?? "");
}

/**
 * Facts of the document as it is now. What the shop is known to show first, then structured data, microdata, OpenGraph,
 * and the wording of heading and title. Strings are cut at fixed lengths and empty where the page is silent.
 */
export function readFacts(document: Document, shop: Shop | null = null): PageFacts {
  const root = rootOf(document);
  const meta = metaOf(root);
  const nodes = structuredNodes(queryAll(root, 'script[type*="ld+json" i]'));
  const listed = new Set(
    nodes
      .filter((node) => isOfType(node, LISTING))
      .flatMap((node) => (Array.isArray(node.itemListElement) ? (node.itemListElement as Node[]) : []))
      .flatMap((each) => [each, each?.item as Node]),
  );
  const products = nodes.filter((node) => isOfType(node, PRODUCT) && !listed.has(node));
  const h1 = mainHeading(document);
  const headline = h1 === null ? "" : plain(textOf(h1));
  const own = products.find((node) => wordsOf(node.name) === headline) ?? products[0];
  const group = products.find((node) => isOfType(node, /^ProductGroup$/)) ?? own;

  const micro = items(root, "Product");
  const item =
    micro.find((each) => h1 !== null && contains(each, h1)) ?? (micro.length === 1 ? micro[0] : undefined);
  const type = typeOf(root, {
    products: group !== undefined && isOfType(group, /^ProductGroup$/) ? [group] : products,
    own,
    article: nodes.some((node) => isOfType(node, ARTICLE)) || items(root, "BlogPosting").length === 1,
    listing: nodes.some((node) => isOfType(node, LISTING)),
    micro,
    graph: meta("og:type").toLowerCase(),
  });

  const first = (...values: string[]): string => values.find((value) => value !== "") ?? "";
  const cut = (value: string, most: number): string => value.slice(0, most);
  const describes = type === "product" ? own : undefined;
  return {
    type,
    name: cut(
      first(
        named(root, shop?.name),
        wordsOf(group !== undefined && type === "product" ? group.name : undefined),
        property(item, "name"),
        headline,
        withoutShop(meta("og:title")),
        withoutShop(titleOf(document)),
      ),
      MAX.name,
    ),
    brand: cut(
      first(
        named(root, shop?.brand),
        wordsOf(describes?.brand ?? group?.brand),
        property(item, "brand"),
        meta("product:brand", "og:brand", "brand", "twitter:data2:brand"),
        wordsOf(describes?.manufacturer),
      ),
      MAX.brand,
    ),
    category: cut(
      [
        ...new Set([
          wordsOf(describes?.category),
          property(item, "category"),
          meta("product:category"),
          named(root, shop?.category, true) || breadcrumbs(root, nodes),
        ]),
      ]
        .filter(Boolean)
        .join(" > "),
      MAX.category,
    ),
    ingredients: cut(
      first(
        ...(type === "product" ? [own, group, ...products] : []).map((each) => ingredientsOf(each)),
        listedIn(item),
      ),
      MAX.ingredients,
    ),
    // Platforms have as many layouts as shops.
    shop: shop === null ? null : { id: shop.id, found: shop.hosts.length === 0 || isFound(shop, document) },
  };
}

/** Cheap sign that the facts may have changed: address, title, heading and the size of the structured data. */
export function factsSign(document: Document): string {
  const root = rootOf(document);
  if (root === null || tagOf(root) !== "html") return "";
  const h1 = mainHeading(document);
  let size = 0;
  for (const script of queryAll(root, 'script[type*="ld+json" i]'))
    size = (size * 31 + textOf(script).length) | 0;
  return `${location.href}\n${titleOf(document)}\n${h1 === null ? "" : textOf(h1)}\n${size}`;
}
