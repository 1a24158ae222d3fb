/** Reads the blocks of a document that are worth judging, and keeps them up to date as the page changes. */
import type { Block, PageFacts, Zone } from "../engine/model.ts";
import { BlockStore, type Known } from "./block-store.ts";
import { isConnected, textOf } from "./dom.ts";
import { hasAnchor } from "./gate.ts";
import { isListHeading, listInside, looksLikeList } from "./headings.ts";
import { hitsIn, unitsOf } from "./hits.ts";
import { headingAt, type ListHeading, listBelow, opensWithLeadIn, readList } from "./lists.ts";
import { partOfRun, type RunText, readRun } from "./segments.ts";
import { isInSight } from "./sight.ts";
import { Containers, languageOf } from "./tags.ts";
import { Zones } from "./zones.ts";

const MAX_HEADINGS = 20;
/** Headings that clothes and food have too: they need a list behind them. */
const VAGUE = /^\W*(composi|zusammens|samenst|skład|bestandt)/i;

/** Parts of the page that changed: subtrees that are new, and elements whose own text may be another. */
export type Dirty = { roots: Node[]; touched: Element[] };

export class Reader {
  /** What was read so far: blocks, their places, and what is new. */
  readonly store = new BlockStore();
  private readonly headings = new Map<Element, ListHeading>();
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
    this.store.dropOrphans();
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
    this.store.collectOrphans();
    for (const touched of dirty.touched) {
      if (isConnected(touched)) this.readContainer(this.containers.of(touched));
      yield;
    }
    for (const root of dirty.roots) {
      if (!isConnected(root)) continue;
      for (const unit of unitsOf(root)) {
        yield* this.readUnit(unit);
        yield;
      }
    }
  }

  /** Reads the known blocks again where sight may have changed. Returns true if any block is different now. */
  recheckSight(): boolean {
    const before = this.store.newsCount;
    for (const known of this.store.all) {
      const hidden = this.isHidden(known);
      if (hidden !== known.block.hidden) this.store.keep({ ...known, block: { ...known.block, hidden } });
    }
    return this.store.newsCount > before;
  }

  /** True where some block cannot be seen now. */
  get hasHidden(): boolean {
    return this.store.all.some(({ block }) => block.hidden);
  }

  /** Elements of all blocks, to be read again when layout is final. */
  get elements(): Element[] {
    return this.store.all.filter(({ list }) => !list).map(({ element }) => element);
  }

  private *readUnit(unit: Node): Generator<void> {
    const { anchored, hinted } = hitsIn(unit);
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
    const id = this.store.knownId("text", container);
    const plain = readRun(container);
    const hasClaim = hasAnchor(plain.text);
    const inList = listInside(plain.text);
    if (!hasClaim && id !== undefined) this.store.drop(id);
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
        const id = this.store.knownId("list", element);
        if (id !== undefined) this.store.drop(id);
        if (!isConnected(element)) this.headings.delete(element);
      } else this.keepList(element, run, regions[0]);
      yield;
    }
  }

  private keepList(heading: Element, run: RunText, sight: Element = heading): void {
    const others = this.store.all.filter(({ list, element }) => list && element !== heading);
    // The same list under two headings, or a part of one.
    if (others.some(({ block }) => block.text.includes(run.text))) return;
    const inside = others.filter(({ block }) => run.text.includes(block.text));
    // A panel around one list says no more than the list; a panel around parts of a list is the whole.
    if (inside.length === 1 && inside.every(({ block }) => looksLikeList(block.text))) return;
    for (const { block } of inside) this.store.drop(block.id);
    const id = this.store.idOf("list", heading, run.text);
    const block: Block = {
      id,
      zone: "ingredients",
      text: run.text,
      hidden: !isInSight(sight),
      ...this.lang(sight),
    };
    this.store.keep({ block, run, element: heading, list: true });
  }

  private keepText(container: Element, run: RunText, zone: Zone): void {
    for (const { list, block, element } of this.store.all) {
      // Entries of a list that is sent as a whole are not claims.
      if (list && element !== container && looksLikeList(run.text) && block.text.includes(run.text)) return;
    }
    const id = this.store.idOf("text", container, run.text);
    const block: Block = { id, zone, text: run.text, hidden: !isInSight(container), ...this.lang(container) };
    this.store.keep({ block, run, element: container, list: false });
  }

  private isHidden({ element, list }: Known): boolean {
    const heading = list ? this.headings.get(element) : undefined;
    const sight = heading === undefined ? element : (listBelow(heading)[0] ?? element);
    return !isInSight(sight);
  }

  private lang(element: Element): { lang?: string } {
    const lang = languageOf(element);
    return lang === undefined ? {} : { lang };
  }
}
