/** Pointing at marked words that have no element of their own: found by their rectangles, never by taking an event away. */
import { answersPress } from "./hit.ts";
import type { OpenedBy } from "./markers.ts";
import type { Clock } from "./work.ts";

/** Ms that the mouse rests on words before the card opens, and is away before it closes. */
const DWELL = 350;
const LEAVE = 400;

export type PointerOptions = {
  clock: Clock;
  host: Element;
  /** The finding at a point, for the mouse or for a finger. */
  at(x: number, y: number, finger: boolean): string | null;
  open(finding: string, by: OpenedBy): void;
  /** The mouse has left the words and the card. */
  left(): void;
  /** A press landed somewhere that is neither ours nor marked. */
  pressedElsewhere(): void;
};

export class Pointer {
  private readonly stopListening = new AbortController();
  private over: string | null = null;
  private inside = false;
  private timer: (() => void) | null = null;
  private frame = 0;

  constructor(private readonly options: PointerOptions) {
    const listen = { capture: true, passive: true, signal: this.stopListening.signal };
    addEventListener("pointermove", (event) => this.moved(event), listen);
    addEventListener("click", (event) => this.clicked(event), listen);
    addEventListener("keydown", (event) => event.key === "Escape" && this.settle(this.over), listen);
  }

  stop(): void {
    this.stopListening.abort();
    this.timer?.();
    cancelAnimationFrame(this.frame);
  }

  /** The mouse is on a marker's finding, or has left it. */
  overMarker(finding: string | null): void {
    this.pointAt(finding);
  }

  /** The mouse is inside the card, or has left it. */
  insideCard(inside: boolean): void {
    this.inside = inside;
    if (inside) this.timer?.();
    else this.wait(LEAVE, () => this.options.left());
  }

  private moved(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType !== "mouse" || event.target === this.options.host) return;
    const { clientX, clientY } = event;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.pointAt(this.options.at(clientX, clientY, false)));
  }

  private pointAt(finding: string | null): void {
    if (finding === this.over) return;
    this.over = finding;
    if (finding !== null) this.wait(DWELL, () => this.options.open(finding, "pointer"));
    else if (!this.inside) this.wait(LEAVE, () => this.options.left());
  }

  /** Takes the mouse to be where it is without opening anything, so that what was just closed stays closed. */
  private settle(over: string | null): void {
    cancelAnimationFrame(this.frame);
    this.timer?.();
    this.timer = null;
    this.over = over;
  }

  private clicked(event: MouseEvent): void {
    const target = event.composedPath()[0];
    if (!event.isTrusted || event.target === this.options.host) return;
    const finger = event instanceof PointerEvent && event.pointerType === "touch";
    const finding = this.options.at(event.clientX, event.clientY, finger);
    this.settle(finding);
    const pageAnswers = target instanceof Element && answersPress(target);
    const selecting = getSelection()?.isCollapsed === false;
    if (finding !== null && !pageAnswers && !selecting && event.detail > 0)
      this.options.open(finding, "press");
    else this.options.pressedElsewhere();
  }

  private wait(ms: number, then: () => void): void {
    this.timer?.();
    this.timer = this.options.clock.after(ms, () => {
      this.timer = null;
      then();
    });
  }
}
