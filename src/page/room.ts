/** Finds a free place for a marker near the end of marked words. Pure geometry, in CSS pixels. */
import { type Box, overlaps } from "./rects.ts";

/** Size of every marker, in pixels: stands in for a line of 12 px text, and between paragraphs. */
export const SIZE = 16;
/** Touch target that a marker gets where that much is free. */
export const TOUCH = 24;
/** Widest gap to the side between a marker and its words, so that it is seen which words it belongs to. */
export const REACH = 24;
/** Leaves the touch target beside the words free. */
const GAP = 4;
/** Room kept for a list's bullets and numbers, which no rectangle tells of. */
const BULLET = 28;

export type Place = {
  left: number;
  top: number;
  /** Whether the touch target around the marker is free too. */
  wide: boolean;
};
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
export const boxOf = ({ left, top }: { left: number; top: number }): Box => square(left, top, SIZE);

const inside = (box: Box, bounds: Box): boolean =>
  box.left >= bounds.left &&
  box.right <= bounds.right &&
  box.top >= bounds.top &&
  box.bottom <= bounds.bottom;

/** Best free place touching the words' last line, or before their first; null where a marker would cover something. */
export function findRoom({ lines, block, taken, bounds, isListItem }: RoomQuestion): Place | null {
  const last = lines.at(-1);
  const first = lines[0];
  if (last === undefined || first === undefined) return null;
  const isFree = (box: Box) => inside(box, bounds) && !taken.some((each) => overlaps(each, box));
  const middle = (last.top + last.bottom - SIZE) / 2;
  const candidates: [number, number][] = [
    [last.right + GAP, middle],
    [last.right - SIZE / 2, last.top - SIZE],
    [last.right - SIZE, last.top - SIZE],
    [last.right - SIZE, last.bottom + GAP],
  ];
  const afterBlock = Math.max(block.right, last.right) + GAP;
  if (afterBlock - last.right <= REACH) candidates.push([afterBlock, middle]);
  const beforeBlock = Math.min(block.left, first.left) - (isListItem ? BULLET : 0) - GAP;
  for (const { left, top, bottom } of [last, first])
    if (left - beforeBlock <= REACH) candidates.push([beforeBlock - SIZE, (top + bottom - SIZE) / 2]);
  for (const [left, top] of candidates) {
    if (!isFree(square(left, top, SIZE))) continue;
    const spare = (TOUCH - SIZE) / 2;
    return { left, top, wide: isFree(square(left - spare, top - spare, TOUCH)) };
  }
  return null;
}
