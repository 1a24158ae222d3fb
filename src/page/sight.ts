/** Whether words can be seen by the reader: not only by style, but not cut off to nothing or put outside the page either. */
import { isVisible, parentOf, rectOf, stateOf, tagOf } from "./dom.ts";

/** Boxes up to this size, in pixels, that cut off what stands out of them show nothing: words for screen readers. */
const NOTHING = 1;

/** Answers what can be seen of one document as it is laid out now. Make a new one when the page has changed. */
export class Sight {
  private readonly cut = new Map<Element, boolean>();

  /**
   * True where the text of `element` can be seen now, or by scrolling. Boxes are looked at only once the document is loaded:
   * before, asking for them would make the browser lay the page out just for us.
   */
  has(element: Element): boolean {
    if (!isVisible(element)) return false;
    if (stateOf(element.ownerDocument) !== "complete") return true;
    const { right, bottom } = rectOf(element);
    return right + scrollX > 0 && bottom + scrollY > 0 && !this.isCutOff(element);
  }

  private isCutOff(element: Element): boolean {
    const path: Element[] = [];
    let isCut = false;
    for (let at: Element | null = element; at !== null && tagOf(at) !== "body"; at = parentOf(at)) {
      const known = this.cut.get(at);
      isCut = known ?? cutsOffAll(at);
      if (known !== undefined) break;
      path.push(at);
      if (isCut) break;
    }
    for (const each of path) this.cut.set(each, isCut);
    return isCut;
  }
}

/** As `Sight` answers it, for a single element. */
export const isInSight = (element: Element): boolean => new Sight().has(element);

function cutsOffAll(element: Element): boolean {
  const { overflowX, overflowY, display, position, clip, clipPath } = getComputedStyle(element);
  if (/^inset\((?:50|100)%/.test(clipPath)) return true;
  if (/^(absolute|fixed)$/.test(position) && /^rect\((?:[01]px,? ?){4}\)$/.test(clip)) return true;
  if ((overflowX === "visible" && overflowY === "visible") || /^(inline|contents)$/.test(display))
    return false;
  const { width, height } = rectOf(element);
  return width <= NOTHING || height <= NOTHING;
}
