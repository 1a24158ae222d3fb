/** Cutting a list into its entries: at commas and the like, but not within brackets or names. */

const OPENING = "([{（［【";
const CLOSING = ")]}）］】";
const ALWAYS = ";；•●·▪◦‣";
const COMMAS = ",，、";
const BRACKETS = /[([{（［【)\]}）］】]/g;
const MARKS = /[([{（［【)\]}）］】;；•●·▪◦‣,，、|]/g;
/** Commas that a bracket which is never closed may swallow, up to where an inner one is closed. */
const SWALLOWED_MOST = 3;
const SWALLOWED_CHARACTERS = 300;

/** Where each bracket is closed, by the place where it opens. */
function pairs(text: string): Map<number, number> {
  const closedAt = new Map<number, number>();
  const open: number[] = [];
  for (const { index: at, 0: mark } of text.matchAll(BRACKETS)) {
    if (OPENING.includes(mark)) open.push(at);
    else if (CLOSING.includes(mark)) {
      const from = open.pop();
      if (from !== undefined) closedAt.set(from, at);
    }
  }
  for (const from of open) closedAt.set(from, unclosedEnd(text, from, closedAt));
  return closedAt;
}

/** A bracket that is never closed ends with the last one closed within it, or at the next comma. */
function unclosedEnd(text: string, from: number, closedAt: Map<number, number>): number {
  let commas = 0;
  let end = -1;
  let next = from;
  const last = Math.min(text.length, from + SWALLOWED_CHARACTERS);
  for (let at = from + 1; at < last && commas <= SWALLOWED_MOST; at += 1) {
    const inner = closedAt.get(at);
    if (inner !== undefined && inner > at) {
      // "(Vitamin E, Prunus (Almond) Oil": the bracket was over before the comma.
      if (commas > 0 && end === -1) break;
      end = inner;
      at = inner;
    } else if (COMMAS.includes(text[at] ?? "")) {
      commas += 1;
      if (next === from) next = at;
    }
  }
  if (end !== -1) return end;
  return next === from ? from : next - 1;
}

const isDigit = (mark: string | undefined): boolean =>
  mark !== undefined && ((mark >= "0" && mark <= "9") || (mark >= "０" && mark <= "９"));

/** A percentage by itself behind a comma belongs to the name before it: "Benzoyl Peroxide, 10% w/w". */
const OWN_PERCENT = /^\s*\d{1,3}(?:[.,]\d+)?\s?%(?:\s?[wvm]\/[wvm])?\s*(?=[.,;]|$)/;
const OWN_PERCENT_MOST = 16;

/** Whether the comma at a place belongs to a name or a number: "1,2-Hexanediol", "0,5 %". */
function isInName(text: string, at: number): boolean {
  if (/^\s?\d/.test(text.slice(at + 1, at + 3)) && text.slice(at, at + OWN_PERCENT_MOST).includes("%"))
    return OWN_PERCENT.test(text.slice(at + 1, at + 1 + OWN_PERCENT_MOST));
  // "N,N-Dimethylglycine"
  if (text[at - 1] === "N" && text.slice(at + 1, at + 3) === "N-") return !/\p{L}/u.test(text[at - 2] ?? "");
  if (!isDigit(text[at - 1])) return false;
  // "C14, 16 Olefin": a range of carbons.
  if (/^\s?\d\d\s?\p{L}/u.test(text.slice(at + 1, at + 6)) && /\bC\d\d$/i.test(text.slice(at - 4, at)))
    return true;
  if (isDigit(text[at + 1])) {
    // "PEG-8,1,2-Hexanediol": the first comma stands behind a name that ends with its number.
    const before = /[\p{L}][-\s]?\d+$/u.test(text.slice(Math.max(0, at - 8), at));
    return !(before && /^\d,\d-/.test(text.slice(at + 1, at + 5)));
  }
  // "1, 2-Hexanediol", with a space by mistake.
  return (
    /^\s\d\s?-\s?\p{L}/u.test(text.slice(at + 1, at + 7)) &&
    /(?:^|[,\s(])\d$/.test(text.slice(Math.max(0, at - 2), at))
  );
}

/**
 * Cuts a list into entries as printed. Brackets may be nested, unclosed or closed twice; what stands in them is not cut.
 * Linear in the text.
 */
export function cut(text: string): string[] {
  const closedAt = pairs(text);
  const parts: string[] = [];
  let from = 0;
  let until = -1;
  for (const { index: at, 0: mark } of text.matchAll(MARKS)) {
    const closing = closedAt.get(at);
    if (closing !== undefined && closing > until) until = closing;
    const isInside = at <= until;
    const isComma = COMMAS.includes(mark) && !isInName(text, at);
    const isBar = mark === "|" && text[at - 1] === " " && text[at + 1] === " ";
    const splits = !isInside && (isComma || isBar || ALWAYS.includes(mark));
    if (!splits) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  parts.push(text.slice(from));
  return parts;
}
