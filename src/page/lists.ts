/** From the heading of an ingredient list to the elements that hold the list. */
import {
  attribute,
  byId,
  contains,
  follows,
  isLongerThan,
  nextOf,
  parentOf,
  query,
  queryAll,
  rootOf,
  tagOf,
  textOf,
} from "./dom.ts";
import { isListHeading, looksLikeList, MAX_HEADING, namedHeading, opensFurtherPart } from "./headings.ts";
import { isInci } from "./inci-shape.ts";
import { joinRuns, MAX_BLOCK, type RunText, readRun } from "./segments.ts";
import { isBlock, isSkipped } from "./tags.ts";

/** How far up from a heading its section is looked for. */
const MAX_CLIMB = 5;
/** How many elements after a heading may belong to its list. */
const MAX_FOLLOWING = 8;
/** Longest text of a heading with a few words beside it, white space included. */
const MAX_HEAD = 300;
/** Inline elements of one kind from which on a row of them is taken as one entry each. */
const MIN_ITEMS = 3;

const HEADINGS = "h1,h2,h3,h4,h5,h6,summary,dt,[role=heading]";
const ITEM_TAGS = ["a", "button", "span"];
const isHeading = (element: Element): boolean =>
  /^(h[1-6]|summary|dt)$/.test(tagOf(element)) || attribute(element, "role") === "heading";

/** Letters of an element's text: signs and icons beside a heading do not make it another. */
const lettersOf = (element: Element): string => textOf(element).replace(/[\s!-/:-@\u2000-\u2bff]+/g, "");

const isEmpty = (element: Element): boolean => isSkipped(element) || textOf(element).trim() === "";

/** Attributes by which a tab or a button says what it opens. */
const OPENS = ["aria-controls", "data-bs-target", "data-target", "data-tab", "data-tab-target"];

const OPENING = `${OPENS.map((name) => `[${name}]`).join()},a[href^="#"]`;

