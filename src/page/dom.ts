/**
 * Reads of the page's nodes that the page cannot fake. `<form>` and `document` let children with a name shadow their own
 * properties (`<input name=textContent>`), also for us, so every read goes through the prototype.
 */

function reader<T extends object, K extends keyof T>(prototype: T, key: K): (node: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, key)?.get as (() => T[K]) | undefined;
  return (node) => (get ? get.call(node) : node[key]);
}

const rawText = reader(Node.prototype, "textContent");
export const parentOf = reader(Node.prototype, "parentElement");
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

export const contains = (outer: Node, inner: Node | null): boolean =>
  Node.prototype.contains.call(outer, inner);

/** True where `second` comes after `first` in the document. */
export const follows = (first: Node, second: Node): boolean =>
  (Node.prototype.compareDocumentPosition.call(first, second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Elements below `element` that match a selector, in document order. */
export const queryAll = (element: Element, selector: string): NodeListOf<Element> =>
  Element.prototype.querySelectorAll.call(element, selector);

export const query = (element: Element, selector: string): Element | null =>
  Element.prototype.querySelector.call(element, selector);

export const rectOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

/** A walker below `root` over the kinds of node in `show` (a `NodeFilter.SHOW_*` mask). */
export const walk = (root: Node, show: number): TreeWalker =>
  Document.prototype.createTreeWalker.call(document, root, show);

export const byId = (id: string): Element | null => Document.prototype.getElementById.call(document, id);

export const create = <K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] =>
  Document.prototype.createElement.call(document, tag) as HTMLElementTagNameMap[K];

export const elementAt = (x: number, y: number): Element | null =>
  Document.prototype.elementFromPoint.call(document, x, y);

/** All elements at a point of the window, the topmost first. */
export const elementsAt = (x: number, y: number): Element[] =>
  Document.prototype.elementsFromPoint.call(document, x, y);

/**
 * True where style lets the element be seen. What the browser has not drawn yet because it is far below
 * (`content-visibility: auto`) counts: it is there once the reader scrolls to it.
 */
export const isVisible = (element: Element): boolean =>
  Element.prototype.checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true });
