/**
 * Finds the words that every claim holds one of, in texts as pages hold them: in any case, with accents, full width, spaced or
 * with signs in them that are not to be seen. Offsets are those of the page's own text.
 */

/** Letters that are compared without their accents. Each stands for one letter, so that offsets stay. */
const ACCENTED: Record<string, string> = {
  a: "àáâãäåāăąæ",
  c: "çćč",
  d: "ď",
  e: "èéêëēęě",
  g: "ğ",
  i: "ìíîïīı",
  l: "ł",
  n: "ñńň",
  o: "òóôõöøōőœ",
  r: "ř",
  s: "śšşß",
  t: "ť",
  u: "ùúûüūůű",
  y: "ýÿ",
  z: "źżž",
};
const ACCENTS = Object.values(ACCENTED).join("");
const FULL_WIDTH = 0xfee0;
/** May stand within a word unseen: soft hyphens, zero-width and bidi marks, accents written apart, ™. */
const UNSEEN =
  /[\u0300-\u036f]|[\ufe00-\ufe0f]|[\u00a9\u00ad\u00ae\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2122\ufeff]/g;
/** Characters that are words by themselves. */
const SINGLE = /[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/;
/** Hangul in parts, voiced marks of kana, half-width kana, ligatures: what they spell is left to a closer look. */
const COMPOSITE = /[\u1100-\u11ff]|[\u3099\u309a\uff66-\uffdc\ufb00-\ufb06]/;

/** What is made of these when the first text is looked through, since this script begins in every page of a shop. */
function tables() {
  const plain = new Map(
    Object.entries(ACCENTED).flatMap(([letter, all]) =>
      [...all].map((one): [string, string] => [one, letter]),
    ),
  );
  return {
    plain,
    /** Most texts hold nothing of all this, and one look tells. */
    odd: new RegExp(`[${ACCENTS}\uff41-\uff5a]|${UNSEEN.source}|${SINGLE.source}|${COMPOSITE.source}`),
    letters: new RegExp(`[${ACCENTS}\uff41-\uff5a]`, "g"),
  };
}

/** Sources of regular expressions for texts in plain lower-case letters: of words of letters alone, and of all words. */
export type Anchors = { letters: string; all: string };
/** Expressions for texts of letters alone, for texts with other scripts, and with composites; each made when needed. */
type Expressions = Partial<Record<"letters" | "all" | "composite", RegExp>>;

let made: ReturnType<typeof tables> | null = null;
let anchors: Anchors = { letters: "(?!)", all: "(?!)" };
let expressions: Expressions = {};

/** Sets the words of which every claim holds one. To be called first of all. */
export function setAnchors(sources: Anchors): void {
  anchors = sources;
  expressions = {};
}

function expressionFor(text: string, isOdd: boolean): RegExp {
  if (isOdd && COMPOSITE.test(text)) {
    expressions.composite ??= new RegExp(`${COMPOSITE.source}|${anchors.all}`, "g");
    return expressions.composite;
  }
  const which = isOdd && SINGLE.test(text) ? "all" : "letters";
  expressions[which] ??= new RegExp(anchors[which], "g");
  return expressions[which];
}

/** A text in plain letters without what is not to be seen, the way back to its offsets, and what finds its anchors. */
type Seen = { source: string; text: string; gone: number[]; search: RegExp };
/** The one that was looked through last: a text is asked for one hit after the other. */
let last: Seen | null = null;
let lastWords = anchors;

function lowerOf(source: string): string {
  const lower = source.toLowerCase();
  // Of all capitals this one alone becomes two letters.
  return lower.length === source.length ? lower : source.replace(/İ/g, "I").toLowerCase();
}

function seen(source: string): Seen {
  if (last !== null && last.source === source && lastWords === anchors) return last;
  made ??= tables();
  const { plain, odd, letters } = made;
  const plainOf = (letter: string) =>
    plain.get(letter) ?? String.fromCharCode(letter.charCodeAt(0) - FULL_WIDTH);
  const lower = lowerOf(source);
  const isOdd = odd.test(lower);
  const gone = isOdd ? Array.from(lower.matchAll(UNSEEN), ({ index }) => index) : [];
  const kept = gone.length === 0 ? lower : lower.replace(UNSEEN, "");
  const text = isOdd ? kept.replace(letters, plainOf) : kept;
  last = { source, text, gone, search: expressionFor(text, isOdd) };
  lastWords = anchors;
  return last;
}

/** How many of the signs that are gone stood before an offset of the source, or before one of the text that was left. */
function goneBefore(gone: number[], offset: number, isOfSource: boolean): number {
  let low = 0;
  let high = gone.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = (gone[middle] ?? 0) - (isOfSource ? 0 : middle);
    if (isOfSource ? at < offset : at <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Offset of the first anchor that begins at or after `from`, or Infinity. Linear in the text, all calls together. */
export function nextAnchor(source: string, from: number): number {
  const { text, gone, search } = seen(source);
  search.lastIndex = from - goneBefore(gone, from, true);
  const hit = search.exec(text);
  return hit === null ? Number.POSITIVE_INFINITY : hit.index + goneBefore(gone, hit.index, false);
}

export const hasAnchor = (text: string): boolean => nextAnchor(text, 0) < text.length;
