/** Small round markers beside marked words: placed where nothing is covered, else left out of sight. */
import { create, rectOf } from "./dom.ts";
import { verdictIcon } from "./icons.ts";
import type { Overlay } from "./overlay.ts";
import { type Box, boxesOf, releaseMeasure } from "./rects.ts";
import { SIZE } from "./room.ts";
import { type Spot, Spots } from "./spots.ts";
import type { PageTexts, PlacedMark } from "./types.ts";

/** Marks that get a marker, from the top of the page; further ones are painted only. */
const MAX_MARKERS = 300;

export type OpenedBy = "pointer" | "press" | "keyboard";
export type MarkerEvents = {
  open(finding: string, by: OpenedBy): void;
  /** The pointer is over a marker (its finding) or has left it (null). */
  over(finding: string | null): void;
};

type Marker = Spot & { button: HTMLButtonElement };

export class Markers {
  private markers: Marker[] = [];
  private current = 0;

  constructor(
    private readonly document: Document,
    private readonly overlay: Overlay,
    private readonly texts: PageTexts,
    private readonly events: MarkerEvents,
  ) {
    const box = overlay.markers;
    box.setAttribute("role", "toolbar");
    box.addEventListener("keydown", (event) => this.onKey(event));
  }

  /** Shows markers for exactly these marks. A marker whose finding stays keeps its element and so the focus. */
  set(marks: PlacedMark[]): void {
    const old = new Map(this.markers.map((marker) => [marker.mark.finding, marker]));
    this.markers = marks.slice(0, MAX_MARKERS).map((mark) => {
      const known = old.get(mark.finding);
      const stays =
        known !== undefined && known.mark.verdict === mark.verdict && known.mark.quiet === mark.quiet;
      if (stays) old.delete(mark.finding);
      const button = stays ? known.button : this.make(mark);
      button.setAttribute("aria-label", this.texts.marker(mark));
      // Words that stay keep their spot until they are looked at again.
      return { lines: [], place: undefined, clippers: [], ...(stays ? known : {}), mark, button };
    });
    for (const { button } of old.values()) button.remove();
    const box = this.overlay.markers;
    const order = this.markers.map(({ button }) => button);
    const unchanged =
      order.length === box.children.length && order.every((button, index) => button === box.children[index]);
    if (!unchanged) for (const button of order) if (button !== this.focused) box.append(button);
    box.setAttribute("aria-label", this.texts.group(this.markers.length));
    this.rove(Math.min(this.current, this.markers.length - 1));
  }

  /**
   * Puts every marker where its words are now. With `anew`, free room is looked for again; otherwise markers keep their
   * place beside the words. All rectangles are read before anything is written.
   */
  place(anew: boolean): void {
    const box = this.overlay.markers;
    // While looking at what is under a spot, our own markers must not be in the way.
    box.classList.add("measuring");
    const origin = rectOf(this.overlay.host);
    const spots = new Spots(this.document, this.overlay.host);
    for (const marker of this.markers) {
      marker.lines = marker.mark.ranges.flatMap(boxesOf);
      if (anew) marker.place = undefined;
    }
    spots.findRooms(this.markers);
    const seen = this.markers.map((marker) => spots.inSight(marker));
    releaseMeasure();
    this.markers.forEach(({ button, lines, place }, index) => {
      const last = lines.at(-1);
      const gone = last === undefined || (seen[index] === false && button !== this.focused);
      button.classList.toggle("gone", gone);
      button.classList.toggle("bare", !place);
      button.classList.toggle("wide", place?.wide === true);
      if (last === undefined) return;
      const { left, top } = place ?? { left: -SIZE, top: 0 };
      const x = last.right + left - origin.left;
      const y = last.top + top - origin.top;
      button.style.cssText = `left:${x.toFixed(1)}px;top:${y.toFixed(1)}px`;
    });
    box.classList.remove("measuring");
  }

  /** Line boxes of a finding's words in the viewport, as last placed. */
  linesOf(finding: string): Box[] {
    return this.markers.find(({ mark }) => mark.finding === finding)?.lines ?? [];
  }

  /** Finding whose marked words are at a point of the viewport, or null. */
  at(x: number, y: number): string | null {
    const hit = this.markers.find(({ lines }) =>
      lines.some(({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom),
    );
    return hit?.mark.finding ?? null;
  }

  /** Line boxes of the words whose marker has the focus but no place of its own. */
  linesOfUnplacedFocus(): Box[] {
    const marker = this.markers.find(({ button }) => button === this.focused);
    return marker === undefined || marker.place ? [] : marker.lines;
  }

  /** Gives the focus to a finding's marker. */
  focus(finding: string): void {
    const index = this.markers.findIndex(({ mark }) => mark.finding === finding);
    if (index < 0) return;
    this.rove(index);
    this.markers[index]?.button.focus({ preventScroll: true });
  }

  private get focused(): Element | null {
    return this.overlay.root.activeElement;
  }

  private make(mark: PlacedMark): HTMLButtonElement {
    const button = create("button");
    button.type = "button";
    button.className = `gone ${mark.verdict}${mark.quiet ? " quiet" : ""}`;
    button.append(verdictIcon(this.document, mark.verdict));
    const { finding } = mark;
    button.addEventListener("click", (event) => {
      if (event.isTrusted) this.events.open(finding, event.detail === 0 ? "keyboard" : "press");
    });
    button.addEventListener("pointerenter", (event) => {
      if (event.isTrusted && event.pointerType === "mouse") this.events.over(finding);
    });
    button.addEventListener("pointerleave", (event) => {
      if (event.isTrusted) this.events.over(null);
    });
    return button;
  }

  private onKey(event: KeyboardEvent): void {
    const count = this.markers.length;
    const steps: Record<string, number> = {
      ArrowRight: this.current + 1,
      ArrowDown: this.current + 1,
      ArrowLeft: this.current - 1,
      ArrowUp: this.current - 1,
      Home: 0,
      End: count - 1,
    };
    const wanted = steps[event.key];
    if (!event.isTrusted || wanted === undefined || count === 0) return;
    event.preventDefault();
    this.rove((wanted + count) % count);
    this.markers[this.current]?.button.focus();
  }

  /** One stop for the tab key: the marker at `index`. */
  private rove(index: number): void {
    this.current = Math.max(0, index);
    this.markers.forEach(({ button }, each) => {
      button.tabIndex = each === this.current ? 0 : -1;
    });
  }
}
