/** Small round markers beside marked words: placed where nothing is covered, else left out of sight. */
import { create } from "./dom.ts";
import { isSame } from "./drift.ts";
import { isSeenAt } from "./hit.ts";
import { verdictIcon } from "./icons.ts";
import type { Overlay } from "./overlay.ts";
import { type Box, boxesOf, releaseMeasure } from "./rects.ts";
import { SIZE, TOUCH } from "./room.ts";
import { absolute, aroundOf, type Spot, Spots } from "./spots.ts";
import type { PageTexts, PlacedMark } from "./types.ts";

/** Marks that get a marker, from the top of the page; further ones are painted only. */
const MAX_MARKERS = 300;

export type OpenedBy = "pointer" | "press" | "keyboard";
export type MarkerEvents = {
  open(finding: string, by: OpenedBy): void;
  /** The pointer is over a marker (its finding) or has left it (null). */
  over(finding: string | null): void;
  /** True for elements that a script keeps moving. */
  isRestless(element: Element): boolean;
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
   * place beside the words. With `blocked`, none can be seen. All rectangles are read before anything is written.
   */
  place(anew: boolean, blocked = false): void {
    const origin = this.overlay.origin();
    const spots = new Spots(this.document, this.overlay.host, this.events.isRestless);
    for (const marker of this.markers) {
      marker.lines = marker.mark.ranges.flatMap(boxesOf);
      if (anew) marker.place = undefined;
    }
    spots.findRooms(this.markers);
    const seen = this.markers.map((marker) => spots.inSight(marker));
    releaseMeasure();
    this.markers.forEach(({ button, lines, place }, index) => {
      const last = lines.at(-1);
      const gone = blocked || last === undefined || (seen[index] === false && button !== this.focused);
      button.classList.toggle("gone", gone);
      button.classList.toggle("bare", !place);
      button.classList.toggle("wide", place?.wide === true);
      if (last === undefined) return;
      const { left, top } = place ?? { left: -SIZE, top: 0 };
      const x = last.right + left - origin.left;
      const y = last.top + top - origin.top;
      const position = `left: ${x.toFixed(1)}px; top: ${y.toFixed(1)}px;`;
      // Most markers move with the page by themselves, and laying out hundreds of them takes its time.
      if (button.style.cssText !== position) button.style.cssText = position;
    });
    if (this.isGone(this.current)) this.rove(this.nearest());
  }

  /** Elements right around the words of all marks. */
  get elements(): Element[] {
    return this.markers.flatMap(({ mark }) => aroundOf(mark) ?? []);
  }

  /** Those of `elements` whose words are no longer where they were last seen. */
  strayed(): Element[] {
    const found = this.markers.filter(({ mark, lines }) => {
      const now = mark.ranges.flatMap(boxesOf);
      return now.length !== lines.length || now.some((box, at) => !isSame(box, lines[at] ?? box));
    });
    releaseMeasure();
    return found.flatMap(({ mark }) => aroundOf(mark) ?? []);
  }

  /** Line boxes of a finding's words in the viewport, as last placed. */
  linesOf(finding: string): Box[] {
    return this.markers.find(({ mark }) => mark.finding === finding)?.lines ?? [];
  }

  /**
   * Finding whose marked words can be seen at a point of the viewport, or null. A finger also meets a marker that it
   * touches beside.
   */
  at(x: number, y: number, finger = false): string | null {
    const holds = ({ left, top, right, bottom }: Box) => x >= left && x <= right && y >= top && y <= bottom;
    const { host } = this.overlay;
    const hit = this.markers.find(
      ({ lines, mark }) => lines.some(holds) && isSeenAt(x, y, mark.container, host),
    );
    const touched =
      finger && hit === undefined ? this.markers.find((marker) => isTouched(marker, x, y)) : hit;
    return touched?.mark.finding ?? null;
  }

  /** Line boxes of the words whose marker has the focus but no place of its own. */
  linesOfUnplacedFocus(): Box[] {
    const marker = this.markers.find(({ button }) => button === this.focused);
    return marker === undefined || marker.place ? [] : marker.lines;
  }

  /** Gives the focus to a finding's marker, or to the nearest one where that is gone. */
  focus(finding: string): void {
    const own = this.markers.findIndex(({ mark }) => mark.finding === finding);
    const index = this.isGone(own) ? this.nearest() : own;
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
    button.addEventListener("focus", () => {
      this.rove(this.markers.findIndex((marker) => marker.button === button));
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
    const by = event.key === "Home" ? 1 : event.key === "End" ? -1 : wanted - this.current;
    let next = (wanted + count) % count;
    for (let tries = 0; tries < count && this.isGone(next); tries += 1) next = (next + by + count) % count;
    this.rove(next);
    this.markers[this.current]?.button.focus();
  }

  private isGone(index: number): boolean {
    return this.markers[index]?.button.classList.contains("gone") ?? true;
  }

  /** The marker nearest to the current one that can be reached; the current one where none can. */
  private nearest(): number {
    const distance = (index: number) => Math.abs(index - this.current);
    const reachable = this.markers.flatMap((_, index) => (this.isGone(index) ? [] : [index]));
    return reachable.sort((a, b) => distance(a) - distance(b))[0] ?? this.current;
  }

  /** One stop for the tab key: the marker at `index`. */
  private rove(index: number): void {
    this.current = Math.max(0, index);
    this.markers.forEach(({ button }, each) => {
      button.tabIndex = each === this.current ? 0 : -1;
    });
  }
}

/** True within the touch target around a marker that is shown. */
function isTouched(marker: Marker, x: number, y: number): boolean {
  const corner = absolute(marker);
  if (corner === null || marker.button.classList.contains("gone")) return false;
  const middle = { x: corner.left + SIZE / 2, y: corner.top + SIZE / 2 };
  return Math.abs(x - middle.x) <= TOUCH / 2 && Math.abs(y - middle.y) <= TOUCH / 2;
}
