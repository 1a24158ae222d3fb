/** Everything that is drawn for a document's marks: highlights at once, markers after load and only if there are marks. */
import { isConnected, parentOf, rootOf, stateOf } from "./dom.ts";
import { Drift } from "./drift.ts";
import { Highlights } from "./highlights.ts";
import { Layout } from "./layout.ts";
import { type MarkerEvents, Markers } from "./markers.ts";
import { Overlay } from "./overlay.ts";
import { Pointer } from "./pointer.ts";
import type { Box } from "./rects.ts";
import { clearRings, showRings } from "./rings.ts";
import { isInSight } from "./sight.ts";
import { isBehind, modalsOf } from "./top-layer.ts";
import type { PageTexts, PlacedMark } from "./types.ts";
import { type Clock, type Spent, timed } from "./work.ts";

/** Ms after which what is new in the overlay is known to screen readers, so that they notice when its text changes. */
const ANNOUNCE_AFTER = 500;
/** Ms for which unmarked words stay lit up. */
const POINTED_OUT = 4_000;

export type ShowOptions = {
  document: Document;
  clock: Clock;
  texts: PageTexts;
  /** Ms used for drawing are added here. */
  spent: Spent;
  open: MarkerEvents["open"];
  /** The mouse has left words and card. */
  left(): void;
  /** A press elsewhere on the page. */
  pressedElsewhere(): void;
  /** Everything may have moved; called after the markers were placed. */
  moved(): void;
  /** Something of the page lies above our overlay, which cannot be reached now. */
  blocked(): void;
};

/** What the page took away for good. */
export type Removed = "highlights-removed" | "markers-removed";

/** The parts that exist only while there is something to show. */
type Parts = { overlay: Overlay; markers: Markers; pointer: Pointer; layout: Layout; drift: Drift };

export class Show {
  private readonly highlights = new Highlights();
  private parts: Parts | null = null;
  private marks: PlacedMark[] = [];
  private announced = false;
  private readonly stopListening = new AbortController();

  constructor(private readonly options: ShowOptions) {
    const { signal } = this.stopListening;
    addEventListener("load", () => this.refresh(), { signal, once: true });
    addEventListener("visibilitychange", () => this.highlights.restore(), { signal, capture: true });
  }

  /** Draws exactly these marks. With `soon`, markers are placed in the next frame and not at once. */
  draw(marks: PlacedMark[], soon = false): void {
    this.timed(() => {
      this.marks = marks;
      this.highlights.paint(marks);
    });
    this.refresh(soon);
  }

  /** To be called when the page changed: puts back what it took away, and looks for room anew. */
  pageChanged(): void {
    this.highlights.restore();
    if (this.parts === null) return;
    if (this.marks.length > 0) this.parts.overlay.attach();
    this.parts.layout.plan(true);
  }

  /** The overlay, where there is one that can be reached now. */
  get overlay(): Overlay | null {
    const overlay = this.parts?.overlay;
    return overlay === undefined || !isConnected(overlay.host) || this.isBlocked ? null : overlay;
  }

  /** What the page took away so often that it is no longer put back. */
  get removed(): Removed[] {
    return [
      ...(this.highlights.hasGivenUp ? (["highlights-removed"] as const) : []),
      ...(this.parts?.overlay.isRefused === true ? (["markers-removed"] as const) : []),
    ];
  }

  linesOf(finding: string): Box[] {
    return this.parts?.markers.linesOf(finding) ?? [];
  }

  focus(finding: string): void {
    this.parts?.markers.focus(finding);
  }

  /** Tells where the mouse is in the card, which stands above the page. */
  insideCard(inside: boolean): void {
    this.parts?.pointer.insideCard(inside);
  }

  /** Scrolls to a finding's words and outlines them. Returns false where they, or our overlay, cannot be seen. */
  pointOut(finding: string): boolean {
    const mark = this.marks.find((each) => each.finding === finding);
    const node = mark?.ranges[0]?.startContainer;
    const element = node === undefined ? null : parentOf(node);
    const { overlay } = this;
    if (element === null || overlay === null || !isInSight(element)) return false;
    scrollTo(element);
    this.place(true);
    const lines = this.linesOf(finding);
    showRings(overlay, lines, true);
    return lines.length > 0;
  }

