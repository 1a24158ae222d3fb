/** From the heading of an ingredient list to the elements that hold the list. */
import {
  attribute,
  byId,
  contains,
  nextOf,
  parentOf,
  query,
  queryAll,
  rootOf,
  tagOf,
  textOf,
} from "./dom.ts";
import { isListHeading, looksLikeList, opensFurtherPart } from "./headings.ts";
import { joinRuns, MAX_BLOCK, type RunText, readRun } from "./segments.ts";
import { isSkipped } from "./tags.ts";

/** How far up from a heading its section is looked for. */
const MAX_CLIMB = 5;
/** How many elements after a heading may belong to its list. */
const MAX_FOLLOWING = 8;
/** Inline elements of one kind from which on a row of them is taken as one entry each. */
const MIN_ITEMS = 3;

const HEADINGS = "h1,h2,h3,h4,h5,h6,summary,dt,[role=heading]";
const ITEM_TAGS = ["a", "button", "span"];
const isHeading = (element: Element): boolean =>
  /^(h[1-6]|summary|dt)$/.test(tagOf(element)) || attribute(element, "role") === "heading";

const isEmpty = (element: Element): boolean => isSkipped(element) || textOf(element).trim() === "";

/** Panel that a tab or a button near the heading says it opens. */
function namedPanel(heading: Element): Element | null {
  let element: Element | null = query(heading, '[aria-controls],a[href^="#"]') ?? heading;
  for (let up = 0; element !== null && up < 4; up += 1, element = parentOf(element)) {
    const href = attribute(element, "href");
    const id = attribute(element, "aria-controls").split(/\s/)[0] || (/^#./.test(href) ? href.slice(1) : "");
    const panel = id === "" ? null : byId(id);
    if (panel !== null && !contains(panel, heading) && !isEmpty(panel)) return panel;
  }
  return null;
}

/** Panel that names the heading's tab as its label. */
function labelledPanel(heading: Element): Element | null {
  let element: Element | null = heading;
  for (let up = 0; element !== null && up < 3; up += 1, element = parentOf(element)) {
    const id = attribute(element, "id");
    if (id === "" || attribute(element, "role") !== "tab") continue;
    const panel = query(rootOf(document), `[role=tabpanel][aria-labelledby="${CSS.escape(id)}"]`);
    if (panel !== null) return panel;
  }
  return null;
}

/** `<th>` over a column or before a row: the cells that it names. */
function cells(heading: Element): Element[] {
  const row = parentOf(heading);
  const beside = nextOf(heading);
  if (beside !== null && tagOf(beside) === "td") return [beside];
  const table = row === null ? null : parentOf(row);
  const column = row === null ? -1 : Array.prototype.indexOf.call(row.children, heading);
  const below = row !== null && nextOf(row) !== null ? nextOf(row) : table === null ? null : nextOf(table);
  const rows = below === null ? [] : tagOf(below) === "tr" ? [below] : [...queryAll(below, "tr")];
  return rows.flatMap((each) => each.children[column] ?? []);
}

/** `first` and what follows it in its parent up to the next heading, as far as it looks like the list. */
function following(first: Element | null): Element[] {
  const taken: Element[] = [];
  let next = first;
  for (let seen = 0; next !== null && seen < MAX_FOLLOWING; next = nextOf(next)) {
    if (isEmpty(next)) continue;
    const text = textOf(next);
    if (isHeading(next) && !opensFurtherPart(text)) break;
    const hasList = taken.some((each) => looksLikeList(textOf(each)));
    if (hasList && !looksLikeList(text) && !opensFurtherPart(text)) break;
    const inner = query(next, HEADINGS);
    if (inner !== null && taken.length > 0 && (hasList || !isListHeading(textOf(inner)))) break;
    taken.push(next);
    seen += 1;
    if (text.length > MAX_BLOCK) break;
  }
  return taken;
}

/** A heading and where it was met. */
export type ListHeading = {
  element: Element;
  /** Set where the heading is loose text beside its list in `element`. */
  text?: Text;
  /** A link or tab among other words: only a panel that it names can hold the list. */
  panelOnly: boolean;
};

/** Elements that hold the list under a heading; empty where there is none (yet). */
export function listBelow(heading: ListHeading): Element[] {
  const panel = namedPanel(heading.element) ?? labelledPanel(heading.element);
  if (panel !== null) return [panel];
  if (heading.panelOnly) return [];
  if (heading.text !== undefined) return following(heading.text.nextElementSibling);
  if (tagOf(heading.element) === "th") return cells(heading.element);
  const own = textOf(heading.element).trim();
  let element: Element | null = heading.element;
  for (let up = 0; element !== null && up < MAX_CLIMB; up += 1, element = parentOf(element)) {
    const tag = tagOf(element);
    // A wrapper that holds more than the heading already holds the list, or something that is not ours.
    if (tag === "body" || tag === "main" || textOf(element).trim() !== own) return [];
    const taken = following(nextOf(element));
    if (taken.length > 0) return taken;
  }
  return [];
}

/** Tag whose elements stand for one entry each where no comma parts them ("a", "span", "button"), if any. */
function itemTag(region: Element): string | undefined {
  const text = textOf(region);
  const signs = text.match(/[,;、，·•|]/g)?.length ?? 0;
  return ITEM_TAGS.find((tag) => {
    const items = queryAll(region, tag).length;
    return items >= MIN_ITEMS && signs < items / 2;
  });
}

/** The whole text of a list's elements as one run, entries and parts divided by "\n". */
export function readList(regions: Element[]): RunText {
  return joinRuns(
    regions.map((region) => {
      const tag = itemTag(region);
      return readRun(region, { deep: true, styled: true, ...(tag === undefined ? {} : { itemTag: tag }) });
    }),
  );
}

const LEAD_TAGS = /^(b|strong|em|span|u|font|label|i)$/;

/** True where a container holds no block beside its own run of text. */
const onlyHolds = (container: Element, run: string): boolean =>
  textOf(container).replace(/\s/g, "") === run.replace(/\s/g, "");

/** What the text node `node` in `container` heads, if its words are the heading of a list. `run` is the container's text. */
export function headingAt(node: Text, container: Element, run: string): ListHeading | null {
  const parent = parentOf(node);
  if (parent === null) return null;
  if (isListHeading(run)) {
    if (onlyHolds(container, run)) return { element: container, panelOnly: false };
    return parent === container
      ? { element: container, text: node, panelOnly: false }
      : { element: parent, panelOnly: false };
  }
  return isListHeading(textOf(parent)) ? { element: parent, panelOnly: true } : null;
}

/** True where a container begins with a bold lead-in ("**Ingredients** Aqua, Glycerin…") and goes on as a list. */
export function opensWithLeadIn(node: Text, run: string): boolean {
  const parent = parentOf(node);
  if (parent === null || !LEAD_TAGS.test(tagOf(parent))) return false;
  const lead = textOf(parent).trim();
  return isListHeading(lead) && run.startsWith(lead) && looksLikeList(run.slice(lead.length));
}
