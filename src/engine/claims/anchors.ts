/** What a text must hold for any phrase to be in it: the derived filter that most text does not pass. */
import type { Language, Rule, Words } from "../model.ts";
import { type Need, needsOf } from "../phrase/compile.ts";
import { PhraseError } from "../phrase/parse.ts";
import { isClaim, patternsOf } from "./vocabulary.ts";

/** Letters that are folded into a plain one before matching. Upper case comes with the flag "i". */
const ACCENTED: Record<string, string> = {
  a: "àáâãäåāăą",
  c: "çćč",
  d: "ď",
  e: "èéêëēęě",
  g: "ğ",
  i: "ìíîïīı",
  l: "ł",
  n: "ñńň",
  o: "òóôõöøōő",
  r: "ř",
  s: "śšş",
  t: "ť",
  u: "ùúûüūůű",
  y: "ýÿ",
  z: "źżž",
};
/** May stand within a word unseen: soft hyphens, zero-width marks, accents written apart. */
const UNSEEN = "[\\u00ad\\u0300-\\u036f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff]{0,3}";
/** Characters that are words by themselves may also be spaced. */
const UNSEEN_OR_SPACE = `[\\s${UNSEEN.slice(1)}`;
const IS_SINGLE = /[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/;
const FULL_WIDTH = 0xfee0;

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** One letter as it may stand in a page. */
function letter(plain: string): string {
  if (!/[a-z]/.test(plain)) {
    const apart = plain.normalize("NFD");
    return apart === plain ? literal(plain) : `(?:${plain}|${apart})`;
  }
  return `[${plain}${ACCENTED[plain] ?? ""}${String.fromCharCode(plain.charCodeAt(0) + FULL_WIDTH)}]`;
}

/** A folded word as it may stand in a page, unfolded. */
export function asWritten(word: string): string {
  const units = word.match(/ffi|ffl|ff|fi|fl|ss|ae|oe|[\s\S]/g) ?? [];
  const joined: Record<string, string> = {
    fi: "ﬁ",
    fl: "ﬂ",
    ff: "ﬀ",
    ffi: "ﬃ",
    ffl: "ﬄ",
    ss: "ß",
    ae: "æ",
    oe: "œ",
  };
  return units
    .map((unit) => {
      const apart = [...unit].map(letter).join(UNSEEN);
      const ligature = joined[unit];
      return ligature === undefined ? apart : `(?:${apart}|${ligature})`;
    })
    .join(IS_SINGLE.test(word) ? UNSEEN_OR_SPACE : UNSEEN);
}

function wordsOf(need: Need): string[] {
  if (typeof need === "string") return [need];
  return ("all" in need ? need.all : need.any).flatMap(wordsOf);
}

type Choice = { words: string[]; cost: number };

/** The cheapest words such that whatever meets the need holds one of them; null where nothing is needed. */
function cheapest(need: Need, costOf: (word: string) => number): Choice | null {
  if (typeof need === "string") return { words: [need], cost: costOf(need) };
  if ("all" in need) {
    let best: Choice | null = null;
    for (const part of need.all) {
      const choice = cheapest(part, costOf);
      if (choice !== null && (best === null || choice.cost < best.cost)) best = choice;
    }
    return best;
  }
  const union = new Set<string>();
  for (const option of need.any) {
    const choice = cheapest(option, costOf);
    if (choice === null) return null;
    for (const word of choice.words) union.add(word);
  }
  const words = shortest(union);
  return { words, cost: words.reduce((sum, word) => sum + costOf(word), 0) };
}

/** How often a word may stand in any text, as a guess: short ones are common, and a character of Han stands for several. */
function commonness(word: string): number {
  return 4 ** -(IS_SINGLE.test(word) ? word.length * 4 : word.length);
}
/** How much more common the words are that stand on every page ("skin") or that no gap steps over ("of"). */
const STOP_WORDS = 1_000;

/**
 * Words such that every text in which a phrase could match holds one. Of what a phrase needs, the rarest words are taken, and
 * rather those that many phrases share ("pore" serves nearly all). A word that contains another one is left out.
 * @param stops common words, taken only where a phrase has no others
 * @throws PhraseError for a phrase that needs no word, which would make every text worth reading.
 */
export function anchorWords(needs: Need[], stops: ReadonlySet<string> = new Set()): string[] {
  const uses = new Map<string, number>();
  for (const need of needs) {
    for (const word of new Set(wordsOf(need))) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const words = new Set<string>();
  const isTaken = (word: string) => [...words].some((taken) => word.includes(taken));
  const costOf = (word: string) =>
    isTaken(word) ? 0 : (commonness(word) * (stops.has(word) ? STOP_WORDS : 1)) / (uses.get(word) ?? 1);
  for (const need of needs) {
    const choice = cheapest(need, costOf);
    if (choice === null) throw new PhraseError("A phrase has no word that must be there", 1);
    for (const word of choice.words) words.add(word);
  }
  return pruned(shortest(words), needs);
}

function isMet(need: Need, anchors: readonly string[]): boolean {
  if (typeof need === "string") return anchors.some((anchor) => need.includes(anchor));
  return "all" in need
    ? need.all.some((part) => isMet(part, anchors))
    : need.any.every((option) => isMet(option, anchors));
}

/** Without the words that others make needless, the commonest first. */
function pruned(words: string[], needs: Need[]): string[] {
  let kept = words;
  for (const word of [...words].sort((a, b) => commonness(b) - commonness(a))) {
    const others = kept.filter((other) => other !== word);
    if (needs.every((need) => isMet(need, others))) kept = others;
  }
  return kept;
}

/** Words without those that hold another of them, sorted. */
export function shortest(words: Iterable<string>): string[] {
  const kept: string[] = [];
  for (const word of [...words].sort((a, b) => a.length - b.length)) {
    if (!kept.some((other) => word.includes(other))) kept.push(word);
  }
  return kept.sort();
}

/** Characters with which a word may be written otherwise than plainly. */
const ODDLY_WRITTEN = new RegExp(
  `[${UNSEEN.slice(1, UNSEEN.indexOf("]"))}${Object.values(ACCENTED).join("")}\u1100-\u11ff\u3099\u309a\uff21-\uff3a\uff41-\uff5a\ufb00-\ufb04ßæœ]`,
  "i",
);

/** Finds anchors in texts as they are written. Most hold nothing odd, and a plain expression is several times faster. */
export type AnchorFinder = {
  /** Tells, for an offset, that behind the next anchor which begins at or after it; -1 where there is none. */
  in(text: string, odd: boolean): (from: number) => number;
  isIn(text: string, odd: boolean): boolean;
};

/** Whether a text may hold words that are written otherwise than plainly, so that `odd` must be given. */
export const isOddlyWritten = (text: string): boolean => ODDLY_WRITTEN.test(text);

/** @param words folded, as `anchorWords` gives them */
export function createAnchorFinder(words: readonly string[]): AnchorFinder {
  const plain = new RegExp(shortest(words).map(literal).join("|"), "gi");
  const odd = new RegExp(anchorSource(words), "gi");
  return {
    in(text, isOdd) {
      const expression = isOdd ? odd : plain;
      return (from) => {
        expression.lastIndex = from;
        // Makes no array of what was found, which `exec` would.
        return expression.test(text) ? expression.lastIndex : -1;
      };
    },
    isIn(text, isOdd) {
      return this.in(text, isOdd)(0) !== -1;
    },
  };
}

/** Regular expression source (for the flag "i") that every text holding one of the words matches, before any folding. */
export const anchorSource = (words: Iterable<string>): string => shortest(words).map(asWritten).join("|");

/** Words that would make poor anchors. */
const stopsOf = ({ sets }: Words): Set<string> =>
  new Set([...(sets["gap-stop"] ?? []), ...(sets.common ?? [])]);

/** For each language the anchor words of its claims. @throws PhraseError, or Error as `anchorWords` does */
export function claimAnchors(words: Words[], rules: Rule[]): Record<Language, string[]> {
  return Object.fromEntries(
    words.map((one) => {
      const claims = patternsOf(one, rules).filter(({ key }) => isClaim(key));
      const phrases = claims.map(({ phrase }) => phrase);
      return [one.language, anchorWords(needsOf(phrases, one.sets), stopsOf(one))];
    }),
  );
}