  /** The same for words without a mark of their own: there is no overlay to draw in, so they are lit up for a while. */
  pointOutUnmarked({ ranges, container }: Pick<PlacedMark, "ranges" | "container">): boolean {
    if (!isInSight(container) || isBehind(container, modalsOf(this.options.document))) return false;
    scrollTo(container);
    this.highlights.pointOut(ranges);
    this.options.clock.after(POINTED_OUT, () => this.highlights.pointOut([]));
    return true;
  }

  /** Takes everything out of the page; with `keepCard`, all but the overlay with the card in it. */
  remove(keepCard = false): void {
    const overlay = this.parts?.overlay;
    this.stopListening.abort();
    this.highlights.clear();
    this.parts?.markers.set([]);
    this.removeParts(keepCard);
    if (keepCard) overlay?.rings.replaceChildren();
  }

  private get isBlocked(): boolean {
    const overlay = this.parts?.overlay;
    return overlay !== undefined && isBehind(overlay.host, modalsOf(this.options.document));
  }

  /** Builds or takes down the overlay, as the marks and the state of the page ask. */
  private refresh(soon = false): void {
    const { document } = this.options;
    if (this.marks.length === 0) {
      this.parts?.markers.set([]);
      if (this.parts?.overlay.card.childElementCount === 0) this.removeParts();
      return;
    }
    if (stateOf(document) !== "complete") return;
    this.parts ??= this.build();
    if (!this.parts.overlay.attach()) return;
    this.parts.markers.set(this.marks);
    this.announce(this.parts.overlay);
    this.parts.layout.watch(new Set(this.marks.map(({ container }) => container)).add(rootOf(document)));
    if (soon) this.parts.layout.plan(true);
    else this.place(true);
  }

  /** Tells whoever listens to the page that there are marks, once: those that come later would only interrupt. */
  private announce({ said }: Overlay): void {
    const text = this.options.texts.found(this.marks.filter(({ quiet }) => !quiet).length);
    if (this.announced || text === "") return;
    this.announced = true;
    this.options.clock.after(ANNOUNCE_AFTER, () => {
      said.textContent = text;
    });
  }

  private build(): Parts {
    const { document, clock, texts, open, left, pressedElsewhere } = this.options;
    const overlay = new Overlay(document);
    const markers = new Markers(document, overlay, texts, {
      open,
      over: (finding) => pointer.overMarker(finding),
      isRestless: (element) => drift.isRestless(element),
    });
    const drift = new Drift(document, {
      clock,
      strayed: () => markers.strayed(),
      moved: () => layout.plan(true),
    });
    const pointer = new Pointer({
      clock,
      host: overlay.host,
      at: (x, y, finger) => (this.isBlocked ? null : markers.at(x, y, finger)),
      open,
      left,
      pressedElsewhere,
    });
    const layout = new Layout(document, (anew) => {
      this.highlights.restore();
      this.place(anew);
    });
    overlay.markers.addEventListener("focusin", () => {
      const lines = markers.linesOfUnplacedFocus();
      if (lines.length > 0) showRings(overlay, lines, false);
      else clearRings(overlay);
    });
    overlay.markers.addEventListener("focusout", () => clearRings(overlay));
    overlay.card.addEventListener("pointerenter", () => pointer.insideCard(true));
    overlay.card.addEventListener("pointerleave", () => pointer.insideCard(false));
    return { overlay, markers, pointer, layout, drift };
  }

  private place(anew: boolean): void {
    const { parts, isBlocked } = this;
    this.timed(() => parts?.markers.place(anew, isBlocked));
    parts?.drift.watch(parts.markers.elements);
    if (isBlocked) this.options.blocked();
    this.options.moved();
  }

  private removeParts(keepCard = false): void {
    this.parts?.layout.stop();
    this.parts?.drift.stop();
    this.parts?.pointer.stop();
    if (!keepCard) this.parts?.overlay.remove();
    this.parts = null;
  }

  private timed(work: () => void): void {
    timed(this.options.clock, this.options.spent, work);
  }
}

/** At once, even where the page scrolls smoothly: readers may have asked for less motion, and marks are placed at once. */
function scrollTo(element: Element): void {
  Element.prototype.scrollIntoView.call(element, {
    block: "center",
    inline: "nearest",
    behavior: "instant",
  });
}
