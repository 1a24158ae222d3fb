/** Finds the text nodes of a subtree that are worth reading, by one look at its text as a whole. */
import { isElement, isText, textOf, walk } from "./dom.ts";
import { nextAnchor, nextHeadingHint } from "./gate.ts";
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

/** Text nodes of a part that hold the beginning of an anchor, and those that may head an ingredient list. */
export function hitsIn(unit: Node): { anchored: Text[]; hinted: Text[] } {
  const hits = { anchored: [] as Text[], hinted: [] as Text[] };
  const text = textOf(unit);
  let anchor = nextAnchor(text, 0);
  let hint = nextHeadingHint(text, 0);
  if (anchor >= text.length && hint >= text.length) return hits;
  const walker = walk(unit, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  let offset = 0;
  let node = isText(unit) ? unit : (walker.nextNode() as Text | null);
  while (node !== null && (anchor < text.length || hint < text.length)) {
    const end = offset + node.length;
    if (anchor < end) {
      hits.anchored.push(node);
      anchor = nextAnchor(text, end);
    }
    if (hint < end) {
      hits.hinted.push(node);
      hint = nextHeadingHint(text, end);
    }
    offset = end;
    node = walker.nextNode() as Text | null;
  }
  return hits;
}
