/** Reads the blocks of a document that are worth judging, and keeps them up to date as the page changes. */
import type { Block, PageFacts, Zone } from "../engine/model.ts";
import { isConnected, isElement, isText, textOf, walk } from "./dom.ts";
import { hasAnchor, nextAnchor, nextHeadingHint } from "./gate.ts";
import { isListHeading, listInside, looksLikeList } from "./headings.ts";
import { headingAt, type ListHeading, listBelow, opensWithLeadIn, readList } from "./lists.ts";
import { partOfRun, type RunText, rangesOf, readRun, stillStands } from "./segments.ts";
import { isInSight } from "./sight.ts";
import { Containers, isSkipped, languageOf } from "./tags.ts";
import { Zones } from "./zones.ts";

/** Text of all blocks together, in UTF-16 units. What is beyond is left out and said so. */
const MAX_TOTAL = 1_000_000;
/** A subtree with more text than this is looked through in parts, so that one step stays short. */
const UNIT = 200_000;
const MAX_HEADINGS = 20;
/** Headings that clothes and food have too: they need a list behind them. */
const VAGUE = /^\W*(composi|zusammens|samenst|skład|bestandt)/i;

type Known = { block: Block; run: RunText; element: Element; list: boolean };
/** What has changed since it was last taken. */
export type Changes = { added: Block[]; removed: number[]; truncated: boolean };
/** Parts of the page that changed: subtrees that are new, and elements whose own text may be another. */
export type Dirty = { roots: Node[]; touched: Element[] };

