/** The words of one language, compiled: every phrase of every rule and every word that changes how a claim is meant. */
import type { Language, Rule, Words, WordsOfAction } from "../model.ts";
import { compile, isEnding, type Pattern } from "../phrase/compile.ts";
import { createMatcher, type Matcher } from "../phrase/match.ts";
import { inflections } from "../phrase/parse.ts";
import { normalise } from "../text/normalise.ts";
import { BOUNDARY } from "../text/tokens.ts";
import type { Governor } from "./denial.ts";

/** Names of the sets in rules/words whose phrases change how a claim is meant. A language may lack some. */
export const MODIFIERS = [
  "hedge",
  "speed",
  "permanence",
  "permanence-adjective",
  "period",
  "negation-after",
  "no-denial",
  "instead-of",
  "compared-with",
  "unequalled",
  "report",
  "wish",
  "condition",
  "offer",
  "debunk",
  "debunk-heading",
  "elsewhere",
  "on-skin",
  "negation-at-end",
  "report-at-end",
  "wish-at-end",
  "condition-at-end",
] as const;
export type Modifier = (typeof MODIFIERS)[number];

/** Sets of a words file that mean something by their name alone: phrases that are matched, and plain words that are looked up. */
export const SPECIAL_SETS: { phrases: readonly string[]; words: readonly string[] } = {
  phrases: MODIFIERS,
  words: [
    ...["verb", "noun", "gerund", "comparison"].map((kind) => `negation-${kind}`),
    ...["verbs", "finite-endings", "gerund-endings", "pronouns", "modals", "manner", "joins", "alternatives"],
    ...["turns", "subjects", "heads", "named", "thoughts", "goes-on", "carries", "any-action", "gap-stop"],
    ...["small", "leading", "common", "anew"],
  ],
};

/** What a match means. `of` names the rule that an antipattern belongs to; null cancels every ladder claim. */
export type PhraseKey =
  | { type: "action"; action: WordsOfAction }
  | { type: "rule"; rule: Rule }
  | { type: "antipattern"; of: string | null }
  | { type: Modifier };

export type Vocabulary = {
  language: Language;
  popupOnly: boolean;
  nounsCapitalised: boolean;
  matcher: Matcher<PhraseKey>;
  /** Words that take a claim back, by what they govern. */
  negations: ReadonlyMap<string, Governor>;
  /** Verbs of claims, and the endings that tell their forms. */
  verbs: ReadonlySet<string>;
  endings: { finite: string[]; gerund: string[] };
  pronouns: ReadonlySet<string>;
  modals: ReadonlySet<string>;
  manner: WordSet;
  /** "and" joins, "or" lists, "but" turns to another thought. */
  joins: ReadonlySet<string>;
  alternatives: ReadonlySet<string>;
  turns: ReadonlySet<string>;
  /** Words that begin a clause of their own: "it", "our". */
  subjects: ReadonlySet<string>;
  /** What "no" must speak of to deny a claim behind a comma: products. */
  heads: ReadonlySet<string>;
  /** Words for a product behind its name: "the pores no more line". */
  named: ReadonlySet<string>;
  /** "think", "believe": verbs whose whole object is denied with them. */
  thoughts: ReadonlySet<string>;
  /** Verbs that behind "and" begin another promise, which no "look of" before them is meant for. */
  anew: ReadonlySet<string>;
  /** Words that may follow "for good" without belonging to it. */
  goesOn: ReadonlySet<string>;
  /** Verbs, adverbs and joining words between a word and the verb that shares its object. */
  carries: WordSet;
  gapStops: ReadonlySet<string>;
  /** Words that names in Title Case leave in small letters: "of", "for". */
  small: ReadonlySet<string>;
  /** Words that lead a name into a sentence: "the", "our". */
  leading: ReadonlySet<string>;
};

const NEGATIONS = ["verb", "noun", "gerund", "comparison"] as const;

function plainWords(sets: Words["sets"], name: string, seen: Set<string> = new Set()): Set<string> {
  const words = new Set<string>();
  if (seen.has(name)) return words;
  seen.add(name);
  for (const phrase of sets[name] ?? []) {
    if (phrase.startsWith("@")) for (const word of plainWords(sets, phrase.slice(1), seen)) words.add(word);
    else if (!/[\s()[\]|<>~]/.test(phrase)) {
      for (const word of inflections(phrase)) words.add(normalise(word).text);
    }
  }
  return words;
}

/** Whether a phrase makes a claim, rather than changing how one is meant. */
export const isClaim = ({ type }: PhraseKey): boolean => type === "action" || type === "rule";

/** Words of a set, and those that end as it says ("*ly"). */
export type WordSet = { has(word: string): boolean };

function withEndings(words: ReadonlySet<string>): WordSet {
  const endings = [...words].filter(isEnding).map((word) => word.slice(1));
  if (endings.length === 0) return words;
  return { has: (word) => words.has(word) || endings.some((ending) => word.endsWith(ending)) };
}

/** Patterns of one language: ladder actions, the rules' own phrases, antipatterns and modifiers. */
export function patternsOf(words: Words, rules: Rule[]): Pattern<PhraseKey>[] {
  const { language, sets } = words;
  const patterns: Pattern<PhraseKey>[] = [];
  for (const action of words.actions) {
    for (const phrase of action.phrases) patterns.push({ key: { type: "action", action }, phrase });
  }
  for (const { phrase } of words.antipatterns)
    patterns.push({ key: { type: "antipattern", of: null }, phrase });
  for (const rule of rules) {
    for (const phrase of rule.phrases?.[language] ?? [])
      patterns.push({ key: { type: "rule", rule }, phrase });
    for (const phrase of rule.antipatterns?.[language] ?? []) {
      patterns.push({ key: { type: "antipattern", of: rule.id }, phrase });
    }
  }
  for (const type of MODIFIERS) {
    for (const phrase of sets[type] ?? []) patterns.push({ key: { type }, phrase });
  }
  return patterns;
}

/**
 * Compiles the words of one language with the phrases that rules bring in it.
 * @throws PhraseError naming the phrase that cannot be read.
 */
export function compileVocabulary(words: Words, rules: Rule[]): Vocabulary {
  const { language, sets } = words;
  const set = (name: string) => plainWords(sets, name);
  const program = compile(patternsOf(words, rules), sets);
  const [manner, joins, alternatives] = [set("manner"), set("joins"), set("alternatives")];
  const negations = NEGATIONS.flatMap((kind) =>
    [...set(`negation-${kind}`)].map((word): [string, Governor] => [word, kind]),
  );
  return {
    language,
    popupOnly: words.popupOnly ?? false,
    nounsCapitalised: words.nounsCapitalised ?? false,
    matcher: createMatcher(program, isClaim, words.phrasesEndAtComma ? BOUNDARY.comma : BOUNDARY.sentence),
    negations: new Map(negations),
    verbs: set("verbs"),
    endings: { finite: sets["finite-endings"] ?? [], gerund: sets["gerund-endings"] ?? [] },
    pronouns: set("pronouns"),
    modals: set("modals"),
    manner: withEndings(manner),
    joins,
    alternatives,
    turns: set("turns"),
    subjects: set("subjects"),
    heads: set("heads"),
    named: set("named"),
    thoughts: set("thoughts"),
    anew: set("anew"),
    goesOn: set("goes-on"),
    carries: withEndings(
      new Set([...set("any-action"), ...manner, ...joins, ...alternatives, ...set("carries")]),
    ),
    gapStops: program.gapStops,
    small: set("small"),
    leading: set("leading"),
  };
}
