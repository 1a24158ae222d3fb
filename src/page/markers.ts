/** Small round markers beside marked words: placed where nothing is covered, else left out of sight. */
import { contains, create, elementAt, isConnected, parentOf, rectOf, rootOf, tagOf } from "./dom.ts";
import { verdictIcon } from "./icons.ts";
import type { Overlay } from "./overlay.ts";
import { type Box, boxesOf, neighbourhood, obstacles, releaseMeasure } from "./rects.ts";
import { findRoom, type Place, REACH, SIZES } from "./room.ts";
import type { PageTexts, PlacedMark } from "./types.ts";

/** Marks that get a marker; further ones are painted only. */
const MAX_MARKERS = 100;
/** Elements that answer to a press themselves. */
export const INTERACTIVE =
  "a[href],button,input,select,textarea,label,summary,[role=button],[role=link],[role=tab],[onclick],[contenteditable]";

export type OpenedBy = "pointer" | "press" | "keyboard";
export type MarkerEvents = {
  open(finding: string, by: OpenedBy): void;
  /** The pointer is over a marker (its finding) or has left it (null). */
  over(finding: string | null): void;
};

type Marker = {
  mark: PlacedMark;
  button: HTMLButtonElement;
  /** Line boxes of the words when last looked at. */
  lines: Box[];
  /** Place relative to the right top corner of the last line; null where there was no free room. */
  place: Place | null;
};

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
      return { mark, button, lines: [], place: null };
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
    if (anew) box.classList.add("measuring");
    const origin = rectOf(this.overlay.host);
    const view = { width: innerWidth, height: innerHeight };
    for (const marker of this.markers) marker.lines = marker.mark.ranges.flatMap(boxesOf);
    if (anew) this.findRooms(view);
    const seen = this.markers.map((marker) => this.inSight(marker, view));
    releaseMeasure();
    this.markers.forEach(({ button, lines, place }, index) => {
      const last = lines.at(-1);
      button.classList.toggle(
        "gone",
        last === undefined || (seen[index] === false && button !== this.focused),
      );
      button.classList.toggle("bare", place === null);
      button.classList.toggle("wide", place?.wide === true);
      if (last === undefined) return;
      const { left, top, size } = place ?? { left: -SIZES[1], top: 0, size: SIZES[1], wide: false };
      const x = last.right + left - origin.left;
      const y = last.top + top - origin.top;
      button.style.cssText = `left:${x.toFixed(1)}px;top:${y.toFixed(1)}px;width:${size}px;height:${size}px`;
    });
    if (anew) box.classList.remove("measuring");
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
    return marker?.place === null ? marker.lines : [];
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
    button.className = `${mark.verdict}${mark.quiet ? " quiet" : ""}`;
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

  private findRooms(view: { width: number; height: number }): void {
    const bounds = {
      left: 0,
      top: -scrollY,
      right: Math.min(view.width, rootOf(this.document).clientWidth),
      bottom: Number.POSITIVE_INFINITY,
    };
    const taken: Box[] = [];
    for (const marker of this.markers) {
      marker.place = null;
      const { lines, mark } = marker;
      const last = lines.at(-1);
      if (last === undefined || !isConnected(mark.container)) continue;
      const around = [
        ...obstacles(neighbourhood(mark.container), last, REACH + SIZES[0] * 2),
        ...lines,
        ...taken,
      ];
      const room = findRoom({
        lines,
        block: rectOf(mark.container),
        taken: around,
        bounds,
        isListItem: tagOf(mark.container) === "li" || parentOf(mark.container)?.localName === "li",
      });
      if (room === null || !this.isBlank(room, mark.container, view)) continue;
      taken.push({
        left: room.left,
        top: room.top,
        right: room.left + room.size,
        bottom: room.top + room.size,
      });
      marker.place = { ...room, left: room.left - last.right, top: room.top - last.top };
    }
  }

  /** True where a place shows only the ground on which the words stand, and nothing that answers to a press. */
  private isBlank(
    { left, top, size }: Place,
    container: Element,
    view: { width: number; height: number },
  ): boolean {
    const x = left + size / 2;
    const y = top + size / 2;
    if (x < 0 || y < 0 || x >= view.width || y >= view.height) return true;
    const under = elementAt(x, y);
    if (under === null || under === this.overlay.host) return true;
    return (
      (contains(under, container) || contains(container, under)) &&
      Element.prototype.closest.call(under, INTERACTIVE) === null
    );
  }

  /** False where the words are scrolled away inside a box, or covered. */
  private inSight({ lines, mark }: Marker, view: { width: number; height: number }): boolean {
    const last = lines.at(-1);
    if (last === undefined) return false;
    const x = Math.max(last.left, last.right - 3);
    const y = (last.top + last.bottom) / 2;
    if (x < 0 || y < 0 || x >= view.width || y >= view.height) return true;
    const on = elementAt(x, y);
    if (on === null || on === this.overlay.host || contains(mark.container, on)) return true;
    return contains(on, mark.container) && getComputedStyle(mark.container).pointerEvents === "none";
  }
}
