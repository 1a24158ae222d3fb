/** Ranges of tokens, and where sentences and clauses begin and end. */
import { BOUNDARY, type Boundary, type Tokens } from "../text/tokens.ts";

/** Token indices, `end` exclusive. */
export type Range = { start: number; end: number };

/** Words on either side beyond which nothing is looked for: no sentence is longer, and hostile text may be. */
const SENTENCE_MOST = 80;

function around(tokens: Tokens, { start, end }: Range, most: number, boundary: Boundary): Range {
  const least = Math.max(0, start - most);
  const last = Math.min(tokens.words.length, end + most);
  let from = start;
  while (from > least && (tokens.before[from] ?? 0) < boundary) from -= 1;
  let to = end;
  while (to < last && (tokens.before[to] ?? 0) < boundary) to += 1;
  return { start: from, end: to };
}

/** The clause that a match stands in, cut off at `most` words to either side. Quotes and brackets end none. */
export function clauseOf(tokens: Tokens, match: Range, most: number): Range {
  return around(tokens, match, most, BOUNDARY.comma);
}

/** The sentence that a match stands in, cut off at `most` words to either side. */
export function sentenceOf(tokens: Tokens, match: Range, most: number = SENTENCE_MOST): Range {
  return around(tokens, match, most, BOUNDARY.sentence);
}

/** Those of `ranges` (in order of their starts) that lie within `outer`. */
export function within(ranges: Range[], outer: Range): Range[] {
  if (ranges.length === 0) return ranges;
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
