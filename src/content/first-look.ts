/** Asks of a page whether there is anything to look for, and goes on asking while the page changes. */
import { bodyOf, textOf } from "../page/dom.ts";
import { holdsAnything, Looking } from "../page/gate.ts";
import { textsIn } from "../page/hits.ts";
import type { Dirty } from "../page/read.ts";
import { isHuge } from "../page/size.ts";
import { READER_ACTS, Watch } from "../page/watch.ts";
import { type Clock, runInSlices, type Spent, timed } from "../page/work.ts";

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
        this.lookAt([...dirty.roots, ...dirty.touched]);
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

  /** Looks on, and catches up on what was missed, where the page had changed too much. */
  resume(): void {
    const missed = this.isPaused;
    this.watch.refresh();
    if (!missed) return;
    this.watch.start();
    this.lookAtAll();
  }

  private lookAtAll(): void {
    if (isHuge()) this.lookInSteps();
    else this.look(() => holdsAnything(this.page()));
  }

  private lookInSteps(): void {
    const { document, clock } = this.options;
    const body = bodyOf(document);
    if (body === null) return;
    const looking = new Looking();
    let isFound = false;
    const steps = function* (): Generator<void> {
      for (const text of textsIn(body)) {
        isFound = looking.isFound(text);
        if (isFound) return;
        yield;
      }
    };
    const alive = () => !this.hasFound && !this.stopListening.signal.aborted;
    runInSlices(steps(), clock, this.spent, () => isFound && this.end(), alive);
  }

  private lookAt(parts: Dirty["roots"]): void {
    this.look(() => parts.some((part) => holdsAnything(textOf(part), () => this.page())));
  }

  private page(): string {
    const body = bodyOf(this.options.document);
    return body === null ? "" : textOf(body);
  }

  private look(holdsAny: () => boolean): void {
    if (timed(this.options.clock, this.spent, holdsAny) && !this.hasFound) this.end();
  }

  private end(): void {
    this.hasFound = true;
    this.stop();
    this.options.found();
  }

  private acted({ isTrusted }: Event): void {
    if (isTrusted) this.resume();
  }
}
