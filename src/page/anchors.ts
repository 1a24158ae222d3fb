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
const PLAIN = new Map(
  Object.entries(ACCENTED).flatMap(([plain, all]) => [...all].map((one) => [one, plain])),
);
const ACCENTS = Object.values(ACCENTED).join("");
const FULL_WIDTH = 0xfee0;
/** May stand within a word unseen: soft hyphens, zero-width and bidi marks, accents written apart, ™. */
const UNSEEN_SET =
  "\\u0300-\\u036f\\ufe00-\\ufe0f\\u00a9\\u00ad\\u00ae\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2122\\ufeff";
/** Characters that are words by themselves may be spaced. */
const SINGLE_SET = "\\u3005\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff";
/** Hangul in parts, voiced marks of kana, half-width kana, ligatures: what they spell is left to a closer look. */
const COMPOSITE_SET = "\\u1100-\\u11ff\\u3099\\u309a\\uff66-\\uffdc\\ufb00-\\ufb06";

const UNSEEN = new RegExp(`[${UNSEEN_SET}]`, "g");
const SINGLE = new RegExp(`[${SINGLE_SET}]`);
const COMPOSITE = new RegExp(`[${COMPOSITE_SET}]`);
const TO_PLAIN = new RegExp(`[${ACCENTS}\\uff41-\\uff5a]`, "g");
/** Most texts hold nothing of all this, and one look tells. */
const ODD = new RegExp(`[${UNSEEN_SET}${SINGLE_SET}${COMPOSITE_SET}${ACCENTS}\\uff41-\\uff5a]`);

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

type Branch = Map<string, Branch | null>;

/** Source of a regular expression in which each letter is looked at once, however many words begin with it. */
function sourceOf(words: readonly string[]): string {
  const tree: Branch = new Map();
  for (const word of words) {
    let branch = tree;
    for (let at = 0; at < word.length; at += 1) {
      const letter = word.charAt(at);
      const next = branch.get(letter);
      // A word that another one begins with is found where that one is.
      if (next === null || at === word.length - 1) {
        branch.set(letter, null);
        break;
      }
      const further: Branch = next ?? new Map();
      branch.set(letter, further);
      branch = further;
    }
  }
  const say = (branch: Branch): string => {
    const ways = [...branch].map(([letter, next]) => {
      const gap = next !== null && SINGLE.test(letter) ? "\\s{0,3}" : "";
      return literal(letter) + (next === null ? "" : gap + say(next));
    });
    return ways.length === 1 ? (ways[0] ?? "") : `(?:${ways.join("|")})`;
  };
  return words.length === 0 ? "(?!)" : say(tree);
}

/** Expressions for words of letters alone, for all words, and for texts with composites in them; each made when needed. */
type Expressions = { letters?: RegExp; all?: RegExp; composite?: RegExp };
let anchors: readonly string[] = [];
let expressions: Expressions = {};

/** Sets the words of which every claim holds one, folded, in lower case and parted by "|". To be called first of all. */
export function setAnchors(words: string): void {
  anchors = words.split("|").filter((word) => word !== "");
  expressions = {};
}

function expressionFor(text: string, isOdd: boolean): RegExp {
  const made = expressions;
  if (isOdd && COMPOSITE.test(text)) {
    made.composite ??= new RegExp(`${COMPOSITE.source}|${sourceOf(anchors)}`, "g");
    return made.composite;
  }
  if (isOdd && SINGLE.test(text)) {
    made.all ??= new RegExp(sourceOf(anchors), "g");
    return made.all;
  }
  made.letters ??= new RegExp(sourceOf(anchors.filter((word) => !SINGLE.test(word))), "g");
  return made.letters;
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

function plainOf(letter: string): string {
  return PLAIN.get(letter) ?? String.fromCharCode(letter.charCodeAt(0) - FULL_WIDTH);
}

function seen(source: string): Seen {
  if (last !== null && last.source === source && lastWords === anchors) return last;
  const lower = lowerOf(source);
  const isOdd = ODD.test(lower);
  const gone = isOdd ? Array.from(lower.matchAll(UNSEEN), ({ index }) => index) : [];
  const kept = gone.length === 0 ? lower : lower.replace(UNSEEN, "");
  const text = isOdd ? kept.replace(TO_PLAIN, plainOf) : kept;
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
