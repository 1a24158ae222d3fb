/** Finds the text nodes of a subtree that are worth reading, by one look at its text as a whole. */
import { isElement, isText, textOf, walk } from "./dom.ts";
import { isSkipped } from "./tags.ts";

/** A subtree with more text than this is looked through in parts, so that one step stays short. */
const UNIT = 200_000;

/** Parts of a big subtree, each small enough for one step. */
export function* unitsOf(root: Node): Generator<Node> {
  if (isElement(root) && isSkipped(root)) return;
  if (isText(root) || textOf(root).length <= UNIT) {
    yield root;
    return;
  }
  const walker = walk(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  if (walker.firstChild() === null) return;
  do yield* unitsOf(walker.currentNode);
  while (walker.nextSibling() !== null);
}

/**
 * Text nodes of a part that hold the beginning of a hit, for each kind of hit.
 * @param kinds offset of the first hit of a text at or after another; Infinity where there is none
 */
export function hitsIn(unit: Node, kinds: ((text: string, from: number) => number)[]): Text[][] {
  const hits = kinds.map((): Text[] => []);
  const text = textOf(unit);
  const next = kinds.map((kind) => kind(text, 0));
  const isDone = () => next.every((at) => at >= text.length);
  if (isDone()) return hits;
  const walker = walk(unit, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  let offset = 0;
  let node = isText(unit) ? unit : (walker.nextNode() as Text | null);
  while (node !== null && !isDone()) {
    const end = offset + node.length;
    for (let kind = 0; kind < kinds.length; kind += 1) {
      if ((next[kind] ?? end) >= end) continue;
      hits[kind]?.push(node);
      next[kind] = kinds[kind]?.(text, end) ?? Number.POSITIVE_INFINITY;
    }
    offset = end;
    node = walker.nextNode() as Text | null;
  }
  return hits;
}
