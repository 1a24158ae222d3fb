/** Follows the page's own changes: gathers them, waits a moment, and hands them over in one piece. */
import { bodyOf, isConnected, isElement, isText, parentInTree, stateOf, tagOf } from "./dom.ts";
import type { Dirty } from "./read.ts";
import { customShadowRoots, lookForShadows, shadowRootsIn } from "./shadow.ts";
import { isHuge } from "./size.ts";
import { HOST } from "./tags.ts";
import { type Clock, runInSlices } from "./work.ts";

/** Ms between the first change of a batch and its handling; grows while a page keeps changing. */
const PAUSE = 60;
const MAX_PAUSE = 2_000;
/** Batches with news in them that are handled at full speed before the pause grows. */
const FREE_BATCHES = 20;
/** Batches without news in a row, and batches altogether, after which we stop listening until the reader acts. */
const MAX_FRUITLESS = 100;
const MAX_BATCHES = 300;
/** More single changes than this in one batch: the whole body is read again instead, which takes less than to sort them. */
const MAX_PARTS = 4_000;
/** As many changes in one turn are looked at before the page is painted; more are left until the batch is handled. */
const NOW_MOST = 100;

/** Ms after the load at which shadow roots are looked for: nothing tells when an element gets one. */
const SHADOWS_AFTER = [0, 1_000, 4_000];
/** No attributes: they cost as much again. */
const OBSERVED = { childList: true, characterData: true, subtree: true };

/** What a reader does with a page; where it had changed too much to be followed, it is followed again. */
export const READER_ACTS = ["click", "keyup", "wheel", "touchend"];

export type WatchOptions = {
  clock: Clock;
  /** Handles one batch and says, when it is done, whether anything worth knowing was in it. */
  handle: (dirty: Dirty, done: (fruitful: boolean) => void) => void;
  /** Told of a small change at once, before the page is painted, and long before `handle` is. */
  now: (dirty: Dirty) => void;
  /** The page removed our element. */
  hostRemoved: () => void;
};

export class Watch {
  private readonly observer: MutationObserver;
  private roots = new Set<Node>();
  private touched = new Set<Element>();
  /** Changes that came in too great a number to be looked at yet. */
  private unsorted: MutationRecord[][] = [];
  private unsortedCount = 0;
  private gone = false;
  private pause = PAUSE;
  private fruitless = 0;
  private batches = 0;
  private waiting: (() => void) | null = null;
  private handling = false;
  private on = false;
  /** Shadow roots that are followed. */
  private shadows = new Set<ShadowRoot>();
  private stopLooking: (() => void)[] = [];

  constructor(
    private readonly document: Document,
    private readonly options: WatchOptions,
  ) {
    this.observer = new MutationObserver((records) => this.gather(records));
  }

  start(): void {
    if (this.on) return;
    this.on = true;
    this.refresh();
    // The document itself, since a page may replace its root element.
    this.observer.observe(this.document, OBSERVED);
    this.shadows = new Set();
    const { clock } = this.options;
    const look = () => {
      this.stopLooking = SHADOWS_AFTER.map((ms, at) =>
        clock.after(ms, () => this.look(at === SHADOWS_AFTER.length - 1)),
      );
    };
    if (stateOf(this.document) === "complete") look();
    else {
      addEventListener("load", look, { once: true });
      this.stopLooking = [() => removeEventListener("load", look)];
    }
  }

  /**
   * Follows open shadow roots that were not there before, and hands them over as new parts of the page.
   * @param everywhere in every element, not only where such roots nearly always are
   */
  private look(everywhere: boolean): void {
    if (!everywhere && !isHuge()) this.followShadows(customShadowRoots(this.document));
    const body = bodyOf(this.document);
    if (!everywhere || body === null) return;
    const all: ShadowRoot[] = [];
    const spent = { total: 0, longest: 0 };
    const steps = lookForShadows(body, all);
    runInSlices(
      steps,
      this.options.clock,
      spent,
      () => this.followShadows(all),
      () => this.on,
    );
  }

  private followShadows(all: ShadowRoot[]): void {
    const found = this.newShadows(all);
    for (const shadow of found) this.roots.add(shadow);
    if (found.length > 0) this.plan();
  }

  /** Those that were not followed before; they are from now on. */
  private newShadows(all: ShadowRoot[]): ShadowRoot[] {
    for (const shadow of this.shadows) if (!isConnected(shadow)) this.shadows.delete(shadow);
    const found = all.filter((shadow) => !this.shadows.has(shadow));
    for (const shadow of found) {
      this.shadows.add(shadow);
      this.observer.observe(shadow, OBSERVED);
    }
    return found;
  }

