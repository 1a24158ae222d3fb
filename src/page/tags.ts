/** What the elements of a page mean for reading. */
import { attribute, hasAttribute, isElement, parentInTree, parentOf, tagOf } from "./dom.ts";

/** Name of the one element that we add to a page. */
export const HOST = "poreality-marks";

const words = (list: string): Set<string> => new Set(list.split(" "));

const BLOCK = words(
  "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table " +
    "tbody td tfoot th thead tr ul",
);
/** Their text is no prose: machine text, what the reader typed, drawings. */
const SKIPPED = words(
  "script style noscript template head title textarea input select option optgroup datalist svg math canvas iframe " +
    `object embed audio video code ${HOST}`,
);
/** Skipped elements that stand in the line like a word does. */
const DRAWN_IN_LINE = words("svg math script style template noscript code");

const BREADCRUMB = /breadcrumb/i;

/** True for tags that begin and end a block of text of their own. */
export const isBlock = (element: Element): boolean => BLOCK.has(tagOf(element));

/** True for elements whose text is never read. Looks at the element alone, not at its parents. */
export function isSkipped(element: Element): boolean {
  const tag = tagOf(element);
  if (SKIPPED.has(tag) || tag === "nav" || attribute(element, "role") === "navigation") return true;
  if (hasAttribute(element, "contenteditable") && attribute(element, "contenteditable") !== "false")
    return true;
  return (
    tag !== "body" &&
    tag !== "html" &&
    tag !== "main" &&
    BREADCRUMB.test(`${attribute(element, "class")} ${attribute(element, "id")}`)
  );
}

/** True where a skipped element also parts the words before it from those after it. */
export const partsWords = (element: Element): boolean => !DRAWN_IN_LINE.has(tagOf(element));

/** Answers where text stands. Remembers what it saw of the page's elements: make a new one when the page has changed. */
export class Containers {
  private readonly known = new Map<Element, boolean>();

  /**
   * The block-level element that holds `node`'s text, or null where the text is not to be read (skipped, outside the
   * body or detached).
   */
  of(node: Node): Element | null {
    let element = isElement(node) ? node : parentOf(node);
    // Words that stand in a shadow root itself have no element to belong to.
    if (element === null || (!isElement(node) && parentInTree(node) === null)) return null;
    if (!this.isReadable(element)) return null;
    while (!isBlock(element) && tagOf(element) !== "body") {
      const parent = parentInTree(element);
      if (parent === null) break;
      element = parent;
    }
    return element;
  }

  private isReadable(element: Element): boolean {
    const path: Element[] = [];
    let readable = false;
    for (let at: Element | null = element; at !== null; at = parentOf(at)) {
      const known = this.known.get(at);
      if (known !== undefined) {
        readable = known;
        break;
      }
      path.push(at);
      if (isSkipped(at)) break;
      if (tagOf(at) === "body") {
        readable = true;
        break;
      }
    }
    for (const each of path) this.known.set(each, readable);
    return readable;
  }
}

/** Language that the page states for an element, lower case, or undefined. */
export function languageOf(element: Element): string | undefined {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const lang = attribute(at, "lang").trim().toLowerCase();
    if (lang !== "") return lang.slice(0, 35);
  }
  return undefined;
}
