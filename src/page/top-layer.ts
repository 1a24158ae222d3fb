/**
 * The browser draws modal dialogs and what fills the screen above everything, our overlay too, and makes all outside of a
 * modal dialog inert. Nothing of ours can be reached then.
 */
import { contains, fullscreenOf } from "./dom.ts";

/** Whatever is drawn above our overlay now. Dialogs inside the page's own shadow roots are not found. */
export function modalsOf(document: Document): Element[] {
  const dialogs: HTMLCollectionOf<Element> = Document.prototype.getElementsByTagName.call(document, "dialog");
  const filling = fullscreenOf(document);
  return [
    ...[...dialogs].filter((dialog) => Element.prototype.matches.call(dialog, ":modal")),
    ...(filling === null ? [] : [filling]),
  ];
}

/** True where `element` lies behind one of `modals`. */
export const isBehind = (element: Element, modals: Element[]): boolean =>
  modals.length > 0 && !modals.some((modal) => contains(modal, element));
