/** Telling a product's name from what a sentence says. */
import { BOUNDARY, type Tokens } from "../text/tokens.ts";
import { sentenceOf } from "./scope.ts";

type Range = { start: number; end: number };

const SMALL = new Set(["a", "an", "and", "the", "of", "for", "in", "with", "to", "no", "my", "your"]);
/** Fewer other words than this make no sentence. */
const OTHERS_LEAST = 3;
/** A sentence in which more of the other words are capitalised than this is a heading, and tells nothing of names. */
const HEADING_SHARE = 0.6;

/** Scripts without capitals tell nothing of names. */
function hasCase(word: string): boolean {
  return word.toUpperCase() !== word;
}

function isCapital(source: string, offset: number): boolean {
  const letter = source[offset] ?? "";
  return letter !== letter.toLowerCase();
}

/**
 * Whether a match is written as part of a name inside running copy: every word of it capitalised, next to another
 * capitalised word, in a sentence that is otherwise in lower case ("Dr. Lume's Pores No More Gel is a light gel").
 * @param at source offset of the token with that index.
 */
export function isNameInCopy(
  source: string,
  tokens: Tokens,
  match: Range,
  at: (token: number) => number,
): boolean {
  const capital = (token: number) => isCapital(source, at(token));
  const tells = (token: number) => {
    const word = tokens.words[token] ?? "";
    return !SMALL.has(word) && hasCase(word);
  };
  let own = 0;
  for (let token = match.start; token < match.end; token += 1) {
    if (!tells(token)) continue;
    if (!capital(token)) return false;
    own += 1;
  }
  if (own === 0) return false;
  const sentence = sentenceOf(tokens, match);
  let others = 0;
  let capitals = 0;
  for (let token = sentence.start; token < sentence.end; token += 1) {
    if ((token >= match.start && token < match.end) || !tells(token)) continue;
    others += 1;
    if (token > sentence.start && capital(token)) capitals += 1;
  }
  if (others < OTHERS_LEAST || capitals / others > HEADING_SHARE) return false;
  const touches = (token: number, boundaryAt: number) =>
    // The first word of a sentence is capitalised anyway.
    token > sentence.start &&
    token < sentence.end &&
    (tokens.before[boundaryAt] ?? 0) < BOUNDARY.clause &&
    capital(token);
  return touches(match.end, match.end) || touches(match.start - 1, match.start);
}
