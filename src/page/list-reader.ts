/** The ingredient lists of a document: under headings, inside running text, and where only their shape shows what they are. */
import type { Block, PageFacts } from "../engine/model.ts";
import type { BlockStore } from "./block-store.ts";
import { isConnected, isLongerThan, parentOf, previousOf, queryAll, rootOf, textOf } from "./dom.ts";
import { isListHeading, leadInside, looksLikeList, namedHeading, opensFurtherPart } from "./headings.ts";
import { isInci } from "./inci-shape.ts";
import { namesOf } from "./list-names.ts";
import { candidatesIn } from "./list-shape.ts";
import { listsIn } from "./list-text.ts";
import {
  afterLeadIn,
  hasPictureBelow,
  headingAt,
  isLinked,
  type ListHeading,
  listBelow,
  readList,
} from "./lists.ts";
import { joinRuns, partOfRun, type RunText, readRun } from "./segments.ts";
import { isInSight } from "./sight.ts";
import { type Containers, isSkipped, languageOf } from "./tags.ts";
import type { Zones } from "./zones.ts";

const MAX_HEADINGS = 40;
/** Longest text of a drug label's active ingredients. */
const MAX_ACTIVES = 400;
/** Longest name of a product or shade. */
const MAX_LABEL = 100;
/** Headings that clothes and food have too: they need a list behind them. */
const VAGUE = /^\W*(composi|zusammens|samenst|skład|bestandt)/i;
const ACTIVES = /^\W*(?:active|medicinal|drug)/i;
const OTHERS = /^\W*(?:inactive|non-?medicinal|other)/i;

export class ListReader {
  private readonly headings = new Map<Element, ListHeading>();

  constructor(private readonly store: BlockStore) {}

  /** Looks at a text node whose words may head a list, and reads the list where it stands in the same run of text. */
  note(node: Text, container: Element, zones: Zones): void {
    const run = readRun(container);
    const after = afterLeadIn(node, run.text);
    if (leadInside(run.text) >= 0) this.readInside(container, readRun(container, { styled: true }), zones);
    else if (after >= 0) {
      const styled = readRun(container, { styled: true });
      // Style may have parted lines that stood in one.
      const from = Math.max(afterLeadIn(node, styled.text), 0);
      if (mayHold(container, zones)) this.keep(container, partOfRun(styled, from, styled.text.length));
    } else {
      const heading = headingAt(node, container, run.text);
      if (heading !== null && (this.headings.size < MAX_HEADINGS || this.headings.has(heading.element)))
        this.headings.set(heading.element, heading);
    }
  }

  /** Keeps the list that a container's own text holds behind a lead-in ("Ingredients: …"). */
  readInside(container: Element, run: RunText, zones: Zones): void {
    const from = leadInside(run.text);
    if (from < 0 || !mayHold(container, zones)) return;
    const own = partOfRun(run, from, run.text.length);
    const actives = OTHERS.test(own.text) ? activesBefore(container) : null;
    this.keep(container, actives === null ? own : joinRuns([actives, own]));
  }

  /** Reads the lists where the shop is known to put them. Elements that hold no list there are left alone. */
  *readKnown(document: Document, selector: string | undefined, zones: Zones): Generator<void> {
    const root = rootOf(document);
    if (selector === undefined || root === null) return;
    for (const element of queryAll(root, selector)) {
      if (isSkipped(element) || !mayHold(element, zones)) continue;
      const run = readList([element]);
      if (isInci(run.text) || leadInside(run.text) >= 0) this.keep(element, run);
      yield;
    }
  }

  /** Reads the lists under all headings again. */
  *readAll(zones: Zones): Generator<void> {
    let actives: { element: Element; run: RunText } | null = null;
    for (const [element, heading] of this.headings) {
      const run = this.runBelow(element, heading, zones);
      const title = textOf(element);
      if (run === null) {
        this.drop(element);
        if (!isConnected(element)) this.headings.delete(element);
        else if (isListHeading(textOf(element).trim()) && hasPictureBelow(heading)) this.keepPicture(element);
      } else if (actives !== null && OTHERS.test(title) && !actives.run.text.includes(run.text)) {
        // Two panels of one label.
        this.keep(actives.element, joinRuns([actives.run, run]));
        this.drop(element);
        actives = null;
      } else {
        actives = ACTIVES.test(title) ? { element, run } : null;
        this.keep(element, run);
      }
      yield;
    }
    this.nameAll();
  }

  /** Looks for lists without a heading, where none was found. Only product pages are worth it. */
  *readShapes(roots: Node[], type: PageFacts["type"], containers: Containers, zones: Zones): Generator<void> {
    if (type === "article" || type === "listing") return;
    if (this.store.lists.some(({ block }) => looksLikeList(block.text))) return;
    let found = false;
    for (const root of roots) {
      for (const { element, run } of candidatesIn(root, containers)) {
        const zone = run === null ? "other" : zones.of(element);
        if (run !== null && (zone === "description" || zone === "bullets")) {
          this.keep(element, run);
          found = true;
        }
        yield;
      }
    }
    if (found) this.nameAll();
  }

