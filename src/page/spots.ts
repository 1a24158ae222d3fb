/** Where a marker can stand beside its words, and whether it can be seen there. */
import { clippersOf, endsInside, isFixed, isMoving, movingElements } from "./clip.ts";
import { contains, elementAt, elementsAt, isConnected, parentOf, rootOf, scrollerOf, tagOf } from "./dom.ts";
import { answersPress } from "./hit.ts";
import { type Box, neighbourhood, obstacles, Rects } from "./rects.ts";
import { boxOf, findRoom, type Place, REACH, SIZE, TOUCH } from "./room.ts";
import type { PlacedMark } from "./types.ts";

export type Spot = {
  mark: PlacedMark;
  /** Line boxes of the words when last looked at. */
  lines: Box[];
  /**
   * Place relative to the right top corner of the last line; null where there was no free room, undefined where none was
   * looked for yet.
   */
  place: Place | null | undefined;
  /** Elements that cut off words standing out of them. */
  clippers: Element[];
};

/** Answers for the page as it stands in this turn. */
export class Spots {
  private readonly view = { width: innerWidth, height: innerHeight };
  private readonly rects = new Rects();

  constructor(
    private readonly document: Document,
    private readonly host: Element,
    /** True for elements that a script keeps moving. */
    private readonly isRestless: (element: Element) => boolean,
  ) {}

  /** Looks for room for those spots near the window that have not had a look yet. */
  findRooms(spots: Spot[]): void {
    const waiting = spots.filter((spot) => spot.place === undefined && this.isNear(spot.lines.at(-1)));
    if (waiting.length === 0) return;
    const bounds = this.edges();
    const moving = movingElements(this.document);
    const taken = spots.flatMap((spot) => absolute(spot) ?? []).map(boxOf);
    for (const spot of waiting) {
      spot.place = this.roomFor(spot, bounds, taken, moving);
      const found = absolute(spot);
      if (found !== null) taken.push(boxOf(found));
    }
  }

  /** False where the words are cut off or covered, or something covers the place of their marker. */
  inSight(spot: Spot): boolean {
    const last = spot.lines.at(-1);
    if (last === undefined) return false;
    const boxes = spot.clippers.map((clipper) => this.rects.of(clipper));
    const place = absolute(spot);
    return (
      endsInside(last, boxes) &&
      this.areUncovered(last, spot.mark.container) &&
      (place === null || this.isBlank(place, spot.mark.container))
    );
  }

  private roomFor(spot: Spot, bounds: Box, taken: Box[], moving: Element[]): Place | null {
    const { lines, mark } = spot;
    const { container } = mark;
    const last = lines.at(-1);
    const around = aroundOf(mark);
    if (last === undefined || around === null || !isConnected(container)) return null;
    spot.clippers = clippersOf(around);
    if (isMoving(around, moving) || this.isRestless(around)) return null;
    const room = findRoom({
      lines,
      block: this.rects.of(container),
      taken: [...obstacles(neighbourhood(container), last, REACH + SIZE * 2, this.rects), ...lines, ...taken],
      bounds: isFixed(around) ? this.window() : bounds,
      isListItem: tagOf(container) === "li" || parentOf(container)?.localName === "li",
    });
    if (room === null || !this.isBlank(room, container)) return null;
    const spare = (TOUCH - SIZE) / 2;
    const target = { left: room.left - spare, top: room.top - spare };
    const wide = room.wide && this.isBlank(target, container, TOUCH);
    return { wide, left: room.left - last.right, top: room.top - last.top };
  }

  private window(): Box {
    const { width, height } = this.view;
    return { left: 0, top: 0, right: Math.min(width, rootOf(this.document).clientWidth), bottom: height };
  }

  /** The document's edges, in the window's coordinates. */
  private edges(): Box {
    const scroller = scrollerOf(this.document) ?? rootOf(this.document);
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = scroller;
    return {
      left: -scrollX,
      top: -scrollY,
      right: Math.max(scrollWidth, clientWidth) - scrollX,
      bottom: Math.max(scrollHeight, clientHeight) - scrollY,
    };
  }

  /** True within half a height of the window above and below it. */
  private isNear(line: Box | undefined): boolean {
    const { height } = this.view;
    return line !== undefined && line.bottom > -height / 2 && line.top < 1.5 * height;
  }

  private isOutside(x: number, y: number): boolean {
    return x < 0 || y < 0 || x >= this.view.width || y >= this.view.height;
  }

  /** Topmost element of the page at a point; null outside of the window. */
  private under(x: number, y: number): Element | null {
    if (this.isOutside(x, y)) return null;
    const top = elementAt(x, y);
    return top === this.host ? (elementsAt(x, y).find((each) => each !== this.host) ?? null) : top;
  }

  /** True where a place shows only the ground on which the words stand, and nothing that answers to a press. */
  private isBlank({ left, top }: { left: number; top: number }, container: Element, size = SIZE): boolean {
    const [x, y] = [left + size / 2, top + size / 2];
    const edge = size / 2 - 1;
    const points = [
      [x, y],
      [x, y - edge],
      [x, y + edge],
      [x - edge, y],
      [x + edge, y],
    ] as const;
    return points.every(([x, y]) => {
      const under = this.under(x, y);
      return (
        under === null || ((contains(under, container) || contains(container, under)) && !answersPress(under))
      );
    });
  }

  private areUncovered(line: Box, container: Element): boolean {
    const x = Math.max(line.left, line.right - 3);
    const y = (line.top + line.bottom) / 2;
    const on = this.under(x, y);
    if (on === null || contains(container, on)) return true;
    return contains(on, container) && getComputedStyle(container).pointerEvents === "none";
  }
}

/** Element right around the last words of a mark. */
export function aroundOf({ ranges }: PlacedMark): Element | null {
  const words = ranges.at(-1)?.startContainer;
  return words === undefined ? null : parentOf(words);
}

/** Left top corner of a spot in the window, or null where it has none. */
export function absolute({ lines, place }: Spot): { left: number; top: number } | null {
  const last = lines.at(-1);
  return last === undefined || !place ? null : { left: last.right + place.left, top: last.top + place.top };
}
