import type { Ingredient } from "../model.ts";

type Section = Ingredient["section"];
export type PrintedEntry = { printed: string; section: Section; percent?: number };

const LEAD_IN =
  /^\s*(?:(?:full\s+)?(?:list\s+of\s+)?ingredients?(?:\s+list)?|inci(?:\s+name)?|composition|ingr[ée]dients|inhaltsstoffe|zutaten|ingredientes|ingredienti|ingredi[ëe]nten|składniki)\s*(?:\([^)]*\))?\s*[:：\-–]\s*/i;
const ACTIVE = /^\s*(?:(?:drug\s+facts\s*)?active\s+ingredients?)\s*(?:\([^)]*\))?\s*[:：-]?\s*/i;
const INACTIVE = /^\s*(?:inactive|other)\s+ingredients?\s*[:：-]?\s*/i;
const MAY_CONTAIN =
  /^\s*[[(]?\s*(?:may\s+contain|peut\s+contenir|kann\s+enthalten|puede\s+contener|può\s+contenere|\+\s*\/\s*-|\[\+\/-)\s*[:：]?\s*/i;
const SECTION_START =
  /(?:active\s+ingredients?|(?:inactive|other)\s+ingredients?|may\s+contain|peut\s+contenir|kann\s+enthalten|\+\s*\/\s*-)\s*[:：]?/gi;
/** Where the list is over and the talk begins. */
const AFTERWORD =
  /(?:[\n.]\s*[*†]|\b(?:please|ingredients?\s+(?:may|are|lists?)|this\s+list|the\s+(?:list|ingredients)|for\s+the\s+most|denotes|certified\s+organic\s+ingredients?|always\s+check|warnings?|caution|directions)\b).*$/is;
const PERCENT = /(?:\b|\()(\d{1,2}(?:[.,]\d+)?)\s*%\)?/;

function cut(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? "";
    if ("([{（".includes(mark)) depth += 1;
    else if (")]}）".includes(mark)) depth = Math.max(0, depth - 1);
    else if ("\n;•●·|".includes(mark) || (depth === 0 && ",，、".includes(mark))) {
      const insideName = mark === "," && /\d/.test(text[at - 1] ?? "") && /\d/.test(text[at + 1] ?? "");
      if (insideName) continue;
      parts.push(text.slice(from, at));
      from = at + 1;
      if (mark === "\n") depth = 0;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

const EDGE = new Set([" ", "*", "†", ".", ":"]);
const LEADING = new Set([...EDGE, "-", "–"]);

/** An entry without bullets, stars and stops around it. By hand: the regular expression for it is quadratic in stars. */
function tidy(part: string): string {
  const text = part.replace(/\s+/g, " ");
  let start = 0;
  let end = text.length;
  while (start < end && LEADING.has(text[start] ?? "")) start += 1;
  while (end > start && EDGE.has(text[end - 1] ?? "")) end -= 1;
  const bare = text.slice(start, end);
  // A bracket that a longer bracket left open behind it belongs to nothing.
  return bare.endsWith(")") && !/[()]/.test(bare.slice(0, -1)) ? bare.slice(0, -1).trim() : bare;
}

function entriesOf(text: string, section: Section): PrintedEntry[] {
  return cut(text)
    .map(tidy)
    .filter((printed) => /\p{L}/u.test(printed) && printed.length <= 160)
    .map((printed) => {
      const percent = PERCENT.exec(printed)?.[1]?.replace(",", ".");
      return percent === undefined ? { printed, section } : { printed, section, percent: Number(percent) };
    });
}

function sectionsOf(text: string): { section: Section; text: string }[] {
  const starts = [...text.matchAll(SECTION_START)].map(({ index }) => index);
  const edges = [0, ...starts.filter((start) => start > 0), text.length];
  return edges.slice(0, -1).map((start, at) => {
    const part = text.slice(start, edges[at + 1]);
    if (MAY_CONTAIN.test(part)) return { section: "may-contain", text: part.replace(MAY_CONTAIN, "") };
    if (INACTIVE.test(part)) return { section: "main", text: part.replace(INACTIVE, "") };
    if (ACTIVE.test(part)) return { section: "active", text: part.replace(ACTIVE, "") };
    return { section: "main", text: part };
  });
}

/**
 * Splits the text of an ingredient list into its entries as printed, in order. Commas inside brackets and inside names
 * ("1,2-Hexanediol") do not split. Returns an empty array for a text that holds no entries; never throws.
 */
export function splitList(source: string): PrintedEntry[] {
  const body = source.replace(LEAD_IN, "");
  const list = sectionsOf(body).flatMap(({ section, text }) => {
    const end = AFTERWORD.exec(text);
    const inFirstEntry = end !== null && !text.slice(0, end.index).includes(",");
    return entriesOf(end === null || inFirstEntry ? text : text.slice(0, end.index), section);
  });
  return list;
}
