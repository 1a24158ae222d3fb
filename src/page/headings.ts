/** How shops head an ingredient list, in the languages that are matched. */
import { nextHeadingHint } from "./gate.ts";

const NAMES = [
  "(?:full |all |product |complete |list of |our )?ingredients?(?: list| listing| information| \\(inci\\)|/inci| & allergens)?",
  "(?:full )?inci(?: list| name| names|-liste| ingredients)?",
  "(?:full )?composition(?: \\(inci\\)| & ingredients)?",
  "(?:active|inactive|medicinal|non-medicinal|other) ingredients?",
  "drug facts",
  "what(?:'|’)?s in it",
  "inhaltsstoffe(?: \\(inci\\))?|inhaltsstoffliste|liste der inhaltsstoffe|zusammensetzung|bestandteile",
  "(?:liste (?:complète )?des |liste d(?:'|’))?ingr[eé]dients?(?: inci)?",
  "(?:lista de )?ingredientes|composici[oó]n|(?:elenco )?ingredienti|composizione|composi[cç][aã]o",
  "ingredi[eë]nten(?:lijst)?|samenstelling",
  "składniki|skład(?: inci)?|lista składników",
  "全成分(?:表示)?|成分表?|配合成分|产品成分|全成份|成份|配料表?",
  "전\\s?성분|성분|화장품법에 따라 기재해야 하는 모든 성분",
].join("|");

const ALONE = new RegExp(`^[\\s•·▸▾▼+＋–-]*(?:${NAMES})\\s*[:：.+＋▾▼–-]*\\s*$`, "i");
/** At a line's start, or after the end of a sentence, and followed by a colon. */
const LEAD_IN = new RegExp(`(?:^|\\n|[.!?。]\\s{1,2})[\\s•·]*((?:${NAMES})\\s*[:：])`, "i");
const LEAD_LINE = new RegExp(`(?:^|\\n)((?:${NAMES})\\s*[:：.]?[ ]*)\\n`, "i");
/** What may open a further part of the same list. */
const FURTHER = new RegExp(`^(?:${NAMES}|may contain|peut contenir|kann enthalten|\\+/-|\\[\\+/-)`, "i");

/** Headings without a hint of the gate's. */
const RARE_HINT = /what.?s in it|成份/i;

/** Longest text that is still looked at as a heading. */
export const MAX_HEADING = 60;

/** True where a text is nothing but the heading of an ingredient list. */
export const isListHeading = (text: string): boolean =>
  text.length <= MAX_HEADING && ALONE.test(text.replace(/\n/g, " "));

/** True where a text continues a list that is already open ("Inactive ingredients: …", "May contain: …"). */
export const opensFurtherPart = (text: string): boolean => FURTHER.test(text.trimStart());

/** Signs that part entries. Three or more make a text look like a list. */
export function looksLikeList(text: string): boolean {
  const signs = text.match(/[,;、，;·•|]|\n/g)?.length ?? 0;
  return signs >= 3;
}

/**
 * Where a list stands inside running text: from its lead-in ("Ingredients: …") to the end of the last line that
 * still looks like a list. Null where there is no lead-in with something behind it.
 */
export function listInside(text: string): { start: number; end: number } | null {
  if (nextHeadingHint(text, 0) >= text.length && !RARE_HINT.test(text)) return null;
  const colon = LEAD_IN.exec(text);
  const line = colon === null ? LEAD_LINE.exec(text) : null;
  const hit = colon ?? line;
  if (hit === null || hit[1] === undefined) return null;
  const start = hit.index + hit[0].indexOf(hit[1]);
  const afterHeading = start + hit[1].length;
  let end = lineEnd(text, afterHeading);
  if (text.slice(afterHeading, end).trim().length < 3) {
    if (end >= text.length) return null;
    end = lineEnd(text, end + 1);
  }
  while (end < text.length) {
    const next = lineEnd(text, end + 1);
    const content = text.slice(end + 1, next);
    if (!looksLikeList(content) && !opensFurtherPart(content)) break;
    end = next;
  }
  return { start, end };
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at;
}
