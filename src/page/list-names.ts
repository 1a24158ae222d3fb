/** Names of several lists in one page, from the headings before them. */
import { bodyOf, contains, follows, queryAll, tagOf, textOf } from "./dom.ts";
import { isListHeading, MAX_HEADING } from "./headings.ts";

/** From most to least: which headings may name the product of a kit. */
const TITLES = ["h1", "h2", "h3", "h4", "h5", "h6", "legend", "summary", "dt", "strong", "b"];
const MOST = 500;

/**
 * Names for elements that head or hold lists: those headings of one kind that part the lists from each other. Empty where
 * the page does not give each of them a name of its own.
 */
export function namesOf(elements: Element[]): string[] {
  const body = bodyOf(document);
  if (body === null) return [];
  const inOrder = elements.toSorted((a, b) => (follows(a, b) ? -1 : 1));
  const titles = [...queryAll(body, TITLES.join())].slice(0, MOST).filter((title) => {
    const text = textOf(title).trim();
    return text !== "" && text.length <= MAX_HEADING && !isListHeading(text);
  });
  const between = (from: Element | undefined, to: Element): Element[] =>
    titles.filter(
      (title) => (from === undefined || follows(from, title)) && follows(title, to) && !contains(title, to),
    );
  const ranks =
    inOrder.length < 2
      ? []
      : between(inOrder[0], inOrder[1] as Element).map((title) => TITLES.indexOf(tagOf(title)));
  const tag = TITLES[Math.min(...ranks)];
  const named = inOrder.map((element, at) => {
    const last = between(inOrder[at - 1], element).findLast((title) => tagOf(title) === tag);
    return { element, name: last === undefined ? "" : textOf(last).replace(/\s+/g, " ").trim() };
  });
  const isWhole =
    named.every(({ name }) => name !== "") && new Set(named.map(({ name }) => name)).size === named.length;
  return isWhole ? elements.map((element) => named.find((each) => each.element === element)?.name ?? "") : [];
}