/** Parts of a big subtree, each small enough for one step. */
function* units(root: Node): Generator<Node> {
  if (isElement(root) && isSkipped(root)) return;
  if (isText(root) || textOf(root).length <= UNIT) {
    yield root;
    return;
  }
  const walker = walk(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  if (walker.firstChild() === null) return;
  do yield* units(walker.currentNode);
  while (walker.nextSibling() !== null);
}

export class Reader {
  private readonly ids = { text: new WeakMap<Element, number>(), list: new WeakMap<Element, number>() };
  private readonly known = new Map<number, Known>();
  /** Blocks whose elements have gone; the same text in a new element is still the same block. */
  private orphans: Known[] = [];
  private readonly headings = new Map<Element, ListHeading>();
  private added = new Map<number, Block>();
  private removed = new Set<number>();
  private lastId = 0;
  private total = 0;
  private truncated = false;
  private moved = false;
  private containers = new Containers();
  private zones: Zones;
  private done = new Set<Element>();

  constructor(
    private readonly document: Document,
    private pageType: PageFacts["type"],
  ) {
    this.zones = new Zones(document, pageType);
  }

  /** Zones depend on the sort of page; takes effect with what is read from now on. */
  setPageType(type: PageFacts["type"]): void {
    this.pageType = type;
  }

  /** Reads everything below `root`. Each step is short; the page may change between steps. */
  *readAll(root: Node): Generator<void> {
    yield* this.update({ roots: [root], touched: [] });
  }

  /** Reads what has changed and drops what has gone. */
  *update(dirty: Dirty): Generator<void> {
    yield* this.readText(dirty);
    yield* this.readLists();
    for (const { block } of this.orphans) {
      this.added.delete(block.id);
      this.removed.add(block.id);
    }
    this.orphans = [];
  }

  /**
   * Reads the text of a small change in one go, so that words which only stand in other nodes now are found before the
   * page is painted. Has to be followed by `update` for the same change.
   */
  updateNow(dirty: Dirty): void {
    for (const _ of this.readText(dirty)) {
      // Without giving way.
    }
  }

  private *readText(dirty: Dirty): Generator<void> {
    this.containers = new Containers();
    this.zones = new Zones(this.document, this.pageType);
    this.done = new Set();
    this.collectOrphans();
    for (const touched of dirty.touched) {
      if (isConnected(touched)) this.readContainer(this.containers.of(touched));
      yield;
    }
    for (const root of dirty.roots) {
      if (!isConnected(root)) continue;
      for (const unit of units(root)) {
        yield* this.readUnit(unit);
        yield;
      }
    }
  }

  /** Reads the known blocks again where sight may have changed. Returns true if any block is different now. */
  recheckSight(): boolean {
    const before = this.added.size;
    for (const known of [...this.known.values()]) {
      const hidden = this.isHidden(known);
      if (hidden !== known.block.hidden) this.keep({ ...known, block: { ...known.block, hidden } });
    }
    return this.added.size > before;
  }

  /** True where some block cannot be seen now. */
  get hasHidden(): boolean {
    for (const { block } of this.known.values()) if (block.hidden) return true;
    return false;
  }

  /** Elements of all blocks, to be read again when layout is final. */
  get elements(): Element[] {
    return [...this.known.values()].filter(({ list }) => !list).map(({ element }) => element);
  }

  /** Hands over what changed since the last call. */
  takeChanges(): Changes {
    const changes = {
      added: [...this.added.values()],
      removed: [...this.removed],
      truncated: this.truncated,
    };
    this.added = new Map();
    this.removed = new Set();
    return changes;
  }

  /** True where blocks were read again since the last call: their text may stand in other nodes now. */
  takeMoved(): boolean {
    const { moved } = this;
    this.moved = false;
    return moved;
  }

  /** All blocks as they are now. */
  get blocks(): Block[] {
    return [...this.known.values(), ...this.orphans].map(({ block }) => block);
  }

  /** True where elements of blocks have gone and no other element has taken their text up yet. */
  get hasOrphans(): boolean {
    return this.orphans.length > 0;
  }

  /** True where a block has changed or gone since the changes were last taken. */
  hasNews(block: number): boolean {
    return this.added.has(block) || this.removed.has(block);
  }

  get isTruncated(): boolean {
    return this.truncated;
  }

  /** Where a span of a block stands in the page; null where it is not there, or the page has put other words there. */
  place(block: number, start: number, end: number): { ranges: StaticRange[]; container: Element } | null {
    const known = this.known.get(block);
    if (known === undefined || !stillStands(known.run, start, end)) return null;
    const ranges = rangesOf(known.run.segments, start, end);
    return ranges.length === 0 ? null : { ranges, container: known.element };
  }

  private *readUnit(unit: Node): Generator<void> {
    const text = textOf(unit);
    let anchor = nextAnchor(text, 0);
    let hint = nextHeadingHint(text, 0);
    if (anchor >= text.length && hint >= text.length) return;
    const anchored: Text[] = [];
    const hinted: Text[] = [];
    const walker = walk(unit, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
    let offset = 0;
    let node = isText(unit) ? unit : (walker.nextNode() as Text | null);
    for (
      ;
      node !== null && (anchor < text.length || hint < text.length);
      node = walker.nextNode() as Text | null
    ) {
      const end = offset + node.length;
      if (anchor < end) {
        anchored.push(node);
        anchor = nextAnchor(text, end);
      }
      if (hint < end) {
        hinted.push(node);
        hint = nextHeadingHint(text, end);
      }
      offset = end;
    }
    for (const hit of anchored) {
      if (this.readContainer(this.containers.of(hit))) yield;
    }
    for (const hit of hinted) {
      this.noteHeading(hit);
      yield;
    }
  }

  /** Reads one container again. Returns false where there was nothing to do. */
  private readContainer(container: Element | null): boolean {
    if (container === null || this.done.has(container) || !isConnected(container)) return false;
    this.done.add(container);
    const id = this.ids.text.get(container);
    const plain = readRun(container);
    const hasClaim = hasAnchor(plain.text);
    const inList = listInside(plain.text);
    if (!hasClaim && id !== undefined) this.drop(id);
    if (!hasClaim && inList === null) return true;
    const run = readRun(container, { styled: true });
    if (inList !== null) this.keepList(container, partOfRun(run, inList.start, inList.end));
    if (hasClaim) this.keepText(container, run, this.zones.of(container));
    return true;
  }

  private noteHeading(node: Text): void {
    const container = this.containers.of(node);
    if (container === null || !isConnected(node)) return;
    const run = readRun(container);
    if (listInside(run.text) !== null) this.readContainer(container);
    else if (opensWithLeadIn(node, run.text)) this.keepList(container, readRun(container, { styled: true }));
    else {
      const heading = headingAt(node, container, run.text);
      if (heading !== null && (this.headings.size < MAX_HEADINGS || this.headings.has(heading.element)))
        this.headings.set(heading.element, heading);
    }
  }

  private *readLists(): Generator<void> {
    for (const [element, heading] of this.headings) {
      const stillHeads = isConnected(element) && isListHeading(heading.text?.data ?? textOf(element));
      const regions = stillHeads ? listBelow(heading) : [];
      const run = regions.length === 0 ? null : readList(regions);
      const zone = this.zones.of(element);
      const vague = VAGUE.test(textOf(element)) && !looksLikeList(run?.text ?? "");
      if (run === null || run.text.length < 3 || vague || zone === "tile" || zone === "review") {
        const id = this.ids.list.get(element);
        if (id !== undefined) this.drop(id);
        if (!isConnected(element)) this.headings.delete(element);
      } else this.keepList(element, run, regions[0]);
      yield;
    }
  }

  private keepList(heading: Element, run: RunText, sight: Element = heading): void {
    const others = [...this.known].filter(([, { list, element }]) => list && element !== heading);
    // The same list under two headings, or a part of one.
    if (others.some(([, { block }]) => block.text.includes(run.text))) return;
    const inside = others.filter(([, { block }]) => run.text.includes(block.text));
    // A panel around one list says no more than the list; a panel around parts of a list is the whole.
    if (inside.length === 1 && inside.every(([, { block }]) => looksLikeList(block.text))) return;
    for (const [id] of inside) this.drop(id);
    const id = this.idOf("list", heading, run.text);
    const block: Block = {
      id,
      zone: "ingredients",
      text: run.text,
      hidden: !isInSight(sight),
      ...this.lang(sight),
    };
    this.keep({ block, run, element: heading, list: true });
  }

  private keepText(container: Element, run: RunText, zone: Zone): void {
    for (const { list, block, element } of this.known.values()) {
      // Entries of a list that is sent as a whole are not claims.
      if (list && element !== container && looksLikeList(run.text) && block.text.includes(run.text)) return;
    }
    const id = this.idOf("text", container, run.text);
    const block: Block = { id, zone, text: run.text, hidden: !isInSight(container), ...this.lang(container) };
    this.keep({ block, run, element: container, list: false });
  }

  private keep(known: Known): void {
    const { block, run } = known;
    const before = this.known.get(block.id);
    const total = this.total + block.text.length - (before?.block.text.length ?? 0);
    if (total > MAX_TOTAL) {
      this.truncated = true;
      return;
    }
    this.truncated ||= run.truncated;
    this.total = total;
    this.known.set(block.id, known);
    this.moved ||= !known.list;
    const old = before?.block;
    const same =
      old !== undefined &&
      old.text === block.text &&
      old.zone === block.zone &&
      old.hidden === block.hidden &&
      old.lang === block.lang;
    if (same) return;
    this.removed.delete(block.id);
    this.added.set(block.id, block);
  }

  private drop(id: number): void {
    const known = this.known.get(id);
    if (known === undefined) return;
    this.total -= known.block.text.length;
    this.known.delete(id);
    this.moved = true;
    this.added.delete(id);
    this.removed.add(id);
  }

  private isHidden({ element, list }: Known): boolean {
    const heading = list ? this.headings.get(element) : undefined;
    const sight = heading === undefined ? element : (listBelow(heading)[0] ?? element);
    return !isInSight(sight);
  }

  private idOf(kind: "text" | "list", element: Element, text: string): number {
    const ids = this.ids[kind];
    const known = ids.get(element) ?? this.adopt(kind, text);
    if (known !== undefined) {
      ids.set(element, known);
      return known;
    }
    this.lastId += 1;
    ids.set(element, this.lastId);
    return this.lastId;
  }

  /** Takes up the block of an element that has gone, where a new element holds the same text. */
  private adopt(kind: "text" | "list", text: string): number | undefined {
    const index = this.orphans.findIndex(
      ({ block, list }) => list === (kind === "list") && block.text === text,
    );
    const orphan = this.orphans[index];
    if (orphan === undefined) return undefined;
    this.orphans.splice(index, 1);
    this.known.set(orphan.block.id, orphan);
    this.total += text.length;
    return orphan.block.id;
  }

  private collectOrphans(): void {
    for (const [id, known] of this.known) {
      if (isConnected(known.element)) continue;
      this.known.delete(id);
      this.total -= known.block.text.length;
      this.ids[known.list ? "list" : "text"].delete(known.element);
      this.orphans.push(known);
      this.moved = true;
    }
  }

  private lang(element: Element): { lang?: string } {
    const lang = languageOf(element);
    return lang === undefined ? {} : { lang };
  }
}
