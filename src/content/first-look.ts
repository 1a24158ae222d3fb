/** Asks of a page whether there is anything to look for, and goes on asking while the page changes. */
import { bodyOf, textOf } from "../page/dom.ts";
import { holdsAnything } from "../page/gate.ts";
import type { Dirty } from "../page/read.ts";
import { READER_ACTS, Watch } from "../page/watch.ts";
import { type Clock, type Spent, timed } from "../page/work.ts";

export type FirstLookOptions = {
  document: Document;
  clock: Clock;
  /** There is something. Called once; after it the page is looked at no more. */
  found(): void;
};

export class FirstLook {
  readonly spent: Spent = { total: 0, longest: 0 };
  private readonly watch: Watch;
  private readonly stopListening = new AbortController();
  private hasFound = false;

  constructor(private readonly options: FirstLookOptions) {
    const { document, clock } = options;
    this.watch = new Watch(document, {
      clock,
      handle: (dirty, done) => {
        this.look([...dirty.roots, ...dirty.touched]);
        done(false);
      },
      now: () => {},
      hostRemoved: () => {},
    });
  }

  start(): void {
    const { signal } = this.stopListening;
    for (const act of READER_ACTS)
      addEventListener(act, (event) => this.acted(event), { capture: true, passive: true, signal });
    this.watch.start();
    this.lookAtAll();
  }

  stop(): void {
    this.stopListening.abort();
    this.watch.stop();
  }

  /** True where the page changes so much that it is not followed until the reader acts on it. */
  get isPaused(): boolean {
    return this.watch.hasGivenUp;
  }

  private lookAtAll(): void {
    const body = bodyOf(this.options.document);
    if (body !== null) this.look([body]);
  }

  private look(nodes: Dirty["roots"]): void {
    const holds = timed(this.options.clock, this.spent, () =>
      nodes.some((node) => holdsAnything(textOf(node))),
    );
    if (!holds || this.hasFound) return;
    this.hasFound = true;
    this.stop();
    this.options.found();
  }

  private acted({ isTrusted }: Event): void {
    if (!isTrusted) return;
    const missed = this.isPaused;
    this.watch.refresh();
    if (!missed) return;
    this.watch.start();
    this.lookAtAll();
  }
}
