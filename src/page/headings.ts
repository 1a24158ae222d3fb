/** How shops head an ingredient list, in the languages that are matched, and the headings that look alike and are none. */
import { nextHeadingHint } from "./gate.ts";

const NAMES = [
  "ingr[eé]dients?(?: ?list(?:ing)?| information| & allergens)?",
  "inci(?:[ -]?list[ea]?| names?| ingredients)?",
  "composition(?: & ingredients)?",
  "what(?:'|’)?s (?:in it|inside)|drug facts",
  "inhaltsstoff(?:e|liste)|ingredienzien|zutaten|zusammensetzung|bestandteile",
  "ingredientes|composici[oó]n|ingredienti|composizione|composi[cç][aã]o",
  "ingredi[eë]nten(?:lijst)?|samenstelling",
  "składniki|składników|skład",
  "(?:全|配合|完整|产品)?成[分份](?:表示?|一覧|列表)?|配料表?",
  "(?:전\\s?|모든 )?성분(?: ?정보| ?표시)?|화장품법에 따라 기재[^\\n]{0,14}모든 ?성분",
].join("|");
/** "Full", "List of", "Liste complète des", "Pełny". */
const BEFORE =
  "(?:(?:full|all|alle|product|complete|our|the|view|see|show|list|liste|lista|lijst|elenco|complète|completa|pełn[ya]|tous|todos|tutti|of|der|des?|d['’]|les|los|gli|degli|met|i)[\\s]*){0,6}";
const HEADING = `${BEFORE}(?:${NAMES})(?:\\s*[/|&+·,([-]\\s*${BEFORE}(?:${NAMES}|vegan)[)\\]]?){0,2}`;
/** Parts of one list, as US labels have them. */
const PART = "(?:active|inactive|medicinal|non-medicinal|other) ingredients?";
/** White space, marks of direction, bullets, emoji. */
const SIGNS = "[\\s!-/:-@|·\\u2000-\\u2bff\\ud800-\\udfff\\ufe0f＋：]*";
const COLON = "[\\s\\u200e\\u200f]*[:：][\\s\\u200e\\u200f]*";

const ALONE = new RegExp(`^${SIGNS}(?:${HEADING}|${PART})${SIGNS}$`, "i");
/** At a line's start, or after the end of a sentence, and followed by a colon. */
const LEAD_IN = new RegExp(`(?:^|\\n|[.!?。]\\s{1,2})[ •·]*((?:${HEADING}|${PART})${COLON})`, "i");
const LEAD_LINE = new RegExp(`(?:^|\\n)((?:${HEADING}|${PART})\\s*[:：.]?[ ]*)\\n`, "i");
const LEAD = new RegExp(`^[\\s•·]*${HEADING}(?:${COLON}|\\s+[-–]\\s+)`, "i");
/** "Day cream ingredients", "Ingredients – day cream", with or without the list behind it. */
const NAMED = new RegExp(
  `^${SIGNS}(?:([^\\n:：,.]{2,50}?)[\\s–-]+(?:${NAMES})|(?:${NAMES})(?:\\s+[–-]|\\s*\\()\\s*([^\\n:：,.)]{2,50}?)\\)?)(?:${COLON}|${SIGNS}$)`,
  "i",
);
/** What may open a further part of the same list. */
const FURTHER = new RegExp(
  `^(?:${PART}|may (?:also )?contain|peut contenir|kann enthalten|puede contener|pu[oò] contenere|pode conter|kan bevatten|może zawierać|[[(]?\\s*\\+ ?/ ?-)`,
  "i",
);
/** What the seller is proud of, and what is not inside. */
const NO_LIST =
  /^\W*(?:(?:the |our )?(?:key|hero|star|main|featured|power|notable|highlight\w*|natural|clean|botanical) +(?:\w+ +)?(?:ingredients?|actives?)\b|(?:\w+ ){0,4}(?:free (?:of|from)|without)|\w+-free|what(?:'|’)?s not|(?:contains )?no |frei von|ohne |sans |sin |senza |sem |zonder |bez |haupt\w*stoffe|besondere |wirkstoffe|(?:principaux|principales|principali) |actifs|ingr\S+ (?:cl[eé]s?|clave|chiave|principa\w+|chave)|belangrijkste |kluczowe |główne )|^\s*(?:主要|主な|주요|無添加|不含|무첨가)/i;

/** Headings without a hint of the gate's. */
const RARE_HINT = /what.?s in/i;

/** Longest text that is still looked at as a heading. */
export const MAX_HEADING = 60;

/** True where a text is nothing but the heading of an ingredient list, or of a part of one. */
export const isListHeading = (text: string): boolean =>
  text.length <= MAX_HEADING && ALONE.test(text.replace(/\n/g, " "));

/** True where a text opens a further part of a list ("Inactive ingredients: …", "May contain: …"). */
export const opensFurtherPart = (text: string): boolean => FURTHER.test(text.trimStart());

/** True where a text heads or begins what is no list: key ingredients, "free from". */
export const opensNoList = (text: string): boolean => NO_LIST.test(text);

/** Signs that part entries. Three or more make a text look like a list. */
export function looksLikeList(text: string): boolean {
  const signs = text.match(/[,;、，；·•|]|\n/g)?.length ?? 0;
  return signs >= 3;
}

/** How many units of a line its heading takes ("Ingredients: "); headings of parts are not counted, they tell the parts apart. */
export const leadLength = (line: string): number => LEAD.exec(line)?.[0].length ?? 0;

/** Heading with the name of what the list is of ("Day cream ingredients: "): the name, and the heading's length. */
export function namedHeading(line: string): { label: string; length: number } | null {
  if (nextHeadingHint(line, 0) > MAX_HEADING || opensNoList(line) || opensFurtherPart(line)) return null;
  const hit = NAMED.exec(line);
  return hit === null ? null : { label: (hit[1] ?? hit[2] ?? "").trim(), length: hit[0].length };
}

/** Where a lead-in ("Ingredients: …") stands inside running text; -1 where there is none. */
export function leadInside(text: string): number {
  if (nextHeadingHint(text, 0) >= text.length && !RARE_HINT.test(text)) return -1;
  const hit = LEAD_IN.exec(text) ?? LEAD_LINE.exec(text);
  return hit?.[1] === undefined ? -1 : hit.index + hit[0].indexOf(hit[1]);
}
