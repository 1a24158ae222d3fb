/** Label text as shops and their exports deliver it, as plain lines: tags, entities and quoted lists gone. */
import { tailApart } from "./tail.ts";

const BLOCK_TAG = /<\/?(?:p|div|li|ul|ol|br|h[1-6]|tr|td|th|table|section|details|summary|dd|dt)\b[^<>]*>/gi;
/** Names of ingredients in such brackets are none. */
const ANY_TAG =
  /<(?:\/?(?:a|abbr|address|article|aside|b|bdi|bdo|big|blockquote|body|button|caption|center|cite|code|col|colgroup|dd|del|dfn|dl|em|figcaption|figure|font|footer|form|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|main|mark|nav|nobr|object|ol|option|path|picture|pre|q|s|samp|script|select|small|source|span|strike|strong|style|sub|sup|svg|tbody|template|textarea|tfoot|thead|time|tt|u|var|video|wbr|o:p|[a-z]+-[a-z-]+)\b[^<>]*|!--[^<>]*--)>/gi;
const ENTITIES: Record<string, string> = {
  nbsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  bull: "•",
  reg: "",
  trade: "",
};
/** A list of strings, as data exports print it: "['Aqua, …', 'Kaolin, …']". */
const QUOTED_LIST = /^\s*\[\s*(['"])/;

function withoutTags(text: string): string {
  if (!text.includes("<") && !text.includes("&")) return text;
  return text
    .replace(BLOCK_TAG, "\n")
    .replace(ANY_TAG, " ")
    .replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (entity, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0;
      if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
      return ENTITIES[String(name).toLowerCase()] ?? entity;
    });
}

function withoutQuotes(text: string): string {
  const quote = QUOTED_LIST.exec(text)?.[1];
  if (quote === undefined) return text;
  // Strings that begin with a space are one list that an export cut at its commas: "['aqua', ' 1', '2-hexanediol']".
  const between = /['"]\s*,\s*['"]\s/.test(text) ? "," : "\n";
  return text
    .replace(QUOTED_LIST, "")
    .replace(/['"]\s*\]\s*$/, "")
    .replace(/['"]\s*,\s*['"]/g, between);
}

/** A footnote behind the list: "… Linalool. *Organic", "(*Orgánico / **…)". Not "…, **Fragrance, Limonene". */
const FOOTNOTE =
  /(?<=[.)\]*]\s?|[^,\s]\s)\(?[*†‡]{1,3}\s?(?:\p{L}+\s?[:：=].*|(?:\p{L}|\d{1,3}\s?%)[^,\n]*(?:,[^,\n]*)?)$/u;

const FOOTNOTE_MOST = 300;

function withoutFootnote(line: string): string {
  const from = Math.max(0, line.length - FOOTNOTE_MOST);
  const end = line.slice(from).replace(/\s*※.*$/, "");
  return line.slice(0, from) + (/[*†‡]/.test(end) ? end.replace(FOOTNOTE, "") : end);
}

/** Names that full stops part: "WATER. GLYCERIN. NIACINAMIDE." */
function stopsAsCommas(text: string): string {
  if (text.includes(",")) return text;
  const stops = text.match(/\.\s+(?=\p{Lu})/gu)?.length ?? 0;
  if (stops < DASHES_LEAST || text.split(" ").length / stops >= STOP_WORDS) return text;
  return text.replace(/\.\s+(?=\p{Lu})/gu, ", ");
}

/** Several entries of a label are parted by such marks, and hardly any by commas. */
const DASHES_LEAST = 4;
/** Words from one such mark to the next, and from one full stop to the next. */
const MARK_WORDS = 6;
const STOP_WORDS = 4;

/** " - ", "- ", " / ", "|" or "@" between the entries, as some shops print them, as commas. */
function dashesAsCommas(text: string): string {
  if (!/[-–~/|@]/.test(text)) return text;
  // "CI 77491 - CI 77492 (Iron Oxides)" is one entry.
  for (const dash of [/\s[-–~]\s(?!CI\b)/g, /(?<![\s\d])[-–]\s+/g, /\s\/\s/g, /\s?[|@]\s?/g]) {
    const dashes = text.match(dash)?.length ?? 0;
    if (dashes < DASHES_LEAST) continue;
    const commas = text.match(/[,;•·●]/g)?.length ?? 0;
    if (commas < dashes / 3 && text.split(" ").length / dashes < MARK_WORDS) return text.replace(dash, ", ");
  }
  return text;
}

/** A heading that runs into the text before it: "…if necessary.Ingredients: Aqua", "69.9% v/vInactive ingredients". */
const GLUED_HEADING =
  /[.!?]\s*(?=(?:(?:Full|All|Other|Complete)\s)?(?:Ingredients?(?:\s[Ll]ist)?|INGREDIENTS?(?:\sLIST)?)\s*:)|[.!?]\s*(?=(?:Full|All|Complete)\s[Ii]ngredients?(?:\s[Ll]ist)?\s*(?:\(INCI\)\s*)?:)|\s(?=Ingredients\s(?:are|may|lists?)\s)|\p{Ll}(?=(?:Ina|A)ctive\s[Ii]ngredients?\b)/gu;
/** "IngredientsWater (Aqua), …", "ingredients aqua": a page's heading and text read without what stands between them. */
const GLUED_LIST =
  /\bIngredien[td]s(?=\p{Lu}\p{Ll})|(?<!(?:[Aa]ctive|[Oo]ther|ACTIVE|OTHER) )\b(?:Full\s)?(?:[Ii]ngredients|INGREDIENTS)(?= (?:[Aa]qua|AQUA|[Ww]ater|WATER)\b)/gu;

/** What an ingredient is in a product for, as some lists say behind each name. */
const FUNCTION =
  /\s*(?::|\s[-–])\s*(?:solvent|humectant|emollient|emulsifier|preservative|thickener|surfactant|antioxidant|skin[- ]conditioning|fragrance|colou?rant|stabili[sz]er|chelating(?:\sagent)?|ph[- ]adjuster)\s*(?=[\n,;]|$)/gi;

/**
 * What is mended, in this order: where it can stand at all (a quick look, since most lists need none of it), what it is, and what
 * it becomes.
 */
const MENDS: readonly (readonly [where: RegExp, what: RegExp, by: string])[] = [
  [/[\u200b\u00ad\ufeff]/, /[\u200b\u00ad\ufeff]/g, ""],
  [/[\\\r\u2028\u2029]/, /\\[rn]|\r\n?|[\u2028\u2029]/g, "\n"],
  [/\\/, /\\x[0-9a-f]{2}|\\u[0-9a-f]{4}/gi, " "],
  [/[^\S\n ]| {2}/, /[^\S\n]+/g, " "],
  [/\n/, /\n[\n ]*\n/g, "\n\n"],
  // A star that stands for a comma: "Rosa Oil* Aloe Juice*".
  [/[*†‡] /, /(?<=[*†‡]) (?=\p{Lu}[\p{L} -]{2,60}[*†‡,])/gu, ", "],
  [/\.{3}/, / ?\.{3,} ?/g, " "],
  [/\(and\)/i, / ?\(and\) ?/gi, ", "],
  [/[\u2212\u2010\u2011]/, /[\u2212\u2010\u2011]/g, "-"],
  [/[＋／]/, /＋\s?／\s?[－-]/g, "+/-"],
  // A name that the end of a line cuts: "Niacin-", "amide".
  [/-\n/, /(?<=\p{Ll})-\n(?=\p{Ll})/gu, ""],
  // "Glycerin: humectant"
  [/[:–-]\s*(?:so|hu|em|pr|th|su|an|sk|fr|co|st|ch|ph)/i, FUNCTION, ""],
  // "0.1% * 0.1% (each gram contains 1 mg)"
  [/\(each/i, /\s\*\s?[\d.]+\s?%\s*\(each[^)]*\)/gi, ""],
  [/\\/, /\\+(?=\p{L})/gu, "/"],
  // "…skin. -Zinc: …": the next bullet.
  [/[.!?:] [-–•]/, /(?<=[\p{Ll}\d)"”][.!?:])(?<!\bdenat\.) (?=[-–•]\s?\p{Lu})/gu, "\n"],
  // Neither at the beginning of the text, where most headings stand.
  [/[\s\S]ingredient/i, GLUED_HEADING, "$&\n"],
  [/ingredien[td]s[ \p{L}]/iu, GLUED_LIST, "\n$&: "],
  // "Conditions eyelashes.Water, …".
  [/[.!?]\p{Lu}\p{Ll}/u, /[.!?](?<=\p{Ll}{3}.)(?=\p{Lu}\p{Ll})/gu, "$& "],
];

/** "1. Aqua 2. Kaolin 3. Talc" */
const NUMBER = /(?:^|\s)\d{1,2}[.)]\s+(?=\p{L})/gmu;
const NUMBERED = /^\s*1[.)]\s/m;
/** Columns of a table, and Japanese or Chinese names, with nothing but space between them. */
const COLUMN = /[^\S\n]{2,}|\t/g;
const SPACED = /(?<=[\p{Script=Han}\p{Script=Katakana}ー]) +(?=[\p{Script=Han}\p{Script=Katakana}])/gu;
const MIDDLE_DOT = /・/g;

/** Whole lists that numbers, columns, dots or spaces part, with commas instead. */
function spacesAsCommas(text: string): string {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  if (NUMBERED.test(text) && count(NUMBER) >= DASHES_LEAST - 1) return text.replace(NUMBER, "\n");
  if (/[,;，、•|<]/.test(text)) return text;
  const parting = [COLUMN, MIDDLE_DOT, SPACED].find((mark) => count(mark) >= DASHES_LEAST);
  return parting === undefined || (parting === COLUMN && text.includes("\n"))
    ? text
    : text.replace(parting, ", ");
}

/**
 * Plain lines of a label. Bullets that follow each other in one line begin lines of their own ("…skin. -Zinc: …").
 * Never throws.
 */
export function plainText(source: string): string {
  let text = spacesAsCommas(withoutQuotes(withoutTags(source)).replace(/^\s*\{([^{}]*)\}\s*$/, "$1"));
  for (const [where, what, by] of MENDS) if (where.test(text)) text = text.replace(what, by);
  return tailApart(text)
    .split("\n")
    .map((line) => stopsAsCommas(dashesAsCommas(withoutFootnote(line.trim()))))
    .join("\n");
}
