/** Finds the words that every claim holds one of, in texts as pages hold them: offsets are those of the page's own text. */
import { anchorWords, UNSEEN } from "./gate.ts";

/** Letters that are compared without their accents. */
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
const FULL_WIDTH = 0xfee0;
/** Characters that are words by themselves may be spaced. */
const SINGLE = /[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/;
/** Hangul in parts, voiced marks of kana, half-width kana, ligatures: what they spell is left to a closer look. */
const COMPOSITE = "[\\u1100-\\u11ff\\u3099\\u309a\\uff66-\\uffdc\\ufb00-\\ufb06]";
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Source of a regular expression for texts in lower case without accents. */
const plainSource = (words: readonly string[]): string =>
  words
    .map((word) => (SINGLE.test(word) ? Array.from(word, literal).join("\\s{0,3}") : literal(word)))
    .join("|");

/** One letter as it may stand in a page. Upper case is spelt out: many times faster than the flag "i" when new. */
function written(letter: string): string {
  if (!/[a-z]/.test(letter)) return literal(letter);
  const plain = letter + (ACCENTED[letter] ?? "");
  const code = letter.charCodeAt(0) + FULL_WIDTH;
  return `[${plain}${plain.toUpperCase()}${String.fromCharCode(code, code - 0x20)}]`;
}

type Branch = Map<string, Branch | null>;

/** Source of a regular expression in which each letter is looked at once, however many words begin with it. */
function oddSource(words: readonly string[]): string {
  const tree: Branch = new Map();
  for (const word of words) {
    let branch = tree;
    for (let at = 0; at < word.length; at += 1) {
      const letter = word.charAt(at);
      const isLast = at === word.length - 1;
      const next = branch.get(letter);
      // A word that another one begins with is found where that one is.
      if (next === null || isLast) {
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
      return written(letter) + (next === null ? "" : gap + say(next));
    });
    return ways.length === 1 ? (ways[0] ?? "") : `(?:${ways.join("|")})`;
  };
  return `${COMPOSITE}|${say(tree)}`;
}

/** Letters with accents, full-width or composite. Most texts hold none, and are looked through with plain words. */
const ODD = new RegExp(`[${Object.values(ACCENTED).join("")}\uff21-\uff5a]|${COMPOSITE}`, "i");

/** Expressions for texts in lower case, and for texts as they are. Making the second takes some milliseconds. */
type Made = { words: readonly string[]; plain: RegExp; odd: RegExp | null };
let made: Made = { words: [], plain: /(?!)/g, odd: null };

function expressionFor(isOdd: boolean): RegExp {
  const words = anchorWords();
  if (made.words !== words) made = { words, plain: new RegExp(plainSource(words), "g"), odd: null };
  if (!isOdd) return made.plain;
  made.odd ??= new RegExp(oddSource(words), "g");
  return made.odd;
}

/** A text without what is not to be seen, in lower case where it is not odd, and the way back to its offsets. */
type Seen = { source: string; text: string; gone: number[]; isOdd: boolean };
/** The one that was looked through last: a text is asked for one hit after the other. */
let last: Seen = { source: "", text: "", gone: [], isOdd: false };

function seen(source: string): Seen {
  if (last.source === source) return last;
  const gone = Array.from(source.matchAll(UNSEEN), ({ index }) => index);
  const kept = gone.length === 0 ? source : source.replace(UNSEEN, "");
  const isOdd = ODD.test(kept);
  const lower = isOdd ? kept : kept.toLowerCase();
  // A few capitals of rare scripts become two letters.
  const isSame = lower.length === kept.length;
  last = { source, text: isSame ? lower : kept, gone, isOdd: isOdd || !isSame };
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
  const { text, gone, isOdd } = seen(source);
  const search = expressionFor(isOdd);
  search.lastIndex = from - goneBefore(gone, from, true);
  const hit = search.exec(text);
  return hit === null ? Number.POSITIVE_INFINITY : hit.index + goneBefore(gone, hit.index, false);
}

export const hasAnchor = (text: string): boolean => nextAnchor(text, 0) < text.length;
