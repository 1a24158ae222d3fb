/** The page's main heading: on shop pages often one `<h1>` of several. */
import { bodyOf, isVisible, queryAll, textOf, titleOf } from "./dom.ts";

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** Share of a heading's words that the title must hold to settle the matter. */
const SHARED = 0.6;
const MAX_HEADINGS = 20;

/** The `<h1>` whose words the document's title repeats, else the first that can be seen, else the first with words. */
export function mainHeading(document: Document): Element | null {
  const body = bodyOf(document);
  if (body === null) return null;
  const all = [...queryAll(body, "h1")].slice(0, MAX_HEADINGS).filter((h1) => textOf(h1).trim() !== "");
  if (all.length < 2) return all[0] ?? null;
  const title = new Set(wordsIn(titleOf(document)));
  const shared = (h1: Element): number => {
    const words = wordsIn(textOf(h1));
    return words.length === 0 ? 0 : words.filter((word) => title.has(word)).length / words.length;
  };
  const best = all.reduce((a, b) => (shared(b) > shared(a) ? b : a));
  return shared(best) >= SHARED ? best : (all.find(isVisible) ?? all[0] ?? null);
}
