/**
 * Reads of the page's nodes that the page cannot fake. `<form>` and `document` let children with a name shadow their own
 * properties (`<input name=textContent>`), also for us, so every read goes through the prototype.
 */

function reader<T extends object, K extends keyof T>(prototype: T, key: K): (node: T) => T[K] {
  let get: (() => T[K]) | null | undefined;
  return (node) => {
    // Looked up at the first read: this script begins in every page of a shop, and most of it is never used there.
    if (get === undefined) get = Object.getOwnPropertyDescriptor(prototype, key)?.get ?? null;
    return get === null ? node[key] : get.call(node);
  };
}

const rawText = reader(Node.prototype, "textContent");
/** Parent of any kind; null at the top of the document and of a shadow tree. */
export const parentNodeOf = reader(Node.prototype, "parentNode");
export const firstChildOf = reader(Node.prototype, "firstChild");
export const nextSiblingOf = reader(Node.prototype, "nextSibling");
/** Parent element in the same tree: null at the top of a shadow tree. */
export const parentInTree = reader(Node.prototype, "parentElement");
export const isConnected = reader(Node.prototype, "isConnected");
export const tagOf = reader(Element.prototype, "localName");
export const previousOf = reader(Element.prototype, "previousElementSibling");
export const nextOf = reader(Element.prototype, "nextElementSibling");
export const attributesOf = reader(Element.prototype, "attributes");
export const bodyOf = reader(Document.prototype, "body");
export const rootOf = reader(Document.prototype, "documentElement");
export const scrollerOf = reader(Document.prototype, "scrollingElement");
export const titleOf = reader(Document.prototype, "title");
/** What fills the screen, or null. */
export const fullscreenOf = reader(Document.prototype, "fullscreenElement");
/** What has the focus, or null; our own host where it is in one of our parts. */
export const activeOf = reader(Document.prototype, "activeElement");
export const stateOf = reader(Document.prototype, "readyState");

const openShadowOf = reader(Element.prototype, "shadowRoot");
const HAS_SHADOW = typeof ShadowRoot === "function";

/** The open shadow root of an element; null where it has none, and for our own element. */
export const shadowOf = (element: Element): ShadowRoot | null => openShadowOf(element);

/** The element that a shadow root belongs to; null for any other node. */
export const shadowHostOf = (node: Node): Element | null =>
  HAS_SHADOW && node instanceof ShadowRoot ? node.host : null;

/** Parent element; of the top of a shadow tree, the element that it belongs to. */
export const parentOf = (node: Node): Element | null =>
  parentInTree(node) ?? shadowHostOf(parentNodeOf(node) ?? node);

/** Shadow trees inside each other that are looked into. */
const MAX_DEPTH = 20;

/** All text below a node, scripts and hidden parts included; empty for a document. */
export const textOf = (node: Node): string => rawText(node) ?? "";

/** True where the text below `node` is longer than `most`. Reads no further than that. */
export function isLongerThan(node: Node, most: number): boolean {
  const walker = walk(node, NodeFilter.SHOW_TEXT);
  let length = isText(node) ? node.length : 0;
  for (let next = walker.nextNode(); next !== null && length <= most; next = walker.nextNode())
    length += (next as Text).length;
  return length > most;
}

export const isText = (node: Node): node is Text => node instanceof Text;
export const isElement = (node: Node): node is Element => node instanceof Element;

/** Value of an attribute, or the empty string. */
export const attribute = (element: Element, name: string): string =>
  Element.prototype.getAttribute.call(element, name) ?? "";

export const hasAttribute = (element: Element, name: string): boolean =>
  Element.prototype.hasAttribute.call(element, name);

/** True where `inner` is `outer` or below it, shadow trees included. */
export function contains(outer: Node, inner: Node | null): boolean {
  for (let at = inner; at !== null; at = hostOf(at)) if (Node.prototype.contains.call(outer, at)) return true;
  return false;
}

/** The element that the shadow tree of a node belongs to; null for nodes of the document itself. */
const hostOf = (node: Node): Element | null => shadowHostOf(Node.prototype.getRootNode.call(node));

/** A node, or what it is shown in: the outermost element with a shadow tree around it. */
function inDocument(node: Node): Node {
  let at = node;
  for (let host = hostOf(at); host !== null; host = hostOf(at)) at = host;
  return at;
}

/** True where `second` comes after `first` in the document. Nodes of one element's shadow trees are in no certain order. */
export function follows(first: Node, second: Node): boolean {
  const [a, b] = [inDocument(first), inDocument(second)];
  const position =
    a === b
      ? Node.prototype.compareDocumentPosition.call(first, second)
      : Node.prototype.compareDocumentPosition.call(a, b);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Elements below `element` that match a selector, in document order. */
export const queryAll = (element: Element, selector: string): NodeListOf<Element> =>
  Element.prototype.querySelectorAll.call(element, selector);

export const query = (element: Element, selector: string): Element | null =>
  Element.prototype.querySelector.call(element, selector);

export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

export const rectOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

/** A walker below `root` over the kinds of node in `show` (a `NodeFilter.SHOW_*` mask). */
export const walk = (root: Node, show: number): TreeWalker =>
  Document.prototype.createTreeWalker.call(document, root, show);

/** The element with an id in the tree that `from` stands in. */
export function byId(id: string, from: Node): Element | null {
  const root = Node.prototype.getRootNode.call(from);
  return root instanceof DocumentFragment
    ? DocumentFragment.prototype.getElementById.call(root, id)
    : Document.prototype.getElementById.call(document, id);
}

export const create = <K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] =>
  Document.prototype.createElement.call(document, tag) as HTMLElementTagNameMap[K];

/** The element at a point of the viewport, inside open shadow trees too. */
export function elementAt(x: number, y: number): Element | null {
  let found: Element | null = Document.prototype.elementFromPoint.call(document, x, y);
  for (let depth = 0; found !== null && depth < MAX_DEPTH; depth += 1) {
    const inner: Element | null = shadowOf(found)?.elementFromPoint(x, y) ?? null;
    if (inner === null || inner === found) break;
    found = inner;
  }
  return found;
}

/** All elements at a point of the window, the topmost first. */
export const elementsAt = (x: number, y: number): Element[] =>
  Document.prototype.elementsFromPoint.call(document, x, y);

/**
 * True where style lets the element be seen. What the browser has not drawn yet because it is far below
 * (`content-visibility: auto`) counts: it is there once the reader scrolls to it.
 */
export const isVisible = (element: Element): boolean =>
  Element.prototype.checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true });
