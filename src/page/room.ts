/** Finds a free place for a marker near the end of marked words. Pure geometry, in CSS pixels. */
import { type Box, overlaps } from "./rects.ts";

/** Marker sizes that are tried, in pixels; a smaller one fits between lines. */
export const SIZES = [18, 14] as const;
/** Touch target that a marker gets where that much is free. */
export const TOUCH = 24;
/** Furthest that a marker stands from its words. */
export const REACH = 40;
const GAP = 3;
/** Room kept for a list's bullets and numbers, which no rectangle tells of. */
const BULLET = 28;

export type Place = { left: number; top: number; size: number; wide: boolean };
export type RoomQuestion = {
  /** Line boxes of the marked words, first to last. */
  lines: Box[];
  /** Box of the block that holds them. */
  block: Box;
  taken: Box[];
  /** Inside which the marker must stay. */
  bounds: Box;
  isListItem: boolean;
};

const square = (left: number, top: number, size: number): Box => ({
  left,
  top,
  right: left + size,
  bottom: top + size,
});
const inside = (box: Box, bounds: Box): boolean =>
  box.left >= bounds.left &&
  box.right <= bounds.right &&
  box.top >= bounds.top &&
  box.bottom <= bounds.bottom;

/** Best free place, or null where a marker would cover something. */
export function findRoom({ lines, block, taken, bounds, isListItem }: RoomQuestion): Place | null {
  const last = lines.at(-1);
  const first = lines[0];
  if (last === undefined || first === undefined) return null;
  const isFree = (box: Box) => inside(box, bounds) && !taken.some((each) => overlaps(each, box));
  for (const size of SIZES) {
    const middle = (last.top + last.bottom - size) / 2;
    const leftEdge = Math.min(block.left, first.left) - (isListItem ? BULLET : 0);
    const candidates: [number, number][] = [
      [last.right + GAP, middle],
      [last.right - size / 2, last.top - size],
      [last.right - size, last.top - size],
      [last.right - size, last.bottom + GAP],
      [Math.max(block.right, last.right) + GAP, middle],
      [leftEdge - size - GAP, (first.top + first.bottom - size) / 2],
    ];
    for (const [left, top] of candidates) {
      const away = Math.max(left - last.right, last.left - left);
      if (away > REACH && Math.min(Math.abs(first.left - left), Math.abs(left - last.right)) > REACH)
        continue;
      if (!isFree(square(left, top, size))) continue;
      const spare = (TOUCH - size) / 2;
      return { left, top, size, wide: isFree(square(left - spare, top - spare, TOUCH)) };
    }
  }
  return null;
}
