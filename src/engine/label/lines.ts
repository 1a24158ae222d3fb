/** The lines of a label's text, and what each of them is: part of the list, praise of one ingredient, or a note. */

import { plainText } from "./raw.ts";

export type Line = {
  text: string;
  /** Begins with a bullet. */
  bullet: boolean;
  /** An empty line stands before it. */
  apart: boolean;
};

const BULLET = /^[-–—•·▪●○◦‣]\s*(?=[\p{L}\p{N}["'(])/u;
/** A star is a bullet where many lines begin with one, else it begins a footnote. */
const STAR_BULLET = /^\*\s+(?=\p{L})/u;
const STARRED_LEAST = 3;

/** Words that join sentences and hardly ever stand in the name of an ingredient. */
const PROSE = new Set(
  (
    "the a an is are be been to this that these those which please may our your you we it its as for from in on at with by " +
    "helps help known while all any not can will has have their they than when into such more most skin made use used using work works together " +
    "les des est sont pour dans avec cette ce une die der das ist sind für mit nicht los las para con una del que per il della"
  ).split(" "),
);
const NOTE =
  /^(?:[>*†‡§()+\s]+)?(?:\d{1,3}\s?)?(?:denotes?|indicates?|certified|from\s+organic|organically|essential\s+oils?$|ingredients?\s+(?:lists?|may|are|from)|please|this\s+list|the\s+list|disclaimer|warnings?|caution|directions|how\s+to\s+use|storage|net\s+w(?:eigh)?t\b|other\s+information|expiry|p\.?a\.?o\.?\s?:|(?:key\s+)?benefits?\s*:|(?:powered|formulated|enriched|infused|packed)\s+(?:by|with)\s|distributed\s+by|manufactured\s+(?:by|for)|questions?\s*(?:\?|or\s+comments)|contains\s+vitamin\s+a\b|consider\s+your|(?:not\s+)?(?:dermatologically\s+|dermatologist[\s-])?tested(?:\s|,)|\d{1,3}\s?%\s+(?:of\s+)?(?:users|women|men|testers|participants|people|subjects|volunteers|agreed|said|saw)\b|made\s+in|keep\s+(?:out|away|in|this)|store\s|for\s+external|made\s+without|contains?\s+no|issu|aus\s+kontrolliert|natural\s+fragrance\s+component|naturally\s+occurring|\d{1,3}\s?%\s?(?:of\s+)?(?:the\s+)?(?:total|natural|naturally|organic|vegan|biodegradable|ingredients))/i;
const FREE_FROM =
  /^[^\p{L}\p{N}]*(?:100\s*%\s*)?(?:(?:contains\s+)?0+(?:[.,]0+)?\s?%|(?:is\s+)?free\s+(?:of|from)|without|no\s|does\s+not\s+contain|formulated\s+without|made\s+without|sans|ohne|frei\s+von|exempt|libre\s+de|sin|senza|what\s+it['’]s\s+(?:formulated|made)\s+without)/iu;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];

/** A sentence of five words is longer than this. */
const PROSE_LENGTH = 15;

/** Whether a piece of text is a sentence rather than names: enough words, and enough that join them. */
export function isProse(text: string): boolean {
  if (text.length < PROSE_LENGTH) return false;
  const words = wordsOf(text);
  const joining = words.filter((word) => PROSE.has(word)).length;
  return words.length >= 5 && joining >= 2 && joining / words.length >= 0.13;
}

/** Commas from which on a line is a list, whatever it begins with: "Certified Organic Aloe Juice, Water, …". */
export const LIST_COMMAS = 3;
/** "Formula free of: …", "Excludes: …", "Do not mix with: …", "We do not recommend layering with …". */
const EXCLUDED =
  /^[^:：,]{0,40}\b(?:free\s+(?:of|from)|excludes?|excluding|(?:do\s+not|don['’]t|never)\s+(?:mix|use|combine)|avoid|(?:made|formulated)\s+without|contains?\s+no|what(?:['’]s|\s+it['’]s|\s+it\s+is)\s+not|never\s+any|nicht\s+enthalten|enthält\s+keine?[nrs]?|alternative\s+to)\b|^[^:：]{0,40}\bno\s*[:：]|^[^:：,]{2,40}[:：]\s*(?:no|without|free\s+(?:of|from))\s|^(?:\p{L}+[\s-]){1,3}free(?:[,.]|$)|^\s*[✗✘❌🚫]|^\s*(?:we|our|please|always|apply|if\s+you|do\s+not|don['’]t)\s|^\s*(?:無添加|不使用|무첨가|不含|不添加)/iu;

/** Whether a line tells what the list is not: a footnote, a warning, advice, or what the product is free of. */
export function isNote(text: string): boolean {
  if (FREE_FROM.test(text) || EXCLUDED.test(text) || !/\p{L}/u.test(text)) return true;
  if (text.split(",").length > LIST_COMMAS) return false;
  return NOTE.test(text) || (/^[>*†‡]/.test(text) && !text.includes(","));
}

/** Whether a line heads what is not inside: "Formulated without:". */
export const headsAbsent = (text: string): boolean =>
  /[:：]\s*$/.test(text) && (FREE_FROM.test(text) || EXCLUDED.test(text));

/** Where the list begins in a line: at its own heading. */
const OWN_HEADING = /^["“]?(?:in)?active\s+ingredients?\b|^["“]?ingredients?\s*[:：]/i;

/** A list of a name or two: "Argan Oil, Mica, Vitamin E." */
const NAMES_ALONE = /^(?:\p{Lu}[^\s,.:;]*(?: (?=[\p{Lu}\p{N}(])[^\s,.:;]+){0,5}(?:, |\.?\*?$)){1,3}$/u;

/** Praise and, in the same line, the list: "-Zinc: Calms the skin. Water, Glycerin, …". */
function praiseApart(row: string, mark: RegExp): string[] {
  if (!/[:：]/.test(row)) return [row];
  const sentences = row.split(/(?<=[.!?])\s+(?=[\p{Lu}"“])/u);
  const [first = ""] = sentences;
  if (!mark.test(row) && !(/^[^:：.,]{2,60}[:：]\s/.test(first) && isProse(first.slice(0, 200))))
    return [row];
  const at = sentences.findIndex(
    (sentence, index) =>
      index > 0 &&
      (OWN_HEADING.test(sentence) ||
        (index === sentences.length - 1 && NAMES_ALONE.test(sentence)) ||
        ((sentence.match(/,/g)?.length ?? 0) >= 3 && !isProse(sentence.slice(0, 120)))),
  );
  return at === -1 ? [row] : [...sentences.slice(0, at), "", sentences.slice(at).join(" ")];
}

/** The lines of a label's text, without their bullets; empty lines are only noted on the line behind them. */
export function linesOf(source: string): Line[] {
  const rows = plainText(source).split("\n");
  const starred = rows.filter((row) => STAR_BULLET.test(row.trim())).length >= STARRED_LEAST;
  const mark = starred ? new RegExp(`${BULLET.source}|${STAR_BULLET.source}`, "u") : BULLET;
  let apart = false;
  return rows
    .flatMap((row) => praiseApart(row.trim(), mark))
    .flatMap((raw): Line[] => {
      const line = (/\s\s|[^\S ]/.test(raw) ? raw.replace(/\s+/g, " ") : raw).trim();
      if (line === "") {
        apart = true;
        return [];
      }
      const found = { text: line.replace(mark, ""), bullet: mark.test(line), apart };
      apart = false;
      return [found];
    });
}

/** "Helps melt makeup and cleanse.": a sentence of small words. */
const PHRASE = /^\p{Lu}?[\p{Ll}' -]+\.$/u;

/** What an ingredient is said to do: "Balances oil", "helps to smooth". */
const BENEFIT =
  /^(?:helps?|works?|known|designed|absorbs|balances|boosts|brightens|calms|cleanses|clears|controls|defends|delivers|draws|evens|exfoliates|fades|fights|firms|gives|heals|hydrates|improves|increases|keeps|leaves|lifts|locks|maintains|makes|mattifies|minimi[sz]es|moisturi[sz]es|nourishes|plumps|prevents|promotes|protects|provides|purifies|reduces|refines|refreshes|removes|repairs|replenishes|restores|smooth(?:e)?s|softens|soothes|stimulates|strengthens|supports|targets|tightens|tones|treats|unclogs)\b/i;

/** Whether a line only tells what an ingredient does. */
export const isBenefit = (text: string): boolean =>
  BENEFIT.test(text) && text.split(",").length <= LIST_COMMAS;

/** "Zinc PCA (1%) – balances oil": what stands before the dash. */
function headOfBenefit(text: string): string | null {
  const [, head, rest] = /^([^,:：]{2,80}?)\s+[-–—]\s+(\S.*)$/.exec(text) ?? [];
  return head !== undefined && rest !== undefined && isBenefit(rest) ? head : null;
}

export type Praise = { head: string };

/** "Ceramides: nourish skin." An ingredient with what is said of it; null for anything else. */
export function praiseIn({ text, bullet }: Line): Praise | null {
  const [, head, rest] = /^([^:：]{2,240}?)\s*[:：]\s*(\S.*)$/.exec(text) ?? [];
  if (head === undefined || rest === undefined) {
    const praised = headOfBenefit(text);
    return praised === null ? null : { head: praised };
  }
  const commas = rest.split(",").length - 1;
  const small = rest.match(/,\s*(?:and\s+)?\p{Ll}/gu)?.length ?? 0;
  const isList = commas >= 3 && !isProse(rest) && !/[:：]/.test(rest) && small <= commas / 2;
  if (isList) return null;
  if (bullet) return { head };
  const isPhrase = PHRASE.test(rest) && wordsOf(rest).length >= 4;
  return (isPhrase || isProse(rest)) && wordsOf(head).length <= 8 ? { head } : null;
}
