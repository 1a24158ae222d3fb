/** What keeps words from standing still in plain sight: boxes that cut them off, and animations that carry them about. */
import { contains, parentOf, tagOf } from "./dom.ts";
import type { Box } from "./rects.ts";

/** Animated properties that move what stands inside. */
const MOVING = /^(transform|translate|rotate|scale|left|right|top|bottom|inset|margin|offset)/;
/** Pixels by which words may stand out of a box and still count as inside: letters are drawn with some slack. */
const SLACK = 2;

/** Elements around `element`, and itself, that cut off what stands out of them; inner before outer. */
export function clippersOf(element: Element): Element[] {
  const found: Element[] = [];
  let freed = false;
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    // What these clip is clipped by the window.
    if (tagOf(at) === "body" || tagOf(at) === "html") break;
    const { position, overflowX, overflowY, display } = getComputedStyle(at);
    if (freed && position !== "static") freed = false;
    const clips = overflowX !== "visible" || overflowY !== "visible";
    if (clips && !freed && !/^(inline|contents)$/.test(display)) found.push(at);
    if (position === "fixed") break;
    // Placed by an outer element that has a position: what lies between does not clip.
    if (position === "absolute") freed = true;
  }
  return found;
}

/** True where `element` stands still in the window while the page scrolls. */
export function isFixed(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = parentOf(at))
    if (getComputedStyle(at).position === "fixed") return true;
  return false;
}

/** True where the end of a line of words stands inside all boxes. */
export function endsInside({ top, right, bottom }: Box, boxes: Box[]): boolean {
  const middle = (top + bottom) / 2;
  return boxes.every(
    (box) => right >= box.left && right <= box.right + SLACK && middle >= box.top && middle <= box.bottom,
  );
}

/** Elements that an animation or transition is carrying about now. */
export function movingElements(document: Document): Element[] {
  return Document.prototype.getAnimations.call(document).flatMap(({ effect, playState }) => {
    if (playState !== "running" || !(effect instanceof KeyframeEffect) || effect.target === null) return [];
    const moves = effect.getKeyframes().some((frame) => Object.keys(frame).some((name) => MOVING.test(name)));
    return moves ? [effect.target] : [];
  });
}

/** True where `element` is carried about by one of `moving`. */
export const isMoving = (element: Element, moving: Element[]): boolean =>
  moving.some((each) => contains(each, element)) ||
  Element.prototype.closest.call(element, "marquee") !== null;
