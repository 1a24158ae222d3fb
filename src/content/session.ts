/** One document from first look to take-down: reads, tells the background, draws what comes back, follows the page. */
import type { Mark, PageStatus, PageTiming, Removed } from "../messaging/messages.ts";
import { bodyOf, stateOf, textOf } from "../page/dom.ts";
import { inOrder, type Place } from "../page/order.ts";
import { KnownFacts } from "../page/page-facts.ts";
import { type Dirty, Reader } from "../page/read.ts";
import type { Shop } from "../page/shops/shop.ts";
import { shopOf } from "../page/shops/shops.ts";
import { Show } from "../page/show.ts";
import type { PlacedMark } from "../page/types.ts";
import { READER_ACTS, Watch } from "../page/watch.ts";
import { type Clock, runInSlices, type Spent, timed } from "../page/work.ts";
import { Cards } from "./cards.ts";
import { Conversation } from "./conversation.ts";
import { Guide } from "./guide.ts";

/** What may bring hidden words into sight. */
const SIGHT_EVENTS = ["click", "keyup", "toggle", "transitionend", "animationend", "scrollend"];
/** Ms after such an event at which hidden blocks are looked at again. */
const SIGHT_PAUSE = 150;
/** Ms after the load at which they are looked at again: some pages keep all out of sight while they get ready. */
const READY_AFTER = [1_000, 4_000];
/** Text of a change, in UTF-16 units, up to which it is read before the page is painted; that takes 1 or 2 ms. */
const SMALL_TEXT = 20_000;
const SMALL_PARTS = 100;

export type SessionOptions = {
  document: Document;
  docId: string;
  clock: Clock;
  /** Only the top frame speaks for the page. */
  isTop: boolean;
  send(message: unknown): Promise<unknown>;
  t(key: string, ...substitutions: (string | number)[]): string;
  /** False once the extension is gone. */
  isAlive(): boolean;
};

export class Session {
  readonly timing = { read: { total: 0, longest: 0 } as Spent, paint: { total: 0, longest: 0 } as Spent };
  private readonly conversation: Conversation;
  private readonly watch: Watch;
  private readonly show: Show;
  private readonly cards: Cards;
  /** Leads the reader to claims. */
  readonly guide: Guide;
  private readonly stopListening = new AbortController();
  private reader: Reader | null = null;
  private readonly shop: Shop | null;
  private readonly facts: KnownFacts;
  private marks: Mark[] = [];
  /** Those of them that are drawn now. */
  private drawn: Mark[] = [];
  private sightTimer: (() => void) | null = null;
  private running = true;

  constructor(
    private readonly options: SessionOptions,
    private readonly ended: (orphaned: boolean) => void,
  ) {
    const { document, docId, clock, send, t } = options;
    this.shop = shopOf(location.hostname, document);
    this.facts = new KnownFacts(document, this.shop);
    this.conversation = new Conversation({
      docId,
      send,
      snapshot: () => ({
        facts: this.facts.current,
        blocks: this.reader?.store.blocks ?? [],
        truncated: this.reader?.store.isTruncated ?? false,
      }),
      marks: (marks) => this.draw(marks),
      off: () => this.end(false),
      orphaned: () => this.end(true),
      after: clock.after,
    });
    this.watch = new Watch(document, {
      clock,
      handle: (dirty, done) => this.changed(dirty, done),
      now: (dirty) => this.follow(dirty),
      hostRemoved: () => this.show.pageChanged(),
    });
    this.show = new Show({
      document,
      clock,
      texts: {
        marker: ({ verdict, quote }) => `${t(`verdict_${verdict.replace("-", "_")}`)}: ${quote}`,
        group: () => t("product_name"),
        // Frames of a page are not announced one by one.
        found: (count) => (this.options.isTop && count > 0 ? t("toolbar_count", count) : ""),
      },
      spent: this.timing.paint,
      open: (finding, by) => void this.cards.open(finding, by),
      left: () => this.cards.mouseLeft(),
      pressedElsewhere: () => this.cards.close(),
      moved: () => this.cards.place(),
      blocked: () => this.cards.close(),
    });
    this.cards = new Cards({ docId, show: this.show, send, t });
    this.guide = new Guide({
      show: this.show,
      cards: this.cards,
      marks: () => this.drawn,
      place: ({ block, start, end }) => this.reader?.store.place(block, start, end) ?? null,
    });
  }

