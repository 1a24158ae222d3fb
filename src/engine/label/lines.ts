/** The lines of a label's text, and what each of them is: part of the list, praise of one ingredient, or a note. */

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
    "helps help known while all any not can will has have their they than when into such more most skin made use used using " +
    "les des est sont pour dans avec cette ce une die der das ist sind für mit nicht los las para con una del que per il della"
  ).split(" "),
);
const NOTE =
  /^(?:[>*†‡§()\s]+)?(?:\d+\s*)?(?:denotes?|indicates?|certified|from\s+organic|organically|essential\s+oils?$|ingredients?\s+(?:lists?|may|are|from)|please|this\s+list|the\s+list|disclaimer|warnings?|caution|directions|how\s+to\s+use|storage|made\s+in|keep\s+out|for\s+external|made\s+without|contains?\s+no|issu|aus\s+kontrolliert|natural\s+fragrance\s+component|naturally\s+occurring|\d+\s*%\s*(?:of\s+)?(?:the\s+)?(?:total|natural|organic|ingredients))/i;
const FREE_FROM =
  /^\W*(?:100\s*%\s*)?(?:(?:is\s+)?free\s+(?:of|from)|without|no\s|non[- ]|does\s+not\s+contain|formulated\s+without|made\s+without|sans|ohne|sin|senza|what\s+it['’]s\s+(?:formulated|made)\s+without)/i;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];

/** Whether a piece of text is a sentence rather than names: enough words, and enough that join them. */
export function isProse(text: string): boolean {
  const words = wordsOf(text);
  const joining = words.filter((word) => PROSE.has(word)).length;
  return words.length >= 5 && joining >= 2 && joining / words.length >= 0.15;
}

/** Whether a line tells what the list is not: a footnote, a warning, advice, or what the product is free of. */
export function isNote(text: string): boolean {
  return NOTE.test(text) || FREE_FROM.test(text) || (/^[>*†‡]/.test(text) && !text.includes(","));
}

/** Whether a text is of what is not inside: "Free of parabens, mineral oil …". */
export const isFreeFrom = (text: string): boolean => FREE_FROM.test(text);

/** Text as shops deliver it: line breaks of every kind, also written out, as exports of data do. */
export function linesOf(source: string): Line[] {
  const text = source
    .replace(/(?:\\r)?\\n|\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\u200b\u00ad\ufeff]/g, "")
    .replace(/\u2212/g, "-");
  const rows = text.split("\n");
  const starred = rows.filter((row) => STAR_BULLET.test(row.trim())).length >= STARRED_LEAST;
  const mark = starred ? new RegExp(`${BULLET.source}|${STAR_BULLET.source}`, "u") : BULLET;
  let apart = false;
  return rows.flatMap((raw): Line[] => {
    const line = raw.replace(/[^\S\n]+/g, " ").trim();
    if (line === "") {
      apart = true;
      return [];
    }
    const found = { text: line.replace(mark, ""), bullet: mark.test(line), apart };
    apart = false;
    return [found];
  });
}

export type Praise = { head: string };

/** "Ceramides: nourish skin." An ingredient with what is said of it; null for anything else. */
export function praiseIn({ text, bullet }: Line): Praise | null {
  const [, head, rest] = /^([^:：]{2,240}?)\s*[:：]\s*(\S.*)$/.exec(text) ?? [];
  if (head === undefined || rest === undefined) return null;
  const commas = rest.split(",").length - 1;
  const isList = commas >= 3 && !isProse(rest) && !/[:：]/.test(rest);
  if (isList) return null;
  if (bullet) return { head };
  return isProse(rest) && wordsOf(head).length <= 8 ? { head } : null;
}
