/** From a part of a list to its entries as printed, also where separators are wrong, doubled or missing. */
import { cut } from "./cut.ts";
import { atPercents, tidy } from "./entry.ts";
import type { InciNames } from "./inci.ts";
import { isProse } from "./lines.ts";

/** Longer pieces are no entries. */
const ENTRY_MOST = 200;

/** Whether two known names are joined by a dash that has a space on one side only. */
function atDashes(part: string, names: InciNames): string[] {
  if (!part.includes("- ") && !part.includes(" -") && !part.includes("–")) return [part];
  const match = /^(.+?)(?:\s[-–]|[-–]\s)(?!\s?ci\b)(\S.*)$/is.exec(part);
  const [, before = "", behind = ""] = match ?? [];
  return match && names.isKnown(before) && names.isKnown(behind) ? [before, behind] : [part];
}

/** A full stop that was read for a comma: "Mica. Titanium Dioxide". */
function atStops(part: string, names: InciNames): string[] {
  if (!part.includes(". ")) return [part];
  const [, before = "", behind = ""] = /^(.+?)\.\s+(\p{Lu}.*)$/su.exec(part) ?? [];
  const isApart = names.isKnown(behind) || (names.isKnown(before) && names.isLikely(behind));
  return isApart ? [before, behind] : [part];
}

/** The code of a formula, as some makers print it behind the list: "F.I.L. N12345/1". */
const FORMULA_CODE =
  /\s*\(?\s*(?:code\s+)?f\.?\s?[il]\.?\s?l\.?\s*(?:code\s*)?#?\s*[:.]?\s*[a-z]?\s?[\d/]{4,}.*$/i;
/** The number of a formula: "695896 7 Aqua", "Linalyl Acetate. [8007630008]". */
const FORMULA_NUMBER =
  /^\d{5,}(?:\s\d+)?\s+(?=\p{L})|\.?\s*(?:\[\d{5,}\]|<\p{L}*\d{4,}>|N[°º]\s?\d{4,}\S*)$|^il\d{2,}[a-z]?\.?$/giu;
/** What a drug label says an active is for: "Purpose: Sunscreen". */
const PURPOSE =
  /\b(?:purposes?|uses?)\s*[:：]?\s*(?:acne\s+(?:treatment|medication)|sunscreens?|skin\s+protectant)|\bpurposes?\b|^\s*uses?\s*$|(?<=%\)?[*†]?)\s?(?:acne\s+(?:treatment|medication)|sunscreens?|skin\s+protectant)\b|\(\s*(?:acne\s+(?:treatment|medication)|sunscreens?)\s*\)|^\s*(?:acne\s+(?:treatment|medication)|sunscreens?)\s*$/gim;
const HAS_PURPOSE = /purpose|\buse|acne|sunscreen|protectant/i;

/** An entry that a heading runs into: "Mask: Aqua", "CI 77491 (Iron Oxides) Oil-free Moisturiser: Aqua". */
function atHeading(part: string, names: InciNames): string[] {
  const [, head, rest] = /^([^:：()]*(?:\([^()]*\)[^:：()]*)*)[:：]\s*(.*)$/su.exec(part) ?? [];
  if (head === undefined || rest === undefined || (/\d\s?$/.test(head) && /^\d/.test(rest))) return [part];
  // "Niacinamide: 5%".
  if (/^\d[\d.,]*\s*%/.test(rest)) return [`${head} ${rest}`];
  const sentence = /^(.*[^.\s])\.\s*\S[^.]*$/s.exec(head)?.[1];
  if (sentence !== undefined) return [sentence, rest];
  return [names.prefix(head), rest];
}

/** "Ci, 77891". */
const COLOUR_INDEX = /^\d{5}$/;
/** What is no ingredient by itself but the end or the beginning of a name that a stray comma cut: "Capryloyl", "Copolymer". */
const SECOND_HALF =
  /^(?:(?:cross|co)?polymer|palmitate|myristate|stearate|laurate|citrate|salicylate|acetate|oleate|benzoate|extract|glycol|oxides?)$/i;
const FIRST_HALF = /^(?:\p{L}{4,}yl|c\d{1,2}-\d\d|(?:di|tri|tetra)?(?:sodium|potassium)|ammonium)$/iu;

