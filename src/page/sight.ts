/** Whether words can be seen by the reader: not only by style, but not cut off to nothing or put outside the page either. */
import { isVisible, parentOf, rectOf, stateOf, tagOf } from "./dom.ts";

/** Boxes up to this size, in pixels, that cut off what stands out of them show nothing: words for screen readers. */
const NOTHING = 1;

/**
 * True where the text of `element` can be seen now, or by scrolling. Boxes are looked at only once the document is loaded:
 * before, asking for them would make the browser lay the page out just for us.
 */
export function isInSight(element: Element): boolean {
  if (!isVisible(element)) return false;
  if (stateOf(element.ownerDocument) !== "complete") return true;
  const { right, bottom } = rectOf(element);
  if (right + scrollX <= 0 || bottom + scrollY <= 0) return false;
  for (let at: Element | null = element; at !== null && tagOf(at) !== "body"; at = parentOf(at)) {
    if (cutsOffAll(at)) return false;
  }
  return true;
}

function cutsOffAll(element: Element): boolean {
  const { overflowX, overflowY, display, position, clip, clipPath } = getComputedStyle(element);
  if (/^inset\((?:50|100)%/.test(clipPath)) return true;
  if (/^(absolute|fixed)$/.test(position) && /^rect\((?:[01]px,? ?){4}\)$/.test(clip)) return true;
  if ((overflowX === "visible" && overflowY === "visible") || /^(inline|contents)$/.test(display))
    return false;
  const { width, height } = rectOf(element);
  return width <= NOTHING || height <= NOTHING;
}
