/** The words of one language, compiled: every phrase of every rule and every word that changes how a claim is meant. */
import type { Language, Rule, Words, WordsOfAction } from "../model.ts";
import { compile, type Pattern, type Program } from "../phrase/compile.ts";
import { normalise } from "../text/normalise.ts";

/** Names of the sets in rules/words that modify a claim. A language may lack some. */
export const MODIFIERS = ["hedge", "speed", "permanence", "period", "negation-after", "debunk"] as const;
export type Modifier = (typeof MODIFIERS)[number];

/** What a match means. `of` names the rule that an antipattern belongs to; null cancels every ladder claim. */
export type PhraseKey =
  | { type: "action"; action: WordsOfAction }
  | { type: "rule"; rule: Rule }
  | { type: "antipattern"; of: string | null }
  | { type: Modifier };

export type Vocabulary = {
  language: Language;
  program: Program<PhraseKey>;
  negations: ReadonlySet<string>;
  /** Words that a negation reaches across a comma or an "and": "cannot erase, close or shrink pores". */
  carriesNegation: ReadonlySet<string>;
};

const JOINING = ["and", "or", "nor", "to", "even", "&", "the", "your"];

function plainWords(sets: Words["sets"], name: string, seen: Set<string> = new Set()): Set<string> {
  const words = new Set<string>();
  if (seen.has(name)) return words;
  seen.add(name);
  for (const phrase of sets[name] ?? []) {
    if (phrase.startsWith("@")) for (const word of plainWords(sets, phrase.slice(1), seen)) words.add(word);
    else if (!/[\s()[\]|]/.test(phrase)) words.add(normalise(phrase).text);
  }
  return words;
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
  return {
    language,
    program: compile(patternsOf(words, rules), sets),
    negations: plainWords(sets, "negation"),
    carriesNegation: new Set([...plainWords(sets, "any-action"), ...plainWords(sets, "manner"), ...JOINING]),
  };
}
