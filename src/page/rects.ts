/** Where words stand on the screen. All coordinates are CSS pixels of the viewport. */
import { isConnected, isElement, isText, parentOf, rectOf, shadowOf, tagOf, walk } from "./dom.ts";
import { HOST, isBlock } from "./tags.ts";

export type Box = { left: number; top: number; right: number; bottom: number };

/** Text nodes and pictures around a mark that are looked at for free room. */
const MAX_NEIGHBOURS = 1_000;
/** Parents above a mark's block whose text counts as neighbourhood. */
const LEVELS = 3;
const DRAWN = /^(img|input|button|select|textarea|video|canvas|svg|iframe|object)$/;

let scratch: Range | undefined;

/** Line boxes of a static range; empty where it is not laid out or no longer fits its node. */
export function boxesOf(range: StaticRange): Box[] {
  const node = range.startContainer;
  if (!isText(node) || !isConnected(node) || range.endOffset > node.length) return [];
  // One scratch range for all: live ranges make the page's own changes dearer.
  scratch ??= new Range();
  scratch.setStart(node, range.startOffset);
  scratch.setEnd(node, range.endOffset);
  return [...scratch.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}

/** Lets go of the page's nodes. Call it after measuring. */
export function releaseMeasure(): void {
  scratch = undefined;
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Boxes of elements and of texts, each read once. Make a new one when anything may have moved. */
export class Rects {
  private readonly elements = new Map<Element, Box>();
  private readonly texts = new Map<Text, Box[]>();

  of(element: Element): Box {
    const box = this.elements.get(element) ?? rectOf(element);
    this.elements.set(element, box);
    return box;
  }

  /** Line boxes of a text node; none where it is white space. */
  ofText(node: Text): Box[] {
    const known = this.texts.get(node);
    if (known !== undefined) return known;
    scratch ??= new Range();
    scratch.selectNodeContents(node);
    const boxes: Box[] = node.data.trim() === "" ? [] : [...scratch.getClientRects()];
    this.texts.set(node, boxes);
    return boxes;
  }
}

/** Element whose text and pictures a marker near `container` must not cover. */
export function neighbourhood(container: Element): Element {
  let element = container;
  for (let level = 0; level < LEVELS; level += 1) {
    const parent = parentOf(element);
    if (parent === null || tagOf(parent) === "html" || tagOf(element) === "body") break;
    element = parent;
  }
  return element;
}

/**
 * Boxes of text, pictures and controls below `root`, open shadow trees included, that come within `reach` pixels of
 * `near`. Blocks that are far away are passed over whole.
 */
export function obstacles(root: Node, near: Box, reach: number, rects: Rects): Box[] {
  const zone = {
    left: near.left - reach,
    top: near.top - reach,
    right: near.right + reach,
    bottom: near.bottom + reach,
  };
  const found: Box[] = [];
  const walker = walk(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let looked = 0;
  let node = walker.nextNode();
  while (node !== null && looked < MAX_NEIGHBOURS) {
    looked += 1;
    if (isElement(node)) {
      const tag = tagOf(node);
      const box = isBlock(node) || DRAWN.test(tag) ? rects.of(node) : null;
      if (box !== null && DRAWN.test(tag) && overlaps(box, zone)) found.push(box);
      const far = box !== null && box.bottom > box.top && !overlaps(box, zone);
      if (tag === HOST || far || (DRAWN.test(tag) && tag !== "button")) {
        node = skipTree(walker);
        continue;
      }
      const shadow = shadowOf(node);
      if (shadow !== null) found.push(...obstacles(shadow, near, reach, rects));
    } else if (isText(node)) {
      for (const box of rects.ofText(node)) if (overlaps(box, zone)) found.push(box);
    }
    node = walker.nextNode();
  }
  return found;
}

function skipTree(walker: TreeWalker): Node | null {
  do {
    const next = walker.nextSibling();
    if (next !== null) return next;
  } while (walker.parentNode() !== null);
  return null;
}
