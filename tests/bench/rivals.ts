/** Other ways to look for the same phrases, as others would do it. */
import { AhoCorasick } from "@monyone/aho-corasick/fast";
import { patternsOf } from "../../src/engine/claims/vocabulary.ts";
import type { RuleSet } from "../../src/engine/model.ts";
import { type Phrase, parsePhrase } from "../../src/engine/phrase/parse.ts";

const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
/** What may stand between two words of a phrase; the runs are capped, or such expressions hang. */
const BETWEEN = "[\\s,'\"()-]{1,4}";

/** A phrase as a regular expression source. */
function sourceOf(phrase: Phrase, sets: Record<string, string[]>): string {
  switch (phrase.kind) {
    case "word":
      return literal(phrase.word);
    case "set":
      return `(?:${(sets[phrase.name] ?? []).map((one) => sourceOf(parsePhrase(one), sets)).join("|")})`;
    case "choice":
      return `(?:${phrase.options.map((one) => sourceOf(one, sets)).join("|")})`;
    case "optional":
      return `(?:${sourceOf(phrase.part, sets)}${BETWEEN})?`;
    case "gap":
      return `(?:[^\\s.!?]{1,24}${BETWEEN}){0,${phrase.most}}?`;
    case "span":
      return sourceOf(phrase.part, sets);
    case "sequence":
      return phrase.parts
        .map((part, at) => {
          const source = sourceOf(part, sets);
          const isLast = at === phrase.parts.length - 1;
          return part.kind === "optional" || part.kind === "gap" || isLast ? source : `${source}${BETWEEN}`;
        })
        .join("");
  }
}

/** Every claim phrase of a rule set, as an expression source each. */
export function expressionsOf(ruleSet: RuleSet): string[] {
  return ruleSet.words.flatMap((words) =>
    patternsOf(words, ruleSet.rules)
      .filter(({ key }) => key.type === "action" || key.type === "rule")
      .map(({ phrase }) => `\\b${sourceOf(parsePhrase(phrase), words.sets)}`),
  );
}

/** How many times an expression matches. */
export function countMatches(expression: RegExp, text: string): number {
  expression.lastIndex = 0;
  let count = 0;
  while (expression.exec(text) !== null) count += 1;
  return count;
}

/** Every word that a claim phrase may hold: literals are all that Aho-Corasick knows. */
export function literalsOf(ruleSet: RuleSet): string[] {
  const words = new Set<string>();
  const visit = (phrase: Phrase, sets: Record<string, string[]>, depth: number) => {
    if (depth > 8) return;
    if (phrase.kind === "word") words.add(phrase.word);
    if (phrase.kind === "set")
      for (const one of sets[phrase.name] ?? []) visit(parsePhrase(one), sets, depth + 1);
    if (phrase.kind === "optional" || phrase.kind === "span") visit(phrase.part, sets, depth);
    if (phrase.kind === "choice") for (const one of phrase.options) visit(one, sets, depth);
    if (phrase.kind === "sequence") for (const one of phrase.parts) visit(one, sets, depth);
  };
  for (const { language, sets, actions } of ruleSet.words) {
    for (const { phrases } of actions) for (const one of phrases) visit(parsePhrase(one), sets, 0);
    for (const { phrases } of ruleSet.rules)
      for (const one of phrases?.[language] ?? []) visit(parsePhrase(one), sets, 0);
  }
  return [...words].filter((word) => word.length > 2);
}

export const ahoCorasick = (words: string[]): ((text: string) => number) => {
  const automaton = new AhoCorasick(words);
  return (text) => automaton.matchInText(text).length;
};