function named(element: Element, name: string): Element | null {
  const [id = ""] = attribute(element, name).split(/\s/);
  if (id === "" || (name === "href" && !id.startsWith("#"))) return null;
  return byId(id.replace(/^#/, ""), element);
}

/** Panel that a tab or a button near the heading says it opens. */
function namedPanel(heading: Element): Element | null {
  let element: Element | null = query(heading, OPENING) ?? heading;
  for (let up = 0; element !== null && up < 4; up += 1, element = parentOf(element)) {
    for (const name of [...OPENS, "href"]) {
      const panel = named(element, name);
      if (panel !== null && !contains(panel, heading) && !isEmpty(panel)) return panel;
    }
  }
  return null;
}

/** Panel that names the heading, or what is around it, as its label. */
function labelledPanel(heading: Element): Element | null {
  let element: Element | null = heading;
  for (let up = 0; element !== null && up < 3; up += 1, element = parentOf(element)) {
    const id = attribute(element, "id");
    if (id === "") continue;
    const panel = query(rootOf(document), `[aria-labelledby~="${CSS.escape(id)}"]`);
    if (panel !== null && !contains(panel, heading) && !isEmpty(panel)) return panel;
  }
  return null;
}

/** Tabs without names: the panel that has the place among the panels which the heading has among the tabs. */
function panelInPlace(heading: Element): Element | null {
  let element: Element | null = heading;
  for (let up = 0; element !== null && up < 3; up += 1, element = parentOf(element)) {
    const row = parentOf(element);
    const count = row === null ? 0 : row.children.length;
    const panels = row === null || count < 2 ? null : nextOf(row);
    if (panels === null || isLongerThan(row as Element, MAX_HEADING * count)) continue;
    const at = Array.prototype.indexOf.call(row?.children, element);
    const panel = panels.children.length === count ? panels.children[at] : undefined;
    if (panel !== undefined && looksLikeList(textOf(panel))) return panel;
  }
  return null;
}

/** `<th>` over a column or before a row: the cells that it names, each list after the first cell of its row. */
function cells(heading: Element): Element[] {
  const row = parentOf(heading);
  const beside = nextOf(heading);
  if (beside !== null && tagOf(beside) === "td") return [beside];
  const table = row === null ? null : parentOf(row);
  const column = row === null ? -1 : Array.prototype.indexOf.call(row.children, heading);
  const inSame =
    row === null || table === null ? [] : [...table.children].filter((each) => follows(row, each));
  const below = table === null ? null : nextOf(table);
  const rows = inSame.length > 0 ? inSame : below === null ? [] : [...queryAll(below, "tr")];
  return rows.flatMap((each) => {
    const cell = each.children[column];
    const [name] = each.children;
    if (cell === undefined) return [];
    return name !== undefined && name !== cell && looksLikeList(textOf(cell)) ? [name, cell] : [cell];
  });
}

const levelOf = (element: Element): number => Number(/^h([1-6])$/.exec(tagOf(element))?.[1] ?? 0);

/**
 * `first` and what follows it in its parent up to the next heading, as far as it looks like the list. Headings below
 * `level` are taken along: they may name the products of a kit.
 */
function following(first: Element | null, level: number): Element[] {
  const taken: Element[] = [];
  let next = first;
  for (let seen = 0; next !== null && seen < MAX_FOLLOWING; next = nextOf(next)) {
    if (isEmpty(next)) continue;
    const text = textOf(next);
    const isBelow = level > 0 && levelOf(next) > level;
    if (isHeading(next) && !opensFurtherPart(text) && !isBelow) break;
    const hasList = taken.some((each) => looksLikeList(textOf(each)));
    if (hasList && !looksLikeList(text) && !opensFurtherPart(text) && !isBelow && !isItem(next, taken)) break;
    const inner = query(next, HEADINGS);
    const isInnerBelow = inner !== null && level > 0 && levelOf(inner) > level;
    if (inner !== null && !isInnerBelow && taken.length > 0 && (hasList || !isListHeading(textOf(inner))))
      break;
    taken.push(next);
    seen += 1;
    if (text.length > MAX_BLOCK) break;
  }
  return taken;
}

/** A short line between lists of a kind with it: the name of the next product. */
const isItem = (next: Element, [first]: Element[]): boolean =>
  first !== undefined && tagOf(next) === tagOf(first) && !isLongerThan(next, MAX_HEADING);

/** A heading and where it was met. */
export type ListHeading = {
  element: Element;
  /** Set where the heading is loose text beside its list in `element`. */
  text?: Text;
  /** A link or tab among other words: only a panel that it names can hold the list. */
  panelOnly: boolean;
  /** The heading has the name of a product in it; what is below has to look like a list by itself. */
  isNamed?: true;
};

/** Whether a picture without words stands where the list under a heading should be. */
export function hasPictureBelow({ element }: ListHeading): boolean {
  const outer = parentOf(element);
  const places = [
    nextOf(element),
    outer && nextOf(outer),
    named(element, "aria-controls"),
    named(element, "href"),
  ];
  return places.some(
    (place) =>
      place !== null &&
      textOf(place).trim() === "" &&
      (/^(?:img|picture)$/.test(tagOf(place)) || query(place, "img,picture") !== null),
  );
}

/** Elements that hold the list under a heading; empty where there is none (yet). */
export function listBelow(heading: ListHeading): Element[] {
  const panel = namedPanel(heading.element) ?? labelledPanel(heading.element);
  if (panel !== null) return [panel];
  if (tagOf(heading.element) === "th") return cells(heading.element);
  const inPlace = panelInPlace(heading.element);
  if (inPlace !== null) return [inPlace];
  if (heading.panelOnly) return [];
  if (heading.text !== undefined) return following(heading.text.nextElementSibling, 0);
  const own = lettersOf(heading.element);
  const level = levelOf(heading.element);
  let element: Element | null = heading.element;
  let first: Element[] = [];
  for (let up = 0; element !== null && up < MAX_CLIMB; up += 1, element = parentOf(element)) {
    const tag = tagOf(element);
    // A wrapper that holds more than the heading already holds the list, or something that is not ours. A few words
    // beside the heading ("What is inside") are neither.
    if (tag === "body" || tag === "main" || tag === "details") break;
    if (first.length > 0 ? isLongerThan(element, MAX_HEAD) : lettersOf(element) !== own) break;
    const taken = following(nextOf(element), level);
    const isList = taken.some((each) => looksLikeList(textOf(each)));
    // From a wrapper on, what comes next may be another heading's.
    if (isList && (first.length === 0 || isInci(readList(taken).text))) return taken;
    if (first.length === 0) first = taken;
  }
  return first;
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

/** Share of a list's letters in links from which its lines may be those of a menu. */
const LINKED_SHARE = 0.7;

/** True where nearly all text of a list leads elsewhere. */
export function isLinked(regions: Element[]): boolean {
  const lengths = (element: Element) => textOf(element).replace(/\s+/g, "").length;
  const all = regions.reduce((sum, region) => sum + lengths(region), 0);
  const links = regions.flatMap((region) => [...queryAll(region, 'a[href]:not([href^="#"])')]);
  return (
    links.length >= MIN_ITEMS && links.reduce((sum, link) => sum + lengths(link), 0) >= all * LINKED_SHARE
  );
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
  const isNamed = !isListHeading(run) && run.length <= MAX_HEADING && namedHeading(run) !== null;
  if (isListHeading(run) || isNamed) {
    const named = isNamed ? { isNamed } : {};
    if (onlyHolds(container, run) || isHeading(container))
      return { element: container, panelOnly: false, ...named };
    return parent === container
      ? { element: container, text: node, panelOnly: false, ...named }
      : { element: parent, panelOnly: false, ...named };
  }
  return isListHeading(textOf(parent))
    ? { element: parent, panelOnly: parent !== container && !ownsLine(parent) }
    : null;
}

/** A bold line above its list, in one block with other lines. */
const ownsLine = (element: Element): boolean => {
  const next = nextOf(element);
  return next !== null && isBlock(next) && looksLikeList(textOf(next));
};

/** Where a line of a container begins with a bold lead-in ("**Ingredients** Aqua, Glycerin…"): where the list behind it begins; else -1. */
export function afterLeadIn(node: Text, run: string): number {
  const parent = parentOf(node);
  if (parent === null || !LEAD_TAGS.test(tagOf(parent))) return -1;
  const lead = textOf(parent).trim();
  if (!isListHeading(lead)) return -1;
  const line = `\n${run}`.indexOf(`\n${lead}`);
  const from = line + lead.length;
  return line >= 0 && looksLikeList(run.slice(from)) ? from : -1;
}
