/** Where the card goes: near the words, inside the viewport, not over the words if that can be. Pure geometry, in CSS pixels. */
import type { Box } from "./rects.ts";

/** Widest that a card gets. */
export const CARD_WIDTH = 340;
/** Kept free between the card and the edges of the viewport. */
export const CARD_MARGIN = 8;
const GAP = 10;
/** Height that shows headline, some text and all actions. With less beside the words, the card may cover them. */
const FAIR_HEIGHT = 280;

export type CardPlace = { left: number; top: number; width: number; maxHeight: number };

/**
 * Place of a card of `height` for words in `lines`, in a viewport of the given size. Below the words where there is room,
 * else above, else on the side with more room, scrolling inside; where neither side has a fair height, over the words.
 * Words out of sight put the card at the nearest edge.
 */
export function placeCard(
  lines: Box[],
  height: number,
  viewport: { width: number; height: number },
): CardPlace {
  const width = Math.max(0, Math.min(CARD_WIDTH, viewport.width - 2 * CARD_MARGIN));
  const tallest = Math.max(0, viewport.height - 2 * CARD_MARGIN);
  const last = lines.at(-1);
  if (last === undefined)
    return { left: viewport.width - width - CARD_MARGIN, top: CARD_MARGIN, width, maxHeight: tallest };
  const top = Math.min(...lines.map((line) => line.top));
  const bottom = Math.max(...lines.map((line) => line.bottom));
  const left = clamp(last.left, CARD_MARGIN, viewport.width - width - CARD_MARGIN);
  const below = viewport.height - CARD_MARGIN - bottom - GAP;
  const above = top - GAP - CARD_MARGIN;
  const goesBelow = height <= below || (height > above && below >= above);
  const room = goesBelow ? below : above;
  const maxHeight = Math.min(tallest, room >= Math.min(height, FAIR_HEIGHT) ? room : tallest);
  const shown = Math.min(height, maxHeight);
  const wanted = goesBelow ? bottom + GAP : top - GAP - shown;
  return { left, top: clamp(wanted, CARD_MARGIN, viewport.height - shown - CARD_MARGIN), width, maxHeight };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
