/** One document's talk with the background: what changed goes out, marks come back. Survives a killed worker. */
import type { Block, PageFacts } from "../engine/model.ts";
import type { Mark, PageUpdate, PageUpdateAnswer } from "../messaging/messages.ts";

/** Ms between attempts to reach the background; after the last the next change tries again, with everything. */
const RETRY_AFTER = [150, 600, 2_000];
/** Times in a row that the background may ask for everything again before we wait for the next change. */
const MAX_RESYNCS = 3;

export type Snapshot = { facts: PageFacts | null; blocks: Block[]; truncated: boolean };
export type ConversationOptions = {
  docId: string;
  send(update: PageUpdate): Promise<unknown>;
  /** All that the page holds now. */
  snapshot(): Snapshot;
  /** Marks for the whole document, in answer to the newest update. */
  marks(marks: Mark[]): void;
  /** The site is switched off. */
  off(): void;
  /** The extension is gone: nothing that we send will arrive any more. */
  orphaned(): void;
  after(ms: number, task: () => void): () => void;
};
export type News = { added: Block[]; removed: number[]; truncated: boolean; facts?: PageFacts | null };

export class Conversation {
  private revision = 0;
  private added = new Map<number, Block>();
  private removed = new Set<number>();
  private facts: PageFacts | null = null;
  private truncated = false;
  private wantsFull = true;
  private waiting = false;
  private underWay: Set<number> | null = null;
  private failures = 0;
  private resyncs = 0;
  private cancelRetry: (() => void) | null = null;
  private closed = false;

  constructor(private readonly options: ConversationOptions) {}

  /** Adds news. They go out at once, or together with others when the request under way is answered. */
  push(news: News): void {
    for (const block of news.added) {
      this.removed.delete(block.id);
      this.added.set(block.id, block);
    }
    for (const id of news.removed) {
      this.added.delete(id);
      this.removed.add(id);
    }
    this.truncated = news.truncated;
    if (news.facts) this.facts = news.facts;
    this.waiting = true;
    this.failures = 0;
    this.cancelRetry?.();
    this.flush();
  }

  /** Sends everything again, for example after the page came back from the back/forward cache. */
  resend(): void {
    this.wantsFull = true;
    this.waiting = true;
    this.failures = 0;
    this.resyncs = 0;
    this.flush();
  }

  /** True where the background has not yet answered for the present text of a block: older offsets do not fit it. */
  isPending(block: number): boolean {
    return this.added.has(block) || this.removed.has(block) || this.underWay?.has(block) === true;
  }

  /** True once anything was sent. */
  get hasSpoken(): boolean {
    return this.revision > 0;
  }

  /** Ends the talk; an answer under way is ignored. */
  close(): void {
    this.closed = true;
    this.cancelRetry?.();
  }

  private flush(): void {
    if (this.closed || this.underWay !== null || !this.waiting) return;
    this.waiting = false;
    this.revision += 1;
    const update = this.wantsFull ? this.everything() : this.difference();
    this.added = new Map();
    this.removed = new Set();
    this.facts = null;
    this.wantsFull = false;
    this.underWay = new Set([...update.added.map(({ id }) => id), ...update.removed]);
    void this.exchange(update);
  }

  private everything(): PageUpdate {
    const { facts, blocks, truncated } = this.options.snapshot();
    return { ...this.envelope(), full: true, facts, added: blocks, removed: [], truncated };
  }

  private difference(): PageUpdate {
    return {
      ...this.envelope(),
      full: false,
      facts: this.facts,
      added: [...this.added.values()],
      removed: [...this.removed],
      truncated: this.truncated,
    };
  }

  private envelope() {
    return { type: "page.update" as const, docId: this.options.docId, revision: this.revision };
  }

  private async exchange(update: PageUpdate): Promise<void> {
    let answer: PageUpdateAnswer | null;
    try {
      answer = asAnswer(await this.options.send(update));
    } catch (error) {
      if (/context invalidated/i.test(String(error))) {
        this.close();
        this.options.orphaned();
        return;
      }
      answer = null;
    }
    if (this.closed) return;
    this.underWay = null;
    if (answer === null) this.retry();
    else this.take(answer);
  }

  private take(answer: PageUpdateAnswer): void {
    this.failures = 0;
    if (answer.status === "off") {
      this.options.off();
      return;
    }
    if (answer.status === "resync") {
      this.wantsFull = true;
      this.resyncs += 1;
      if (this.resyncs <= MAX_RESYNCS) this.waiting = true;
    } else {
      this.resyncs = 0;
      if (answer.revision === this.revision) this.options.marks(answer.marks);
    }
    this.flush();
  }

  /** What was lost is not known, so the next update holds everything. */
  private retry(): void {
    this.wantsFull = true;
    const pause = RETRY_AFTER[this.failures];
    this.failures += 1;
    if (pause === undefined) return;
    this.cancelRetry = this.options.after(pause, () => {
      this.waiting = true;
      this.flush();
    });
  }
}

function asAnswer(value: unknown): PageUpdateAnswer | null {
  const answer = value as PageUpdateAnswer | null | undefined;
  if (answer?.status === "resync" || answer?.status === "off") return answer;
  return answer?.status === "ok" && Array.isArray(answer.marks) ? answer : null;
}
