/** Goes from word to word of a normalised text, without making anything but numbers. */
import { CHARACTER, characterAt } from "./characters.ts";

/** From loose to strict. Quotes and brackets enclose words and end no clause; a comma ends less than a colon or dash. */
export const BOUNDARY = { none: 0, hyphen: 1, enclosed: 2, comma: 3, clause: 4, sentence: 5 } as const;
export type Boundary = (typeof BOUNDARY)[keyof typeof BOUNDARY];

/** Articles and the like that lose their vowel before another word: "l'aspect", "dell'aspetto". */
const ELIDED = new Set(
  "c d j l m n s t qu un all dall dell nell sull al dal del nel sul que quell".split(" "),
);
const ELIDED_MOST = 5;

const { letter, number, single, space, sentence, clause, comma, enclosed, hyphen, question, opens, closes } =
  CHARACTER;
const { apostrophe } = CHARACTER;
const WORD = letter | number | single;

/**
 * Reads words one by one: `next()` says whether there is another, and the fields tell of it. A word is a run of letters
 * with inner apostrophes, a number with its decimals, an elided article, or one character of Chinese, Japanese or
 * Korean (whose endings begin within what spaces divide).
 */
export class Lexer {
  start = 0;
  end: number;
  /** What stands between the word and the one before it. */
  boundary: Boundary = BOUNDARY.sentence;
  /** How many brackets of the sentence are open at the word. */
  depth = 0;
  /** Whether a question mark stands between the word and the one before it, or at the end of the text. */
  asked = false;
  /** Hash of the word's letters, as `hashOf` gives it. */
  hash = 0;
  private first = true;

  /** @param from offset at which to begin; @param to offset at which to stop, exclusive. */
  constructor(
    private readonly text: string,
    from = 0,
    private readonly to: number = text.length,
  ) {
    this.end = from;
  }

  next(): boolean {
    if (!this.between()) return false;
    const kind = characterAt(this.text, this.start);
    if (kind & single) {
      this.end = this.start + 1;
      this.hash = step(HASH_SEED, this.text.charCodeAt(this.start));
    } else if (kind & letter) this.word();
    else this.digits();
    return true;
  }

  /** Passes over what is no word, noting what it bounds. False at the end of the text. */
  private between(): boolean {
    const { text, to } = this;
    let at = this.end;
    let flags = 0;
    // Brackets count anew from the end of a sentence: both counts are kept until it is known whether it ended.
    let [open, anew] = [this.depth, 0];
    let dash = 0;
    for (; at < to; at += 1) {
      const kind = characterAt(text, at);
      if (kind & WORD) break;
      flags |= kind;
      if (kind & opens) [open, anew] = [open + 1, anew + 1];
      else if (kind & closes) [open, anew] = [Math.max(0, open - 1), Math.max(0, anew - 1)];
      // A hyphen with a space on either side is a dash.
      if (kind & space) {
        if (dash === 2) flags |= clause;
        dash = 1;
      } else if (kind & hyphen) dash = dash > 0 ? 2 : 0;
      else dash = 0;
    }
    this.asked = (flags & question) !== 0;
    if (at >= to) {
      this.start = this.end = to;
      return false;
    }
    this.start = at;
    this.boundary = this.first ? BOUNDARY.sentence : boundaryOf(flags);
    this.depth = this.boundary === BOUNDARY.sentence ? anew : open;
    this.first = false;
    return true;
  }

  private word(): void {
    const { text, to, start } = this;
    let hash = HASH_SEED;
    let at = start;
    let isFirstRun = true;
    for (; at < to; at += 1) {
      const kind = characterAt(text, at);
      if (!(kind & letter)) {
        if (!(kind & apostrophe) || at + 1 >= to || !(characterAt(text, at + 1) & letter)) break;
        const isShort = isFirstRun && at - start <= ELIDED_MOST;
        isFirstRun = false;
        if (isShort && ELIDED.has(text.slice(start, at))) {
          hash = step(hash, text.charCodeAt(at));
          at += 1;
          break;
        }
      }
      hash = step(hash, text.charCodeAt(at));
    }
    this.end = at;
    this.hash = hash;
  }

  private digits(): void {
    const { text, to, start } = this;
    let at = start;
    for (; at < to; at += 1) {
      if (characterAt(text, at) & number) continue;
      const mark = text[at];
      const goesOn = (mark === "." || mark === ",") && at + 1 < to && characterAt(text, at + 1) & number;
      if (!goesOn) break;
    }
    let hash = HASH_SEED;
    for (let digit = start; digit < at; digit += 1) hash = step(hash, text.charCodeAt(digit));
    this.end = at;
    this.hash = hash;
  }
}

function boundaryOf(flags: number): Boundary {
  if (flags & sentence) return BOUNDARY.sentence;
  if (flags & clause) return BOUNDARY.clause;
  if (flags & comma) return BOUNDARY.comma;
  if (flags & enclosed) return BOUNDARY.enclosed;
  if (flags & hyphen) return BOUNDARY.hyphen;
  return BOUNDARY.none;
}

const HASH_SEED = 5_381;
const step = (hash: number, code: number) => (Math.imul(hash, 33) ^ code) | 0;

/** Hash of a word, for tables of words. */
export function hashOf(word: string): number {
  let hash = HASH_SEED;
  for (let at = 0; at < word.length; at += 1) hash = step(hash, word.charCodeAt(at));
  return hash;
}
