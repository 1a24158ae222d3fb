/** One printed entry: without the marks around it, and with its percentage. */

const PERCENT =
  /(?<![\d.,])(?<![<≤‹~>≥]\s?)(?<!\b(?:up\s+to|max\.?|min\.?|at\s+least)\s?)(?<!\d\s?[-–—]\s?)(\d{1,3}(?:[.,]\d+)?)\s*[%％](?!\s*(?:organic|natural|vegan|pure|of\s))/i;
/** A bound or a range tells no percentage: "(<2%)", "1-5 %". */
const BOUND =
  /(?:[<≤‹~>≥]\s?|\b(?:up\s+to|max\.?|min\.?|at\s+least)\s?|(?<![\d.,])\d{1,3}(?:[.,]\d+)?\s?[-–—]\s?)\d{1,3}(?:[.,]\d+)?\s*[%％]/gi;
/** What a percentage is of: "2% w/w". */
const MEASURE = /(?<=[%％]\s?)(?:[wvm]\s?\/\s?[wvm]|vol\.?)(?![\p{L}])/giu;
/** Ten thousand parts per million are a percent, as Korean labels state it: "Niacinamide (50,000ppm)". */
const PPM = /\(?\s*(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*ppm\s*\)?/i;
const PPM_OF_PERCENT = 10_000;
const EDGES = new Set([..." .:*†‡§°^_~,;、，·•>-–—…。\u3000¹²³⁴⁵"]);
const LEADING = new Set([...EDGES, "&", "+", "<"]);
/** Quotation marks around a whole list are at the edges of its first and last entry. */
const QUOTES = /^["'“”«»]+(?=[\p{L}\d])|(?<=[\p{L}\d).])["'“”«»]+$/gu;
/** A footnote that a star begins: "Disodium EDTA * Essential Oil". */
const FOOTNOTE = /\s+[*†‡¹²³]\s*[.:]?\s*\p{L}.*$/su;
/** "Parfum (1)" */
const FOOTNOTE_NUMBER = /\s\(\d\)\.?$/;
/** A plus that refers to a footnote: "Seed Oil+", "Root+ Extract". */
const PLUS_MARK = /(?<=[\p{L})])\++(?=\s|\)|\.?$)/gu;
/** Most names need no more than to be trimmed. */
const PLAIN_NAME = /^(?!(?:and|und|et|y|e)\s)[A-Za-z0-9/-]+(?: [A-Za-z0-9/-]+)*$/i;

const percentOf = (number: number): number | null => (number <= 100 ? number : null);

/** A percentage as a number, or null: "2%", "0,5 %", "(10%)". */
export function percentIn(text: string): number | null {
  const parts = /ppm/i.test(text) ? PPM.exec(text)?.[1] : undefined;
  if (parts !== undefined) return percentOf(Number(parts.replaceAll(",", "")) / PPM_OF_PERCENT);
  if (!/[%％]/.test(text)) return null;
  const digits = PERCENT.exec(text)?.[1];
  if (digits === undefined) return null;
  return percentOf(Number(digits.replace(",", ".")));
}

export const withoutPercent = (text: string): string =>
  text
    .replace(PPM, " ")
    .replace(MEASURE, "")
    .replace(BOUND, " ")
    .replace(PERCENT, " ")
    .replace(/\(\s*\)/g, " ");

function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && LEADING.has(text[start] ?? "")) start += 1;
  while (end > start && EDGES.has(text[end - 1] ?? "")) end -= 1;
  return text.slice(start, end);
}

/** A bracket at the end that nothing opened, or one at the beginning that nothing closes. */
function balanced(text: string): string {
  let open = 0;
  let closed = 0;
  for (const mark of text) {
    if ("([{".includes(mark)) open += 1;
    else if (")]}".includes(mark)) closed += 1;
  }
  if (closed > open && /[)\]}]$/.test(text)) return text.slice(0, -1).trimEnd();
  if (open > closed && /^[([{]/.test(text)) return text.slice(1).trimStart();
  return text;
}

/** An entry as printed, without bullets, stars, stops and footnotes around it. Empty where nothing is left. */
export function tidy(part: string): string {
  let text = part.trim();
  if (/\s\s|[\t\n]/.test(text)) text = text.replace(/\s+/g, " ");
  if (/[*†‡¹²³]/.test(text)) text = text.replace(FOOTNOTE, "");
  if (/\)\.?$/.test(text)) text = text.replace(FOOTNOTE_NUMBER, "");
  if (text.includes("+")) text = text.replace(PLUS_MARK, "");
  if (/["'“”«»]/.test(text)) text = text.replace(QUOTES, "");
  text = trimmed(/[([{)\]}]/.test(text) ? balanced(trimmed(text)) : text);
  if (PLAIN_NAME.test(text)) return text;
  return text
    .replace(/[*†‡]+/g, "")
    .replace(/^(?:and|und|et|y|e|&)\s+(?=\p{L})/iu, "")
    .replace(/\s+([),])/g, "$1");
}

/**
 * Entries that stand together with nothing but their percentages between them: "Octisalate 5% Octocrylene 5%",
 * "Titanium Dioxide 1.6%Water", "10% Niacinamide 1% Zinc PCA".
 */
export function atPercents(part: string): string[] {
  const number = "\\d{1,3}(?:[.,]\\d+)?\\s*%";
  if (!/%/.test(part)) return [part];
  const isBefore = new RegExp(`^\\s*${number}\\s*\\p{L}`, "u").test(part);
  return part.split(
    isBefore
      ? new RegExp(`(?<=\\p{L}\\)?)(?:\\s+|\\s*[+&]\\s*)(?=${number}\\s*\\p{L})`, "u")
      : /(?<=\d\s*%\)?)\s*[.+&]?\s*(?=\p{Lu})/u,
  );
}