  stop(): void {
    this.on = false;
    this.observer.disconnect();
    for (const stop of this.stopLooking) stop();
    this.waiting?.();
    this.waiting = null;
    this.roots.clear();
    this.touched.clear();
    this.unsorted = [];
    this.unsortedCount = 0;
    this.gone = false;
  }

  /** The reader of the page did something, so what changes now is worth a fresh look. */
  refresh(): void {
    this.fruitless = 0;
    this.batches = 0;
    this.pause = PAUSE;
  }

  /** True where the page changed so often to no avail that it is not followed until the reader acts. */
  get hasGivenUp(): boolean {
    return this.fruitless >= MAX_FRUITLESS || this.batches >= MAX_BATCHES;
  }

  private gather(records: MutationRecord[]): void {
    if (records.length > NOW_MOST) {
      if (this.unsortedCount <= MAX_PARTS) this.unsorted.push(records);
      this.unsortedCount += records.length;
      this.plan();
      return;
    }
    const { roots, touched } = this.sort(records);
    if (this.hasNews) this.plan();
    if (roots.size + touched.size > 0) this.options.now({ roots: outermost(roots), touched: [...touched] });
  }

  private get hasNews(): boolean {
    return this.roots.size > 0 || this.touched.size > 0 || this.unsortedCount > 0 || this.gone;
  }

  /** Takes changes into the next batch, and says what was new or touched by them. */
  private sort(records: MutationRecord[]) {
    const roots = new Set<Node>();
    const touched = new Set<Element>();
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === "characterData") {
        const parent = isText(target) ? parentInTree(target) : null;
        if (parent !== null) touched.add(parent);
        continue;
      }
      let theirs = false;
      for (const node of addedNodes) {
        if (isElement(node) && tagOf(node) === HOST) continue;
        theirs = true;
        if (isElement(node)) roots.add(node);
      }
      for (const node of removedNodes) {
        if (isElement(node) && tagOf(node) === HOST) {
          this.options.clock.after(PAUSE, () => this.on && this.options.hostRemoved());
          continue;
        }
        theirs = true;
        this.gone = true;
      }
      if (theirs && isElement(target)) touched.add(target);
    }
    for (const root of roots) this.roots.add(root);
    for (const each of touched) this.touched.add(each);
    return { roots, touched };
  }

  /** The changes that were left until now, and instead of too many of them the whole page. */
  private sortAll(): void {
    const { unsorted, unsortedCount } = this;
    this.unsorted = [];
    this.unsortedCount = 0;
    if (unsortedCount <= MAX_PARTS) for (const records of unsorted) this.sort(records);
    if (unsortedCount + this.roots.size + this.touched.size <= MAX_PARTS) return;
    this.touched.clear();
    const body = bodyOf(this.document);
    this.roots = new Set(body === null ? [] : [body, ...this.shadows]);
  }

  private plan(): void {
    if (this.waiting !== null || this.handling || !this.on) return;
    const pause = stateOf(this.document) === "complete" ? this.pause : Math.min(this.pause, PAUSE);
    this.waiting = this.options.clock.after(pause, () => {
      this.waiting = null;
      this.hand();
    });
  }

  private hand(): void {
    this.sortAll();
    const roots = outermost(this.roots);
    const dirty: Dirty = {
      roots: [...roots, ...this.newShadows(roots.filter(isConnected).flatMap(shadowRootsIn))],
      touched: [...this.touched],
    };
    this.roots = new Set();
    this.touched = new Set();
    this.gone = false;
    this.handling = true;
    this.options.handle(dirty, (fruitful) => {
      this.handling = false;
      if (!this.on) return;
      this.fruitless = fruitful ? 0 : this.fruitless + 1;
      this.batches += 1;
      const calm = fruitful && this.batches <= FREE_BATCHES;
      this.pause = calm ? PAUSE : Math.min(this.pause * 1.5, MAX_PAUSE);
      if (this.hasGivenUp) this.stop();
      else if (this.hasNews) this.plan();
    });
  }
}

/** The nodes of a set that no other node of the set holds. */
function outermost(nodes: Set<Node>): Node[] {
  return [...nodes].filter((node) => {
    for (let at = parentInTree(node); at !== null; at = parentInTree(at)) if (nodes.has(at)) return false;
    return true;
  });
}