  /** Reads the page, and follows it from then on. */
  start(): void {
    this.watch.start();
    const listen = { capture: true, passive: true, signal: this.stopListening.signal };
    for (const event of new Set([...SIGHT_EVENTS, ...READER_ACTS]))
      addEventListener(event, (happened) => this.acted(happened), listen);
    this.whenLoaded(() => this.loaded());
    this.readAll(() => {});
  }

  /** Draws marks for the whole document; those of blocks that have changed since are left out until they are judged again. */
  draw(marks: Mark[], followsPage = false): void {
    const { reader, conversation } = this;
    if (!this.running || reader === null) return;
    this.marks = marks;
    const found = marks.flatMap((mark) => {
      const isOld = conversation.isPending(mark.block) || reader.store.hasNews(mark.block);
      const place = isOld ? null : reader.store.place(mark.block, mark.start, mark.end);
      return place === null ? [] : [{ mark, placed: { ...mark, ...place } }];
    });
    // Blocks have their numbers in the order in which they were met: nearly that of the document.
    found.sort((a, b) => a.mark.block - b.mark.block || a.mark.start - b.mark.start);
    const sorted = inOrder(found, ({ placed }) => startOf(placed));
    this.drawn = sorted.map(({ mark }) => mark);
    this.show.draw(
      sorted.map(({ placed }) => placed),
      followsPage,
    );
  }

  /** The page came back from the back/forward cache: the background may have forgotten it. */
  wake(): void {
    if (this.reader !== null || this.facts.current !== null) this.conversation.resend();
  }

  /** Follows the page at full speed again, and catches up on what was missed where it had changed too much. */
  resume(): void {
    const missed = this.isPaused;
    this.watch.refresh();
    this.watch.start();
    const body = bodyOf(this.options.document);
    if (!missed || body === null) return;
    if (this.reader === null) this.readAll(() => {});
    else this.work({ roots: [body], touched: this.reader.elements }, () => {});
  }

  get state(): PageStatus["state"] {
    if (this.reader === null) return "nothing";
    return this.conversation.hasSpoken ? "sent" : "reading";
  }

  /** True where the page changes so much that it is not followed until the reader acts on it. */
  get isPaused(): boolean {
    return this.watch.hasGivenUp;
  }

  /** What the page kept taking away until we gave up. */
  get removed(): Removed[] {
    return this.show.removed;
  }

  get pageTiming(): PageTiming {
    const { read, paint } = this.timing;
    return { read: read.total, paint: paint.total, longestSlice: Math.max(read.longest, paint.longest) };
  }

  /** Takes everything down; nothing of it starts again. */
  stop(): void {
    this.running = false;
    this.stopListening.abort();
    this.sightTimer?.();
    this.conversation.close();
    this.watch.stop();
    this.show.remove(this.cards.stop());
  }

  private end(orphaned: boolean): void {
    this.stop();
    this.ended(orphaned);
  }

  private whenLoaded(task: () => void): void {
    const { document } = this.options;
    const { signal } = this.stopListening;
    if (stateOf(document) === "complete") this.options.clock.after(0, () => this.running && task());
    else
      addEventListener("load", () => this.options.clock.after(0, () => this.running && task()), {
        once: true,
        signal,
      });
  }

  /** Style is final now: blocks are read again. A page without any wakes nobody. */
  private loaded(): void {
    if (this.reader === null) return;
    this.work({ roots: [], touched: this.reader.elements }, () => {});
    for (const ms of READY_AFTER) this.options.clock.after(ms, () => this.running && this.recheckSight());
  }

