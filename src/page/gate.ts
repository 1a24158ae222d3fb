/**
 * The one question that is asked of every page: is there anything to look for? Text is taken as the page holds it, glued
 * across elements, so the expressions carry no word boundary at their ends.
 */
/** Words that head an ingredient list, in the languages that are matched. Upper and lower case are spelt out: faster than "i". */
const HEADING_HINT =
  /[Ii]ngr[eé]di|INGR[EÉ]DI|INCI|[Cc]omposi|COMPOSI|[Ii]nhaltsst|INHALTSST|[Zz]usammens|ZUSAMMENS|[Bb]estandt|BESTANDT|[Ss]amenst|SAMENST|[Ss]k[łl]ad|SK[ŁL]AD|[Dd]rug [Ff]acts|DRUG FACTS|成[分份]|성분|配料/g;
/** Names that are on nearly every label; they only show where a list may be that has no heading. */
const SHAPE_HINT =
  /[Gg]lycerin|GLYCERIN|[Aa]qua|AQUA|[Pp]henoxyeth|PHENOXYETH|[Tt]ocopher|TOCOPHER|[Dd]imethicone|DIMETHICONE|グリセリン|글리세린|甘油/g;

/** A percentage and, nearby, the stem of an active's name: "10% Niacinamide", "Retinol (0.3%)". */
const DOSE =
  /\d ?%[^.%\n]{0,24}?(?:niac|nicotin|salic|[ABP]HA\b|retin|glycol|lactic|mandel|azel|granact|zinc)|(?:niac|nicotin|salic|[ABP]HA\b|retin|glycol|lactic|mandel|azel|granact|zinc)[^.%\n]{0,24}?\d ?%/gi;

/** Never matches: without anchors there is no claim to find. */
let anchors = /(?!)/g;

/** Sets the regular expression that every claim holds a hit of. To be called before anything is looked for. */
export function setAnchors(source: string): void {
  anchors = new RegExp(source, "gi");
}

function indexFrom(expression: RegExp, text: string, from: number): number {
  expression.lastIndex = from;
  return expression.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

/** Offset of the first anchor at or after `from`, or Infinity. */
export function nextAnchor(text: string, from: number): number {
  return indexFrom(anchors, text, from);
}

/** Offset of the first word that may head an ingredient list at or after `from`, or Infinity. */
export function nextHeadingHint(text: string, from: number): number {
  return indexFrom(HEADING_HINT, text, from);
}

/** Offset of the first name that is on nearly every label at or after `from`, or Infinity. */
export function nextShapeHint(text: string, from: number): number {
  return indexFrom(SHAPE_HINT, text, from);
}

/** Offset of the first percentage that may be of an active at or after `from`, or Infinity. */
export function nextDose(text: string, from: number): number {
  return text.includes("%", from) ? indexFrom(DOSE, text, from) : Number.POSITIVE_INFINITY;
}

export const hasDose = (text: string): boolean => nextDose(text, 0) < text.length;

export const hasAnchor = (text: string): boolean => nextAnchor(text, 0) < text.length;

/** True where a text holds an anchor or a word that may head an ingredient list. */
export const holdsAnything = (text: string): boolean =>
  hasAnchor(text) || nextHeadingHint(text, 0) < text.length;
