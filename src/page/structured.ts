/** What a page says of itself in JSON-LD, however carelessly it was written. */
import { attribute, textOf } from "./dom.ts";

export type Node = { [key: string]: unknown };

/** Nodes looked at per page, and how deep they may nest. */
const MAX_NODES = 400;
const MAX_DEPTH = 8;
/** Longest script that is parsed, in UTF-16 units. */
const MAX_SCRIPT = 500_000;

function parse(source: string): unknown {
  const text = source.trim().replace(/^<!(?:--|\[CDATA\[)|(?:-->|\]\]>)$/g, "");
  try {
    return JSON.parse(text);
  } catch {
    // Shops leave raw line breaks in strings, comments after lines, semicolons and trailing commas behind.
    const repaired = text
      .replace(/\p{Cc}+/gu, " ")
      .replace(/,\s*([}\]])/g, "$1")
      .replace(/;\s*$/, "");
    try {
      return JSON.parse(repaired);
    } catch {
      return null;
    }
  }
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

function flatten(value: unknown, into: Node[], depth: number): void {
  if (!isNode(value) || depth > MAX_DEPTH || into.length >= MAX_NODES) return;
  if (Array.isArray(value)) {
    for (const each of value) flatten(each, into, depth + 1);
    return;
  }
  into.push(value);
  for (const key of [
    "@graph",
    "mainEntity",
    "mainEntityOfPage",
    "hasVariant",
    "isVariantOf",
    "itemListElement",
    "item",
  ])
    flatten(value[key], into, depth + 1);
}

/** All nodes in the document's JSON-LD, outer before inner. Scripts that cannot be read are left out. */
export function structuredNodes(scripts: Iterable<Element>): Node[] {
  const nodes: Node[] = [];
  for (const script of scripts) {
    if (!/ld\+json/i.test(attribute(script, "type"))) continue;
    const source = textOf(script);
    if (source.length <= MAX_SCRIPT) flatten(parse(source), nodes, 0);
  }
  return nodes;
}

/** True where a node is of one of the types, given by their bare names ("Product"). */
export function isOfType(node: Node, types: RegExp): boolean {
  const type = node["@type"];
  const names = Array.isArray(type) ? type : [type];
  return names.some((name) => typeof name === "string" && types.test(name.replace(/^.*[/:#]/, "")));
}

/** Words of a value: a string, a named node, or several of them, joined with " ". */
export function wordsOf(value: unknown): string {
  if (typeof value === "string") return plain(value);
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(", ");
  return isNode(value) ? wordsOf(value.name ?? value["@value"] ?? "") : "";
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  quot: '"',
  lt: "<",
  gt: ">",
  nbsp: " ",
  "#39": "'",
  "#039": "'",
};

/** A text without tags, common entities read, white space in one piece. */
export function plain(text: string): string {
  return text
    .slice(0, 60_000)
    .replace(/<[^<>]{0,200}>/g, " ")
    .replace(/&(amp|quot|lt|gt|nbsp|#0?39);/g, (_, name: string) => ENTITIES[name] ?? " ")
    .replace(/\s+/g, " ")
    .trim();
}