  private readAll(done: (fruitful: boolean) => void): void {
    if (this.reader !== null) return;
    const body = bodyOf(this.options.document);
    this.reader = new Reader(this.options.document, "unknown", this.shop);
    this.work({ roots: body === null ? [] : [body], touched: [] }, done, true);
  }

  /** Only the top frame speaks for the page. Returns true if its facts are others than before. */
  private refreshFacts(): boolean {
    if (!this.options.isTop || !this.facts.refresh()) return false;
    this.reader?.setPageType(this.facts.current?.type ?? "unknown");
    return true;
  }

  private changed(dirty: Dirty, done: (fruitful: boolean) => void): void {
    if (!this.options.isAlive()) {
      this.end(true);
      return;
    }
    this.show.pageChanged();
    // Where all is read anew, blocks that no longer hold a claim have to be looked at too.
    const body = bodyOf(this.options.document);
    const isWhole = body !== null && dirty.roots.includes(body);
    this.work(isWhole ? { roots: dirty.roots, touched: this.reader?.elements ?? [] } : dirty, done);
  }

  /** Before the page is painted: words that only stand in other nodes now keep their marks, others lose theirs. */
  private follow(dirty: Dirty): void {
    const { reader, marks } = this;
    if (reader === null || marks.length === 0) return;
    const isLost = this.drawn.some(({ block, start, end }) => reader.store.place(block, start, end) === null);
    if (!isLost && !reader.store.hasOrphans) return;
    timed(this.options.clock, this.timing.read, () => isSmall(dirty) && reader.updateNow(dirty));
    if (reader.store.takeMoved() || isLost) this.draw(marks, true);
  }

  private work(dirty: Dirty, done: (fruitful: boolean) => void, first = false): void {
    const { reader } = this;
    if (reader === null) return;
    const { clock } = this.options;
    const finish = () => {
      const newFacts = first || this.refreshFacts();
      const changes = reader.store.takeChanges();
      const fruitful = newFacts || changes.added.length > 0 || changes.removed.length > 0;
      if (fruitful) this.conversation.push({ ...changes, facts: newFacts ? this.facts.current : null });
      if (reader.store.takeMoved() && this.marks.length > 0) this.draw(this.marks);
      done(fruitful);
    };
    runInSlices(this.steps(reader, dirty, first), clock, this.timing.read, finish, () => this.running);
  }

  private *steps(reader: Reader, dirty: Dirty, first: boolean): Generator<void> {
    if (first) {
      this.refreshFacts();
      yield;
    }
    yield* reader.update(dirty);
  }

  /** The reader of the page did something: what was hidden may be in sight now. */
  private acted(event: Event): void {
    if (!event.isTrusted) return;
    if (!this.options.isAlive()) {
      this.end(true);
      return;
    }
    const { type } = event;
    // Scrolling alone does not make a page that changes without end worth following at full speed.
    const isScrolling = type === "wheel" || type === "touchend";
    if (READER_ACTS.includes(type) && (!isScrolling || this.isPaused)) this.resume();
    if (!SIGHT_EVENTS.includes(type) || this.reader?.hasHidden !== true || this.sightTimer !== null) return;
    this.sightTimer = this.options.clock.after(SIGHT_PAUSE, () => {
      this.sightTimer = null;
      this.recheckSight();
    });
  }

  private recheckSight(): void {
    if (this.reader?.hasHidden === true && this.reader.recheckSight())
      this.conversation.push(this.reader.store.takeChanges());
  }
}

function isSmall({ roots, touched }: Dirty): boolean {
  let room = SMALL_TEXT;
  return (
    roots.length + touched.length <= SMALL_PARTS &&
    [...roots, ...touched].every((node) => {
      room -= textOf(node).length;
      return room >= 0;
    })
  );
}

function startOf({ ranges: [first] }: PlacedMark): Place | undefined {
  return first === undefined ? undefined : { node: first.startContainer, offset: first.startOffset };
}
