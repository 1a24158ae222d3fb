/** Reads the blocks of a document that are worth judging, and keeps them up to date as the page changes. */
import type { Block, PageFacts, Zone } from "../engine/model.ts";
import { hasAnchor, nextAnchor } from "./anchors.ts";
import { BlockStore, type Known } from "./block-store.ts";
import { isConnected } from "./dom.ts";
import { hasDose, nextDose, nextHeadingHint } from "./gate.ts";
import { leadInside, looksLikeList } from "./headings.ts";
import { hitsIn } from "./hits.ts";
import { ListReader, placeOf } from "./list-reader.ts";
import { type RunText, readRun } from "./segments.ts";
import type { Shop } from "./shops/shop.ts";
import { Sight } from "./sight.ts";
import { Containers, languageOf } from "./tags.ts";
import { Zones } from "./zones.ts";

/** Parts of the page that changed: subtrees that are new, and elements whose own text may be another. */
export type Dirty = { roots: Node[]; touched: Element[] };

export class Reader {
  /** What was read so far: blocks, their places, and what is new. */
  readonly store = new BlockStore();
  private readonly lists = new ListReader(this.store);
  private containers = new Containers();
  private zones: Zones;
  private sight = new Sight();
  private done = new Set<Element>();

  constructor(
    private readonly document: Document,
    private pageType: PageFacts["type"],
    private readonly shop: Shop | null = null,
  ) {
    this.zones = new Zones(document, pageType, shop);
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
    yield* this.lists.readKnown(this.document, this.shop?.ingredients, this.zones);
    yield* this.lists.readAll(this.zones);
    yield* this.lists.readShapes(dirty.roots, this.pageType, this.containers, this.zones);
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
    this.sight = new Sight();
    this.zones = new Zones(this.document, this.pageType, this.shop);
    this.done = new Set();
    this.store.collectOrphans();
    for (const touched of dirty.touched) {
      if (isConnected(touched)) this.readContainer(this.containers.of(touched));
      yield;
    }
    for (const root of dirty.roots) {
      if (!isConnected(root)) continue;
      for (const hits of hitsIn(root, [nextAnchor, nextHeadingHint, nextDose])) {
        yield* this.readHits(hits);
        yield;
      }
    }
  }

  /** Reads the known blocks again where sight may have changed. Returns true if any block is different now. */
  recheckSight(): boolean {
    const before = this.store.newsCount;
    this.sight = new Sight();
    for (const known of this.store.all()) {
      const hidden = this.isHidden(known);
      if (hidden !== known.block.hidden) this.store.keep({ ...known, block: { ...known.block, hidden } });
    }
    return this.store.newsCount > before;
  }

  /** True where some block cannot be seen now. */
  get hasHidden(): boolean {
    for (const { block } of this.store.all()) if (block.hidden) return true;
    return false;
  }

  /** Elements of all blocks, to be read again when layout is final. */
  get elements(): Element[] {
    return [...this.store.all()].filter(({ list }) => !list).map(({ element }) => element);
  }

  private *readHits([anchored = [], hinted = [], dosed = []]: Text[][]): Generator<void> {
    for (const hit of [...anchored, ...dosed]) {
      if (this.readContainer(this.containers.of(hit))) yield;
    }
    for (const hit of hinted) {
      const container = this.containers.of(hit);
      if (container !== null && isConnected(hit)) this.lists.note(hit, container, this.zones);
      yield;
    }
  }

  /** Reads one container again. Returns false where there was nothing to do. */
  private readContainer(container: Element | null): boolean {
    if (container === null || this.done.has(container) || !isConnected(container)) return false;
    this.done.add(container);
    const [id] = this.store.idsOf("text", container);
    const plain = readRun(container);
    const isSaid = hasAnchor(plain.text) || hasDose(plain.text);
    const hasList = leadInside(plain.text) >= 0;
    if (!isSaid && id !== undefined) this.store.drop(id);
    if (!isSaid && !hasList) return true;
    const run = readRun(container, { styled: true });
    if (hasList) this.lists.readInside(container, run, this.zones);
    if (isSaid) this.keepText(container, run, this.zones.of(container));
    return true;
  }

  private keepText(container: Element, run: RunText, zone: Zone): void {
    // Entries of a list that is sent as a whole are not claims.
    const isEntry = ({ block, element }: Known) => element !== container && block.text.includes(run.text);
    if (looksLikeList(run.text) && this.store.lists.some(isEntry)) return;
    const id = this.store.idOf("text", container, run.text);
    const block: Block = {
      id,
      zone,
      text: run.text,
      hidden: !this.sight.has(container),
      ...this.lang(container),
    };
    this.store.keep({ block, run, element: container, list: false });
  }

  private isHidden({ element, list, run }: Known): boolean {
    return !this.sight.has((list ? placeOf(run) : null) ?? element);
  }

  private lang(element: Element): { lang?: string } {
    const lang = languageOf(element);
    return lang === undefined ? {} : { lang };
  }
}
