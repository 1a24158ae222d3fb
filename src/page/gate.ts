/**
 * The one question that is asked of every page: is there anything to look for? Text is taken as the page holds it, glued
 * across elements, so the expressions carry no word boundary at their ends.
 */
import { hasAnchor } from "./anchors.ts";

/** Words of which every page about skin holds one, in the languages that are matched. Without one, nothing else is asked. */
const SKIN =
  /pore|skin|face|facial|beaut|cosm[eé]t|haut|gesicht|kosmet|peau|visage|piel|rostro|belleza|pelle|viso|bellezza|pori|pele|rosto|beleza|poros|huid|gezicht|sk[óo]r|twarz|urod|pory|por[óo]w|肌|皮|顔|毛\s?[孔穴]|美容|化粧|脸|臉|面部|妆|妝|피부|얼굴|모공|화장|뷰티/i;
/** What may hide a word that is looked for in plain letters: such a text is given the benefit of the doubt. */
const ODDLY_WRITTEN = /[\u0300-\u036f]|[\u00ad\u1100-\u11ff\u200b-\u200f\u2060-\u2064\ufeff\uff21-\uff5a]/;

/** Words that head an ingredient list, in the languages that are matched. Upper and lower case are spelt out: faster than "i". */
const HEADING_HINT =
  /[Ii]ngr[eé]di|INGR[EÉ]DI|INCI|[Cc]omposi|COMPOSI|[Ii]nhaltsst|INHALTSST|[Zz]usammens|ZUSAMMENS|[Bb]estandt|BESTANDT|[Ss]amenst|SAMENST|[Ss]k[łl]ad|SK[ŁL]AD|[Dd]rug [Ff]acts|DRUG FACTS|成[分份]|성분|配料/g;
/** Names that are on nearly every label; they only show where a list may be that has no heading. */
const SHAPE_HINT =
  /[Gg]lycerin|GLYCERIN|[Aa]qua|AQUA|[Pp]henoxyeth|PHENOXYETH|[Tt]ocopher|TOCOPHER|[Dd]imethicone|DIMETHICONE|グリセリン|글리세린|甘油/g;

/** A percentage and, nearby, the stem of an active's name: "10% Niacinamide", "Retinol (0.3%)". */
const DOSE =
  /\d ?%[^.%\n]{0,24}?(?:niac|nicotin|salic|[ABP]HA\b|retin|glycol|lactic|mandel|azel|granact|zinc)|(?:niac|nicotin|salic|[ABP]HA\b|retin|glycol|lactic|mandel|azel|granact|zinc)[^.%\n]{0,24}?\d ?%/gi;

function indexFrom(expression: RegExp, text: string, from: number): number {
  expression.lastIndex = from;
  return expression.exec(text)?.index ?? Number.POSITIVE_INFINITY;
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

/** True where a text may be about skin, as far as single words tell. */
const isOfSkin = (text: string): boolean => SKIN.test(text) || ODDLY_WRITTEN.test(text);

/** The same question, asked of a page part by part. True is final; false may become true with the next part. */
export class Looking {
  private isOfSkin = false;
  private holds = false;

  isFound(part: string): boolean {
    this.isOfSkin ||= isOfSkin(part);
    this.holds ||= nextHeadingHint(part, 0) < part.length || hasAnchor(part);
    return this.isOfSkin && this.holds;
  }
}

/**
 * True where a part of a page holds something to look for: an anchor or a word that may head an ingredient list, on a page
 * about skin.
 * @param page text of the whole page, asked for only where the part does not settle it; none where the part is the page
 */
export function holdsAnything(part: string, page?: () => string): boolean {
  const isSettled = isOfSkin(part);
  if (!isSettled && page === undefined) return false;
  const holds = nextHeadingHint(part, 0) < part.length || hasAnchor(part);
  return holds && (isSettled || (page !== undefined && isOfSkin(page())));
}
