/** What a text must hold for any phrase to be in it: the derived filter that most text does not pass. */
import type { Language, Rule, Words } from "../model.ts";
import { type Need, needsOf } from "../phrase/compile.ts";
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
const UNSEEN = "[\\u00ad\\u0300-\\u036f\\u200b-\\u200d\\u2060\\ufeff]?";
/** Characters that are words by themselves may also be spaced. */
const UNSEEN_OR_SPACE = `[\\s${UNSEEN.slice(1)}`;
const IS_SINGLE = /[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/;
const FULL_WIDTH = 0xfee0;

/** One letter as it may stand in a page. */
function letter(plain: string): string {
  if (!/[a-z]/.test(plain)) return plain.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
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
  const words = [...union];
  return { words, cost: words.reduce((sum, word) => sum + costOf(word), 0) };
}

/**
 * Words such that every text in which a phrase could match holds one, however few. Of what a phrase needs, the words are
 * taken that the most phrases share ("pore" serves nearly all). A word that contains another one is left out.
 * @throws Error for a phrase that needs no word, which would make every text worth reading.
 */
export function anchorWords(needs: Need[]): string[] {
  const uses = new Map<string, number>();
  for (const need of needs) {
    for (const word of new Set(wordsOf(need))) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const words = new Set<string>();
  for (const need of needs) {
    const choice = cheapest(need, (word) => 1 / (uses.get(word) ?? 1));
    if (choice === null) throw new Error("A phrase has no word that must be there");
    for (const word of choice.words) words.add(word);
  }
  return shortest(words);
}

function shortest(words: Iterable<string>): string[] {
  const kept: string[] = [];
  for (const word of [...words].sort((a, b) => a.length - b.length)) {
    if (!kept.some((other) => word.includes(other))) kept.push(word);
  }
  return kept.sort();
}

/** Regular expression source (for the flag "i") that every text holding one of the words matches, before any folding. */
export const anchorSource = (words: Iterable<string>): string => shortest(words).map(asWritten).join("|");

/** For each language the anchor words of its claims. @throws PhraseError, or Error as `anchorWords` does */
export function claimAnchors(words: Words[], rules: Rule[]): Record<Language, string[]> {
  return Object.fromEntries(
    words.map((one) => {
      const claims = patternsOf(one, rules).filter(({ key }) => isClaim(key));
      const phrases = claims.map(({ phrase }) => phrase);
      return [one.language, anchorWords(needsOf(phrases, one.sets))];
    }),
  );
}
