/**
 * Notices words that a script moves without a trace: by a class, a style, a transform. Where nothing moves it costs
 * nothing: each element is watched by an observer whose root is cut to the very place of the element, so that the browser
 * itself tells when it leaves it.
 */
import { isConnected, rectOf, rootOf } from "./dom.ts";
import type { Box } from "./rects.ts";
import type { Clock } from "./work.ts";

/** Ms without scrolling or a new layout after which elements are watched. */
const CALM = 120;
/** Times in a row that an element moved, right after it was looked at, until it counts as carried about. */
const RESTLESS = 3;
/** The pause doubles with each time in a row, this often. */
const MOST_DOUBLINGS = 4;
/** Elements in the window that are watched. */
const MOST = 40;
/** Movement, in pixels, that is not worth a new look. */
const SLACK = 0.75;
/** Shares of an element in sight at which the observer speaks: any movement of a whole one, some of a cut one. */
const SHARES = [0, 0.25, 0.5, 0.75, 0.9, 1];

export type DriftOptions = {
  clock: Clock;
  /** Elements whose words are no longer where they were last seen. */
  strayed(): Element[];
  /** Something has moved: look at everything again. */
  moved(): void;
};

export class Drift {
  private observers: IntersectionObserver[] = [];
  private readonly streaks = new Map<Element, number>();
  private elements: Element[] = [];
  private cancel: (() => void) | null = null;

  constructor(
    private readonly document: Document,
    private readonly options: DriftOptions,
  ) {}

  /** To be called whenever everything was looked at: these elements, and no others, are watched from now on. */
  watch(elements: Iterable<Element>): void {
    this.stop();
    this.elements = [...new Set(elements)];
    for (const element of this.streaks.keys())
      if (!this.elements.includes(element)) this.streaks.delete(element);
    if (this.elements.length === 0) return;
    const longest = Math.min(Math.max(0, ...this.streaks.values()), MOST_DOUBLINGS);
    this.cancel = this.options.clock.after(CALM * 2 ** longest, () => this.arm());
  }

  /** True for an element that keeps moving: nothing can stand beside its words. */
  isRestless(element: Element): boolean {
    return (this.streaks.get(element) ?? 0) >= RESTLESS;
  }

  stop(): void {
    this.cancel?.();
    this.cancel = null;
    for (const observer of this.observers) observer.disconnect();
    this.observers = [];
  }

  private arm(): void {
    this.cancel = null;
    const strayed = this.options.strayed();
    const calmed = this.elements.filter((element) => this.isRestless(element) && !strayed.includes(element));
    for (const element of this.streaks.keys()) if (!strayed.includes(element)) this.streaks.delete(element);
    for (const element of strayed) this.hasMoved(element);
    if (strayed.length > 0 || calmed.length > 0) {
      this.options.moved();
      return;
    }
    const inWindow = this.elements.filter(isConnected).map((element) => ({ element, box: rectOf(element) }));
    this.observers = inWindow
      .filter(({ box }) => isInWindow(box))
      .slice(0, MOST)
      .map(({ element, box }) => this.observe(element, box));
  }

  private observe(element: Element, box: Box): IntersectionObserver {
    const { clientWidth, clientHeight } = rootOf(this.document);
    const cut = [box.top, clientWidth - box.right, clientHeight - box.bottom, box.left];
    const observer = new IntersectionObserver(
      (entries) => {
        const now = entries.at(-1)?.boundingClientRect;
        // The observer speaks once at its start, too.
        if (now === undefined || isSame(now, box)) return;
        this.stop();
        this.hasMoved(element);
        this.options.moved();
      },
      {
        root: this.document,
        rootMargin: cut.map((side) => `${-Math.floor(side)}px`).join(" "),
        threshold: SHARES,
      },
    );
    observer.observe(element);
    return observer;
  }

  private hasMoved(element: Element): void {
    this.streaks.set(element, (this.streaks.get(element) ?? 0) + 1);
  }
}

const isInWindow = ({ left, top, right, bottom }: Box): boolean =>
  right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && right > left && bottom > top;

/** True where two boxes are the same, but for parts of a pixel. */
export const isSame = (a: Box, b: Box): boolean =>
  Math.abs(a.left - b.left) < SLACK &&
  Math.abs(a.top - b.top) < SLACK &&
  Math.abs(a.right - b.right) < SLACK &&
  Math.abs(a.bottom - b.bottom) < SLACK;
