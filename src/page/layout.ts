/** Tells when words may have moved on the screen: by scrolling, or by a new layout. At most one call a frame. */

const NEW_LAYOUT = [
  "resize",
  "load",
  "toggle",
  "close",
  "fullscreenchange",
  "transitionend",
  "animationend",
  "click",
  "contentvisibilityautostatechange",
];

export type Moved = (anew: boolean) => void;

export class Layout {
  private readonly stopListening = new AbortController();
  private readonly observer: ResizeObserver;
  private frame = 0;
  private anew = false;

  constructor(
    document: Document,
    private readonly moved: Moved,
  ) {
    const listen = { capture: true, passive: true, signal: this.stopListening.signal };
    addEventListener("scroll", () => this.plan(false), listen);
    for (const event of NEW_LAYOUT) addEventListener(event, () => this.plan(true), listen);
    document.fonts?.addEventListener("loadingdone", () => this.plan(true), {
      signal: this.stopListening.signal,
    });
    visualViewport?.addEventListener("resize", () => this.plan(true), { signal: this.stopListening.signal });
    this.observer = new ResizeObserver(() => this.plan(true));
  }

  /** Watches the size of these elements, and of no others. */
  watch(elements: Iterable<Element>): void {
    this.observer.disconnect();
    for (const element of elements) this.observer.observe(element);
  }

  /** Asks for a call in the next frame. */
  plan(anew: boolean): void {
    this.anew ||= anew;
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      const whole = this.anew;
      this.frame = 0;
      this.anew = false;
      this.moved(whole);
    });
  }

  stop(): void {
    this.stopListening.abort();
    this.observer.disconnect();
    cancelAnimationFrame(this.frame);
  }
}
