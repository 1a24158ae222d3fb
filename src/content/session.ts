/** One document from first look to take-down: reads, tells the background, draws what comes back, follows the page. */
import type { PageFacts } from "../engine/model.ts";
import type { CardOpenAnswer, Mark, PageShow, PageStatus, PageTiming } from "../messaging/messages.ts";
import { bodyOf, stateOf, textOf } from "../page/dom.ts";
import { hasAnchor, hasAnythingToFind, nextHeadingHint } from "../page/gate.ts";
import { factsSign, readFacts } from "../page/product.ts";
import { type Dirty, Reader } from "../page/read.ts";
import { Show } from "../page/show.ts";
import type { PlacedMark } from "../page/types.ts";
import { Watch } from "../page/watch.ts";
import { type Clock, runInSlices, type Spent } from "../page/work.ts";
import { CardBox } from "./card-box.ts";
import { Conversation } from "./conversation.ts";

/** Ms after the reader's last click or key at which hidden blocks are looked at again. */
const SIGHT_PAUSE = 150;

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
  private readonly stopListening = new AbortController();
  private card: CardBox | null = null;
  private reader: Reader | null = null;
  private facts: PageFacts | null = null;
  private sign = "";
  private marks: Mark[] = [];
  private sightTimer: (() => void) | null = null;
  private running = true;

  constructor(
    private readonly options: SessionOptions,
    private readonly ended: (orphaned: boolean) => void,
  ) {
    const { document, docId, clock, send } = options;
    this.conversation = new Conversation({
      docId,
      send,
      snapshot: () => ({
        facts: this.facts,
        blocks: this.reader?.blocks ?? [],
        truncated: this.reader?.isTruncated ?? false,
      }),
      marks: (marks) => this.draw(marks),
      off: () => this.end(false),
      orphaned: () => this.end(true),
      after: clock.after,
    });
    this.watch = new Watch(document, {
      clock,
      handle: (dirty, done) => this.changed(dirty, done),
      hostRemoved: () => this.show.pageChanged(),
      gaveUp: () => {},
    });
    this.show = new Show({
      document,
      clock,
      texts: {
        marker: ({ verdict, quote }) => `${options.t(`verdict_${verdict.replace("-", "_")}`)}: ${quote}`,
        group: () => options.t("product_name"),
      },
      spent: this.timing.paint,
      open: (finding, by) => void this.cardBox()?.show(finding, by),
      left: () => this.card?.mouseLeft(),
      pressedElsewhere: () => this.card?.close(),
      moved: () => this.card?.place(),
    });
  }

  /** Looks at the page for the first time. */
  start(): void {
    const { document } = this.options;
    this.watch.start();
    const listen = { capture: true, passive: true, signal: this.stopListening.signal };
    for (const event of ["click", "keyup", "toggle", "transitionend"])
      addEventListener(event, (happened) => this.acted(happened), listen);
    this.whenLoaded(() => this.loaded());
    const started = performance.now();
    const found = hasAnythingToFind(document);
    this.timing.read.total += performance.now() - started;
    if (found) this.readAll(() => {});
  }

  /** Draws marks for the whole document; those of blocks that have changed since are left out until they are judged again. */
  draw(marks: Mark[]): void {
    if (!this.running) return;
    this.marks = marks;
    const placed = marks.flatMap((mark): PlacedMark[] => {
      const place = this.conversation.isPending(mark.block)
        ? null
        : (this.reader?.place(mark.block, mark.start, mark.end) ?? null);
      return place === null ? [] : [{ ...mark, ...place }];
    });
    this.show.draw(placed);
  }

  /** Scrolls to a finding, points it out and, where it is marked, opens its card. False where its words cannot be seen. */
  async pointOut({
    finding,
    block,
    start,
    end,
  }: Pick<PageShow, "finding" | "block" | "start" | "end">): Promise<boolean> {
    if (this.show.pointOut(finding)) {
      await this.cardBox()?.show(finding, "press");
      return true;
    }
    const place = this.reader?.place(block, start, end) ?? null;
    return place !== null && this.show.pointOutUnmarked(place);
  }

  /** The page came back from the back/forward cache: the background may have forgotten it. */
  wake(): void {
    if (this.reader !== null || this.facts !== null) this.conversation.resend();
  }

  get state(): PageStatus["state"] {
    if (this.reader === null) return "nothing";
    return this.conversation.hasSpoken ? "sent" : "reading";
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
    this.card?.close();
    this.show.remove();
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
    if (this.reader !== null) this.work({ roots: [], touched: this.reader.elements }, () => {});
  }

  private readAll(done: (fruitful: boolean) => void): void {
    const body = bodyOf(this.options.document);
    this.refreshFacts();
    this.reader = new Reader(this.options.document, this.facts?.type ?? "unknown");
    this.work({ roots: body === null ? [] : [body], touched: [] }, done, true);
  }

  /** Returns true if the facts are others than before. */
  private refreshFacts(): boolean {
    if (!this.options.isTop) return false;
    const sign = factsSign(this.options.document);
    if (sign === this.sign) return false;
    this.sign = sign;
    const facts = readFacts(this.options.document);
    if (JSON.stringify(facts) === JSON.stringify(this.facts)) return false;
    this.facts = facts;
    this.reader?.setPageType(facts.type);
    return true;
  }

  private changed(dirty: Dirty, done: (fruitful: boolean) => void): void {
    if (!this.options.isAlive()) {
      this.end(true);
      return;
    }
    this.show.pageChanged();
    if (this.reader !== null) {
      this.work(dirty, done);
      return;
    }
    const text = [...dirty.roots, ...dirty.touched].map(textOf);
    if (text.some((each) => hasAnchor(each) || nextHeadingHint(each, 0) < each.length)) this.readAll(done);
    else done(false);
  }

  private work(dirty: Dirty, done: (fruitful: boolean) => void, first = false): void {
    const { reader } = this;
    if (reader === null) return;
    const { clock } = this.options;
    const finish = () => {
      const newFacts = first || this.refreshFacts();
      const changes = reader.takeChanges();
      const fruitful = newFacts || changes.added.length > 0 || changes.removed.length > 0;
      if (fruitful) this.conversation.push({ ...changes, facts: newFacts ? this.facts : null });
      if (reader.takeMoved() && this.marks.length > 0) this.draw(this.marks);
      done(fruitful);
    };
    runInSlices(reader.update(dirty), clock, this.timing.read, finish, () => this.running);
  }

  /** The reader of the page clicked or typed: what was hidden may be in sight now. */
  private acted(event: Event): void {
    if (!event.isTrusted) return;
    if (event.type === "click" || event.type === "keyup") {
      this.watch.refresh();
      this.watch.start();
    }
    if (this.reader?.hasHidden !== true || this.sightTimer !== null) return;
    this.sightTimer = this.options.clock.after(SIGHT_PAUSE, () => {
      this.sightTimer = null;
      if (this.reader?.recheckSight() === true) this.conversation.push(this.reader.takeChanges());
    });
  }

  private cardBox(): CardBox | null {
    const { overlay } = this.show;
    if (overlay === null) return null;
    if (this.card?.belongsTo(overlay) !== true) {
      const { docId, send, t } = this.options;
      this.card = new CardBox({
        overlay,
        t,
        load: (finding) => send({ type: "card.open", docId, finding }) as Promise<CardOpenAnswer>,
        act: async (finding, action) => {
          const answer = (await send({ type: "card.action", docId, finding, action })) as
            | { ok?: boolean }
            | undefined;
          if (answer?.ok !== true) throw new Error("The background refused.");
        },
        lines: (finding) => this.show.linesOf(finding),
        giveBack: (finding) => this.show.focus(finding),
      });
    }
    return this.card;
  }
}
