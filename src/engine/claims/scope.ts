/** How far a word that changes a claim reaches: hedges, negations, disputes and questions around one match. */
import type { Polarity } from "../model.ts";
import type { Match } from "../phrase/match.ts";
import { BOUNDARY, type Tokens } from "../text/tokens.ts";
import type { Modifier, PhraseKey, Vocabulary } from "./vocabulary.ts";

type Range = { start: number; end: number };
export type Modifiers = Record<Modifier, Range[]>;

const NEGATION_BEFORE = 6;
const NEGATION_AFTER = 3;
const HEDGE_BEFORE = 4;
/** Words on either side beyond which nothing is looked for: no sentence is longer, and hostile text may be. */
const SENTENCE_MOST = 80;
/** An "or" carries a negation on ("does not strip or close"); these do not. */
const JOINS = new Set(["and", "but", "while"]);

/** Sorts the matches that only modify claims by what they do. */
export function modifiersIn(matches: Match<PhraseKey>[]): Modifiers {
  const modifiers: Modifiers = {
    hedge: [],
    speed: [],
    permanence: [],
    period: [],
    "negation-after": [],
    debunk: [],
  };
  for (const { key, start, end } of matches) {
    if (key.type in modifiers) modifiers[key.type as Modifier].push({ start, end });
  }
  return modifiers;
}

function edge(tokens: Tokens, from: number, step: 1 | -1, atLeast: number): number {
  const least = Math.max(0, from - SENTENCE_MOST);
  const most = Math.min(tokens.words.length, from + SENTENCE_MOST);
  let at = from;
  if (step === -1) {
    while (at > least && (tokens.before[at] ?? 0) < atLeast) at -= 1;
    return at;
  }
  while (at < most && (tokens.before[at] ?? 0) < atLeast) at += 1;
  return at;
}

/** Token range of the clause that a match stands in. */
export function clauseOf(tokens: Tokens, { start, end }: Range): Range {
  return {
    start: edge(tokens, start, -1, BOUNDARY.clause),
    end: edge(tokens, end, 1, BOUNDARY.clause),
  };
}

/** Token range of the sentence that a match stands in. */
export function sentenceOf(tokens: Tokens, { start, end }: Range): Range {
  return {
    start: edge(tokens, start, -1, BOUNDARY.sentence),
    end: edge(tokens, end, 1, BOUNDARY.sentence),
  };
}

/** Those of `ranges` (in order of their starts) that lie within `outer`. */
function within(ranges: Range[], outer: Range): Range[] {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) < outer.start) low = middle + 1;
    else high = middle;
  }
  const found: Range[] = [];
  for (let at = low; at < ranges.length; at += 1) {
    const range = ranges[at];
    if (range === undefined || range.start >= outer.end) break;
    if (range.end <= outer.end) found.push(range);
  }
  return found;
}

/** Whether one of `ranges` lies in the clause of `match`. */
export function inClause(ranges: Range[], tokens: Tokens, match: Range): boolean {
  return within(ranges, clauseOf(tokens, match)).length > 0;
}

/**
 * A hedge counts inside the claim, shortly before it in the clause, or right behind it. Farther behind it speaks of
 * something else: "tightens pores for a smoother look".
 */
export function isHedged(hedges: Range[], tokens: Tokens, match: Range): boolean {
  return within(hedges, clauseOf(tokens, match)).some(
    ({ start, end }) =>
      (start >= match.start && end <= match.end) ||
      start === match.end ||
      (end <= match.start && end >= match.start - HEDGE_BEFORE),
  );
}

function isDeniedBefore(tokens: Tokens, match: Range, { negations, carriesNegation }: Vocabulary): boolean {
  const { start: sentence } = sentenceOf(tokens, match);
  const first = Math.max(sentence, match.start - NEGATION_BEFORE - 1);
  let crossed = false;
  for (let at = match.start - 1; at >= first; at -= 1) {
    const word = tokens.words[at] ?? "";
    crossed ||= (tokens.before[at + 1] ?? 0) >= BOUNDARY.clause || JOINS.has(word);
    if (negations.has(word)) {
      const next = tokens.words[at + 1];
      return next !== "only" && next !== "just" && next !== "more";
    }
    if (crossed && !carriesNegation.has(word) && word !== "but" && word !== "while") return false;
  }
  return false;
}

/** Whether the claim is made at all, or denied, disputed, or only asked. */
export function polarityOf(
  tokens: Tokens,
  match: Range,
  modifiers: Modifiers,
  vocabulary: Vocabulary,
  holdsNegation: boolean,
): Polarity {
  const sentence = sentenceOf(tokens, match);
  const insideWords = tokens.words.slice(match.start, match.end);
  if (!holdsNegation && insideWords.some((word) => vocabulary.negations.has(word))) return "negated";
  if (isDeniedBefore(tokens, match, vocabulary)) return "negated";
  const clause = clauseOf(tokens, match);
  const denials = within(modifiers["negation-after"], { start: match.end, end: clause.end });
  if (denials.some(({ start }) => start < match.end + NEGATION_AFTER)) return "negated";
  if (within(modifiers.debunk, sentence).length > 0) return "debunked";
  return tokens.asked[match.start] === true ? "question" : "asserted";
}

/** Stretches a match over the modifiers that directly touch it, on both sides. */
export function stretch(match: Range, kinds: Range[][], tokens: Tokens): Range {
  const near = { start: match.start - SENTENCE_MOST, end: match.end + SENTENCE_MOST };
  const touching = kinds.flatMap((ranges) => within(ranges, near));
  let { start, end } = match;
  for (let grown = true; grown; ) {
    grown = false;
    for (const range of touching) {
      if (range.end === start && (tokens.before[start] ?? 0) <= BOUNDARY.hyphen) {
        start = range.start;
        grown = true;
      } else if (range.start === end && (tokens.before[end] ?? 0) <= BOUNDARY.hyphen) {
        end = range.end;
        grown = true;
      }
    }
  }
  return { start, end };
}
