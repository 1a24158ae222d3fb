/** Words that change how strong a claim is, and how near they must stand: hedges, speed, permanence. */
import { BOUNDARY, type Tokens } from "../text/tokens.ts";
import { clauseOf, type Range, within } from "./range.ts";
import type { Vocabulary } from "./vocabulary.ts";

const HEDGE_BEFORE = 4;
/** A hedge is a few words itself. */
const HEDGE_NEAR = 10;
/** How far before a verb its adverb may stand: "instantly and visibly cleans and refines pores". */
const VERB_BEFORE = 6;

/** "That poreless, glassy smooth look": words between an adjective and the look that it is of. */
const HEDGE_BEHIND_ADJECTIVE = 3;

/**
 * A hedge counts inside the claim, shortly before it in the clause, or right behind it. Farther behind it speaks of
 * something else: "tightens pores for a smoother look"; only an adjective may be of a look that follows.
 */
export function isHedged(
  hedges: Range[],
  tokens: Tokens,
  match: Range,
  isAdjective: boolean,
  vocabulary: Vocabulary,
): boolean {
  if (hedges.length === 0) return false;
  const { gapStops, anew, joins, manner } = vocabulary;
  const nounBehind = (start: number) => {
    for (let at = match.end; at < start; at += 1) if (gapStops.has(tokens.words[at] ?? "")) return false;
    return start - match.end <= HEDGE_BEHIND_ADJECTIVE;
  };
  // "Reduces the look of spots and shrinks pores": the look is that of spots. "Visibly firms and shrinks pores" is hedged.
  const isAnew =
    anew.has(tokens.words[match.start] ?? "") &&
    (joins.has(tokens.words[match.start - 1] ?? "") || (tokens.before[match.start] ?? 0) === BOUNDARY.comma);
  const isBefore = (start: number, end: number) =>
    end <= match.start &&
    end >= match.start - HEDGE_BEFORE &&
    (!isAnew || manner.has(tokens.words[start] ?? ""));
  // "Visibly firms, smooths and shrinks pores": past commas, where nothing but verbs lies between.
  const before = { start: match.start - VERB_BEFORE, end: match.start };
  const isLeading = ({ start, end }: Range) =>
    manner.has(tokens.words[start] ?? "") &&
    (tokens.before[match.start] ?? 0) < BOUNDARY.sentence &&
    leadsTo(match, end, tokens, vocabulary);
  if (within(hedges, before).some(isLeading)) return true;
  return within(hedges, clauseOf(tokens, match, HEDGE_NEAR)).some(
    ({ start, end }) =>
      (start >= match.start && end <= match.end) ||
      start === match.end ||
      (isAdjective && start > match.end && nounBehind(start)) ||
      isBefore(start, end),
  );
}

/** Whether only adverbs and the verbs that share the object stand from `from` up to the match. */
function leadsTo(match: Range, from: number, tokens: Tokens, vocabulary: Vocabulary): boolean {
  for (let at = from; at < match.start; at += 1) {
    const word = tokens.words[at] ?? "";
    if (!vocabulary.carries.has(word)) return false;
    const isJoin = vocabulary.joins.has(word) && at === from;
    // "instantly and visibly tightens": one adverb more. "Cleans instantly and tightens": another verb's.
    if (isJoin && !vocabulary.manner.has(tokens.words[at + 1] ?? "")) return false;
  }
  return true;
}

/** Whether nothing that it could belong to follows: "for good", not "for good skin". */
function endsHere(tokens: Tokens, end: number, { goesOn }: Vocabulary): boolean {
  return (
    (tokens.before[end] ?? BOUNDARY.sentence) >= BOUNDARY.enclosed || goesOn.has(tokens.words[end] ?? "")
  );
}

/**
 * Those words of speed or permanence that are said of the claim: within it, directly behind it or one adverb away, or
 * before its verb with nothing but adverbs between. Across a comma it counts where it stands alone ("Shrinks pores,
 * forever").
 * @param mustEnd a permanence phrase behind the claim must not run on into another phrase.
 */
export function touching(
  ranges: Range[],
  tokens: Tokens,
  match: Range,
  vocabulary: Vocabulary,
  mustEnd: boolean,
): Range[] {
  const near = { start: match.start - VERB_BEFORE - 4, end: match.end + 8 };
  return within(ranges, near).filter(({ start, end }) => {
    if (start >= match.start && end <= match.end) return true;
    if (end <= match.start) {
      if (end < match.start - VERB_BEFORE) return false;
      for (let at = end; at <= match.start; at += 1) {
        const boundary = tokens.before[at] ?? 0;
        if (boundary >= BOUNDARY.sentence) return false;
        if (boundary >= BOUNDARY.comma && (tokens.before[start] ?? 0) < BOUNDARY.sentence) return false;
      }
      return leadsTo(match, end, tokens, vocabulary);
    }
    if (start < match.end) return false;
    const gap = start - match.end;
    if (gap > 1 || (gap === 1 && !vocabulary.manner.has(tokens.words[match.end] ?? ""))) return false;
    const boundary = Math.max(tokens.before[match.end] ?? 0, tokens.before[start] ?? 0);
    if (boundary >= BOUNDARY.sentence) return false;
    if (boundary >= BOUNDARY.comma) return (tokens.before[end] ?? BOUNDARY.sentence) >= BOUNDARY.comma;
    return !mustEnd || endsHere(tokens, end, vocabulary);
  });
}

/** Stretches a match over those of its modifiers that stand directly next to it, on both sides. */
export function stretch(match: Range, modifiers: Range[], tokens: Tokens): Range {
  let { start, end } = match;
  for (let grown = true; grown; ) {
    grown = false;
    for (const range of modifiers) {
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
