/** From a claim in the report to its words in the text box. */
import type { Span } from "../engine/model.ts";

/**
 * Where words that were read stand now, in a text that may have been changed since: at their place, or else nearest to it.
 * @param read the text as it was read
 * @returns null where they are gone
 */
export function placeNow(text: string, read: string, { start, end }: Span): Span | null {
  const words = read.slice(start, end);
  if (words === "") return null;
  const places = [text.lastIndexOf(words, start), text.indexOf(words, start)].filter((place) => place >= 0);
  const [nearest] = places.sort((one, other) => Math.abs(one - start) - Math.abs(other - start));
  return nearest === undefined ? null : { start: nearest, end: nearest + words.length };
}

/** What decides where the lines of a text break. */
const BREAKING = [
  "font",
  "letter-spacing",
  "word-spacing",
  "tab-size",
  "padding-block",
  "padding-inline",
  "direction",
  "text-indent",
];

/** How far below the top of a box's text some words stand. Browsers do not tell: a copy of the text is measured. */
function depthOf(box: HTMLTextAreaElement, { start, end }: Span): number {
  const style = getComputedStyle(box);
  const copy = document.createElement("div");
  for (const name of BREAKING) copy.style.setProperty(name, style.getPropertyValue(name));
  Object.assign(copy.style, {
    position: "absolute",
    visibility: "hidden",
    inlineSize: `${box.clientWidth}px`,
    whiteSpace: "pre-wrap",
    overflowWrap: "break-word",
  });
  const words = document.createElement("span");
  words.textContent = box.value.slice(start, end);
  copy.append(box.value.slice(0, start), words, box.value.slice(end));
  box.after(copy);
  const depth = words.offsetTop;
  copy.remove();
  return depth;
}

/** How much of a box is left above the words that are shown, so that what goes before them is seen too. */
const ABOVE = 1 / 3;

/** Selects words in a text box and brings them into sight. The box gets the focus: else a selection is not drawn. */
export function selectWords(box: HTMLTextAreaElement, place: Span): void {
  box.focus({ preventScroll: true });
  box.setSelectionRange(place.start, place.end);
  box.scrollTop = depthOf(box, place) - box.clientHeight * ABOVE;
  box.scrollIntoView({ block: "nearest" });
}