  private runBelow(element: Element, heading: ListHeading, zones: Zones): RunText | null {
    if (!isConnected(element)) return null;
    const title = heading.text?.data ?? readRun(element, { deep: true }).text;
    const named = heading.isNamed === true ? namedHeading(title) : null;
    if ((!isListHeading(title) && named === null) || !mayHold(element, zones)) return null;
    const regions = listBelow(heading);
    if (regions.length === 0) return null;
    const run = readList(regions);
    if (run.text.length < 3 || (VAGUE.test(title) && !looksLikeList(run.text))) return null;
    // Links in a row without commas are a menu, unless their words are those of labels.
    const isMenu = isLinked(regions) && (run.text.match(/[,;、，]/g)?.length ?? 0) < regions.length + 2;
    if ((named !== null || isMenu) && !isInci(run.text)) return null;
    // The name in a heading and the heading of a part are read with the list.
    return named !== null || opensFurtherPart(title.trim()) ? joinRuns([readRun(element), run]) : run;
  }

  private drop(element: Element): void {
    for (const id of this.store.idsOf("list", element)) this.store.drop(id);
  }

  private keep(element: Element, run: RunText): void {
    const lists = listsIn(run.text, new Set(run.titles));
    const before = this.store.idsOf("list", element);
    const kept: number[] = [];
    const texts: string[] = [];
    for (const { parts, label } of lists) {
      const part = joinRuns(parts.map(({ start, end }) => partOfRun(run, start, end)));
      // One list for phones and one for desks may stand in one place.
      if (texts.includes(part.text)) continue;
      const id = this.keepOne(element, part, label, kept.length);
      if (id !== null) kept.push(id);
      texts.push(part.text);
    }
    for (const id of before) if (!kept.includes(id)) this.store.drop(id);
  }

  private keepOne(element: Element, run: RunText, label: string, at: number): number | null {
    const others = this.store.lists.filter((known) => known.element !== element);
    // The same list under two headings, or a part of one.
    if (run.text === "" || others.some(({ block }) => block.text.includes(run.text))) return null;
    const inside = others.filter(({ block }) => run.text.includes(block.text));
    // A panel around one list says no more than the list; a panel around parts of a list is the whole.
    const [only] = inside;
    if (inside.length === 1 && only !== undefined && looksLikeList(only.block.text)) {
      const besides = run.text.replace(only.block.text, "");
      if (!besides.split("\n").some((line) => ACTIVES.test(line) && opensFurtherPart(line))) return null;
    }
    for (const { block } of inside) this.store.drop(block.id);
    const id = this.store.idOf("list", element, run.text, at);
    const lang = languageOf(element);
    const block: Block = {
      id,
      zone: "ingredients",
      text: run.text,
      hidden: !isInSight(placeOf(run) ?? element),
      ...(lang === undefined ? {} : { lang }),
      ...(label === "" ? {} : { label: label.slice(0, MAX_LABEL) }),
    };
    this.store.keep({ block, run, element, list: true });
    return id;
  }

  /** A list that is a picture: the report says that it could not be read. */
  private keepPicture(element: Element): void {
    if (this.store.lists.length > 0) return;
    const id = this.store.idOf("list", element, "");
    const block: Block = { id, zone: "ingredients", text: "", hidden: !isInSight(element) };
    this.store.keep({ block, run: joinRuns([]), element, list: true });
  }

  /** Several lists are told apart by the headings of the page before them. */
  private nameAll(): void {
    const lists = this.store.lists.filter(({ block }) => looksLikeList(block.text));
    if (lists.length < 2 || lists.some(({ block }) => block.label !== undefined)) return;
    namesOf(lists.map(({ element }) => element)).forEach((label, at) => {
      const known = lists[at];
      if (known !== undefined)
        this.store.keep({ ...known, block: { ...known.block, label: label.slice(0, MAX_LABEL) } });
    });
  }
}

/** "Active ingredient: salicylic acid 2%", right before the element with the other ingredients; null where there is none. */
function activesBefore(container: Element): RunText | null {
  const before = previousOf(container);
  if (before === null || isLongerThan(before, MAX_ACTIVES) || !ACTIVES.test(textOf(before))) return null;
  return readRun(before, { deep: true, styled: true });
}

/** Element whose sight is the list's: where its text begins. */
export const placeOf = ({ segments }: RunText): Element | null =>
  segments[0] === undefined ? null : parentOf(segments[0].node);

function mayHold(element: Element, zones: Zones): boolean {
  const zone = zones.of(element);
  return zone !== "tile" && zone !== "review";
}
