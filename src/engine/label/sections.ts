/** The parts of a label: active ingredients, the list itself, and what some shades may contain. */
import type { Ingredient } from "../model.ts";

export type Section = Ingredient["section"];
export type Part = { section: Section; text: string };

const LANGUAGES =
  "ingr[ée]dients?|inhaltsstoffe|zutaten|bestandteile|ingredientes|ingredienti|ingredi[ëe]nten|składniki|sk[lł]ad|složení|zloženie|összetevők|ingrediente|sastojci|sestavine|ingredienser|ainesosat|içindekiler|komposisi|th[àa]nh\\s+ph[ầa]n|состав|склад|συστατικά|成分|全成分|配料|전성분|成份";
/** "Ingredients:", "Full ingredient list -", "INCI:". */
const LEAD_IN = new RegExp(
  `^\\s*(?:[[【(](?:全?成分|전성분|INCI|ingredients)[\\]】)]\\s*[:：]?\\s*|(?:list\\s+of|full|complete|all)\\s+ingredients\\s+(?=\\p{Lu})|this\\s+product\\s+contains\\s*[:：]\\s*|(?:(?:full|complete|all|other|key|product)?\\s*(?:list\\s+of\\s+)?ingredients?(?:\\s+list)?|inci(?:\\s+(?:name|list))?|composition|composici[óo]n|composizione|${LANGUAGES})\\s*(?:\\([^)]{0,60}\\)|/\\s*[\\p{L} ]{3,30})*\\s*[:：\\-–]\\s*)`,
  "iu",
);
/** "Key ingredients: niacinamide, zinc" is what the seller is proud of, not the list. */
const HIGHLIGHTS =
  /^\s*(?:(?:key|hero|star|highlighted|featured|main|active\s+botanical|power|notable)\s+(?:ingredients?|actives?)\b|haupt-?wirkstoffe|(?:schl[üu]ssel|haupt)-?inhaltsstoffe|(?:actifs|ingr[ée]dients)\s+cl[ée]s|(?:ingredientes|activos)\s+clave|(?:ingredienti|attivi)\s+chiave|キー成分|主要成分|주요\s?성분|핵심\s?성분)/i;

const COLON = "\\s*[:：]";
/** A line that is nothing but a heading. */
const HEADING_LINE = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:(?:full|complete|all|list\\s+of|cosmetic|the)\\s+)*(?:ingredients?(?:\\s+list)?|inci|composition|${LANGUAGES})[^\\p{L}\\p{N}]*$`,
  "iu",
);

const HEADINGS: { section: Section; pattern: string }[] = [
  {
    section: "may-contain",
    pattern:
      "(?:[[(【［（]\\s*)?(?:\\+\\s*/\\s*[-–]|±)(?:\\s*[\\])】］）])?(?:\\s*\\(?\\s*may\\s+contain(?:\\s*/\\s*peut\\s+contenir)?\\s*\\)?)?\\s*[:：,]?|[[(]?\\s*(?:may(?:\\s+also)?\\s+contain|peut\\s+contenir|kann\\s+enthalten|puede\\s+contener|pu[oò]\\s+contenere|kan\\s+bevatten|może\\s+zawierać|pode\\s+conter)(?:\\s*(?:\\+\\s*/\\s*-|\\(\\s*\\+\\s*/\\s*-\\s*\\)))?\\s*[:：,]?",
  },
  {
    section: "main",
    pattern: `[【［]?その他の成分[】］]?(?:${COLON})?|기타\\s?성분(?:${COLON})?|其他成分(?:${COLON})?|(?:inactive|other|cosmetic|non-?medicinal)\\s+ingredien[td]s?(?:\\s*\\([^)]*\\))?(?:${COLON})?|inactives?${COLON}|others?${COLON}|(?:ingredients?|inci)${COLON}`,
  },
  {
    section: "active",
    pattern: `[【［]?有効成分[】］]?(?:${COLON})?|유효\\s?성분(?:${COLON})?|(?:drug\\s+facts\\s*)?active\\s+(?:i{1,2}ngredients?|sunscreen\\s+ingredients?)(?:\\s*\\([^)]*\\))?(?:${COLON})?|actives?${COLON}|medicinal\\s+ingredients?(?:${COLON})?|principe\\s+actif${COLON}`,
  },
];
const ANY_HEADING = new RegExp(
  HEADINGS.map(({ pattern }) => `((?<![\\p{Script=Latin}-])(?:${pattern}))`).join("|"),
  "giu",
);
/** A quick look, since most lists have no heading inside them: something that is in every heading. */
const MAYBE_HEADING = /[+±成성]|cont|enthalten|bevatten|zawierać|ingredien|active|actif|other|inci/i;

/** "[Bean Essence]" */
const BRACKETED_LINE = /^\s*[[【][\p{L} '&-]{3,60}[\]】]\s*$/u;

/** True for the name of a product in brackets, in a line of its own: what stands above it has ended. */
export const isProductLine = (text: string): boolean => BRACKETED_LINE.test(text);

export const isHeadingLine = (text: string): boolean => HEADING_LINE.test(text);

/** Whether a text is the heading of a part of one list: "Active ingredients", "May contain". */
export const isSectionHeading = (text: string): boolean =>
  isHighlights(text) || text.search(ANY_HEADING) === 0 || withoutLeadIn(`${text}:`).trim() === "";

export const isHighlights = (text: string): boolean => HIGHLIGHTS.test(text);

export const withoutLeadIn = (text: string): string => text.replace(LEAD_IN, "");

/** A bracket that only a heading opened ("[+/- Mica, Iron Oxides]"), or around all that stands behind one. */
function withoutItsBracket(heading: string, text: string): string {
  const opened = /^\s*[[(]/.test(heading) && !/[\])]/.test(heading);
  if (opened) return text.replace(/[\])](?=\s*\.?\s*$)/, "");
  // "+/- (CI 77891, CI 77491), Tin Oxide"
  if (heading !== "" && /^\s*\([^()]*,[^()]*\)\s*,/.test(text)) return text.replace(/^\s*\(([^()]*)\)/, "$1");
  // "+/- [CI 77891, CI 77491]", but not "(CI 77891), Mica (CI 77019)".
  return heading === "" ? text : text.replace(/^\s*(?:\[([^\]]*)\]|\(([^()]*)\))\s*\.?\s*$/, "$1$2");
}

/** Words in one line that no comma parts: a title, unless they are as few as those of an active with its percentage. */
const isTitle = (text: string): boolean => !/[,\n]/.test(text.trim()) && text.trim().split(/\s+/).length > 4;

/** Cuts a text at its headings. What stands before the first is of the main list. */
export function partsOf(source: string): Part[] {
  const parts: Part[] = [];
  let section: Section = "main";
  let heading = "";
  let from = 0;
  const close = (to: number) => {
    const text = withoutItsBracket(heading, source.slice(from, to));
    if (/[\p{L}\p{N}]/u.test(text)) parts.push({ section, text });
  };
  const headings = MAYBE_HEADING.test(source) ? source.matchAll(ANY_HEADING) : [];
  for (const match of headings) {
    const which = match.slice(1).findIndex((group) => group !== undefined);
    const next = HEADINGS[which]?.section ?? "main";
    // "The product's name 30 ml Ingredients: Aqua, …"
    if (heading !== "" || next !== "main" || !isTitle(source.slice(from, match.index))) close(match.index);
    section = next;
    heading = match[0];
    from = match.index + match[0].length;
  }
  close(source.length);
  return parts;
}