/** Whether two printed parts are the halves of one name. */
export const areHalves = (first: string, second: string, names: InciNames): boolean =>
  /^ci$/i.test(first)
    ? COLOUR_INDEX.test(second)
    : !(names.isKnown(first) && names.isKnown(second)) &&
      (SECOND_HALF.test(second) || FIRST_HALF.test(first) || names.isWhole(first, second));

/** "Propanediol, Glycol, Distearate": what has a half behind it is not the half of a name before it. */
const isOfNext = (last: string, part: string, next: string, names: InciNames): boolean =>
  SECOND_HALF.test(part) && names.isKnown(last) && !names.isWhole(last, part) && names.isWhole(part, next);

/** A name that a stray comma cuts in two: "Isopropyl, Palmitate". */
function joined(parts: string[], names: InciNames): string[] {
  const entries: string[] = [];
  let at = 0;
  for (const part of parts) {
    at += 1;
    const last = entries.at(-1);
    const isHalf = last !== undefined && last.length <= ENTRY_MOST && areHalves(last, part, names);
    if (isHalf && !isOfNext(last, part, parts[at] ?? "", names))
      entries[entries.length - 1] = `${last}, ${part}`;
    else entries.push(part);
  }
  return entries;
}

/** One printed part as one entry, or as several where known names show that separators are missing. */
function entriesIn(part: string, names: InciNames): string[] {
  const text = tidy(part);
  if (!text.includes(" ") || names.isKnown(text)) return [text];
  const joint = text.split(/ (?:and|&|und|et) /i);
  if (joint.length > 1 && joint.every(names.isLikely) && names.isKnown(joint.at(-1) ?? "")) return joint;
  const apart = atDashes(text, names)
    .flatMap((piece) => atStops(piece, names))
    .flatMap((piece) => names.apart(piece));
  return apart.length === 1 ? [text] : apart.map(tidy);
}

/** Words from which on an entry may be a sentence. */
const TALK_WORDS = 5;

/** Whether an entry is a sentence, what stands in its brackets apart: "Water (from the springs of the valley)". */
const isTalk = (part: string): boolean =>
  part.split(" ", TALK_WORDS).length === TALK_WORDS && isProse(part.replace(/\([^()]*\)/g, " "));

/** "N/A", as exports print what was left empty, and what a drug is for by itself. */
const NOTHING = /^(?:n\/a|acne\s+(?:treatment|medication)|sunscreen)$/i;

/** Most entries are a plain name that is known, and need no further look. */
const PLAIN = /^[A-Za-z][A-Za-z0-9/-]*(?: [A-Za-z0-9/-]+)*(?<![/-])$/;

/** One printed part between two separators as its entries: none, one, or several where separators are missing. */
function entriesBetween(part: string, names: InciNames): string[] {
  const plain = part.trim();
  if (plain === "") return [];
  if (plain.length <= ENTRY_MOST && PLAIN.test(plain) && names.isKnown(plain)) return [plain];
  return (/[:：]/.test(part) ? atHeading(part, names) : [part])
    .map((piece) => (/f\.?\s?[il]/i.test(piece) ? piece.replace(FORMULA_CODE, "") : piece))
    .map((piece) => (/\d{2}/.test(piece) ? piece.trim().replace(FORMULA_NUMBER, "") : piece))
    .flatMap((piece) => (piece.includes("%") ? atPercents(piece) : [piece]))
    .flatMap((piece) => entriesIn(piece, names))
    .map((entry) => (isTalk(entry) ? names.suffix(entry) : entry))
    .filter((entry) => !NOTHING.test(entry))
    .filter((entry) => (/\p{L}/u.test(entry) || COLOUR_INDEX.test(entry)) && entry.length <= ENTRY_MOST);
}

/** The entries of a part of a list, as printed. Linear in the text; never throws. */
export function entriesOf(text: string, names: InciNames): string[] {
  const named = HAS_PURPOSE.test(text) ? text.replace(PURPOSE, ",") : text;
  const parts = named.split("\n").flatMap(cut);
  return joined(
    parts.flatMap((part) => entriesBetween(part, names)),
    names,
  );
}
