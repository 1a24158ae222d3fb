/** What answers to a press at a point, and whether words can be seen there. */
import { bodyOf, contains, elementsAt, tagOf } from "./dom.ts";

/** Elements that answer to a press themselves. */
const INTERACTIVE =
  "a[href],button,input,select,textarea,label,summary,[role=button],[role=link],[role=tab],[onclick],[contenteditable]";
/** Elements that show something of their own and hide what is behind. */
const PICTURE = /^(?:img|video|canvas|iframe|embed|object|picture|svg|input|textarea|select)$/;

/** True where the page answers to a press on `element`: by its kind, or as the hand over it tells. */
export function answersPress(element: Element): boolean {
  if (Element.prototype.closest.call(element, INTERACTIVE) !== null) return true;
  const body = bodyOf(document);
  const hasHand = (each: Element) => getComputedStyle(each).cursor === "pointer";
  // Some pages put the hand on everything, which tells nothing.
  return hasHand(element) && !(body !== null && hasHand(body));
}

/**
 * True where the words of `container` can be seen at a point of the window: nothing covers them but our own `host` and
 * what one can look through, as the link that shops lay over a whole tile.
 */
export function isSeenAt(x: number, y: number, container: Element, host: Element): boolean {
  for (const element of elementsAt(x, y)) {
    if (element === host) continue;
    // An element around the words is met first where they let the pointer through.
    if (contains(container, element) || contains(element, container)) return true;
    if (hides(element)) return false;
  }
  return false;
}

function hides(element: Element): boolean {
  if (PICTURE.test(tagOf(element))) return true;
  const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
  if (Number(opacity) === 0) return false;
  return backgroundImage !== "none" || !/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor);
}
