/** Telling a product's name from what a sentence says. */
import { BOUNDARY, type Tokens } from "../text/tokens.ts";
import { type Range, sentenceOf } from "./range.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Fewer other words than this make no sentence. */
const OTHERS_LEAST = 3;
/** A sentence in which this share of the other words, or more, is capitalised is a heading, and tells nothing of names. */
const HEADING_SHARE = 0.6;
/** Words behind a slogan within which the product is named. */
const NAMED_WITHIN = 4;
/** Words that say what a thing is, behind its name. */
const KIND_MOST = 3;
/** More words than this are no name. */
const NAME_MOST = 12;

type Letters = "none" | "lower" | "title" | "upper";

/** How a word is written. A single capital ("A") counts as a title's; scripts without capitals have none. */
function lettersOf(source: string, tokens: Tokens, token: number, at: (token: number) => number): Letters {
  const word = tokens.words[token] ?? "";
  if (word.toUpperCase() === word) return "none";
  const start = at(token);
  const first = source[start] ?? "";
  const rest = source.slice(start + 1, start + word.length);
  // "bareMinerals" is a name all the same.
  if (first === first.toLowerCase()) return rest === rest.toLowerCase() ? "lower" : "title";
  return rest !== "" && rest === rest.toUpperCase() && rest !== rest.toLowerCase() ? "upper" : "title";
}

/**
 * Whether a whole block is a name: a few words in Title Case, one phrase without a verb ("Lume Pore Eraser Stick"). Copy
 * all in capitals is no name.
 * @param at source offset of the token with that index.
 */
export function isNameOnly(
  source: string,
  tokens: Tokens,
  at: (token: number) => number,
  { verbs, modals, endings, small, named, gapStops }: Vocabulary,
): boolean {
  const { before } = tokens;
  // "Pore Minimising Serum (1 fl. oz.)"
  const bracket = /\s\([^()]*\d[^()]*\)\s*$/.exec(source)?.index ?? source.length;
  const words = tokens.words.filter((_, token) => at(token) < bracket);
  if (words.length > NAME_MOST || /[.!?:]\s*$/.test(source.slice(0, bracket))) return false;
  // What the thing is, in small letters: "Pore Minimising light gel cream 75 ml".
  const kindAt = words.findLastIndex((word) => named.has(word));
  const isKind = (token: number) =>
    token <= kindAt &&
    token > kindAt - KIND_MOST &&
    words.length - kindAt <= KIND_MOST &&
    words.slice(token, kindAt).every((word) => !gapStops.has(word) && !small.has(word));
  let titles = 0;
  for (let token = 0; token < words.length; token += 1) {
    const word = words[token] ?? "";
    const boundary = before[token] ?? 0;
    if (token > 0 && boundary >= BOUNDARY.clause) return false;
    if (modals.has(word)) return false;
    const isNoun = endings.gerund.some((ending) => word.endsWith(ending)) && token > 0;
    if (verbs.has(word) && !isNoun && (token === 0 || endings.finite.some((ending) => word.endsWith(ending))))
      return false;
    if (small.has(word)) continue;
    const letters = lettersOf(source, tokens, token, at);
    const isPlain = /^\d/.test(words[token - 1] ?? "") || isKind(token);
    if (letters === "lower" && !isPlain) return false;
    if (letters === "title") titles += 1;
  }
  return titles >= 2;
}

/** From one colon, dash or heading bracket to the next, within the sentence. */
function partOf(tokens: Tokens, match: Range, sentence: Range): Range {
  let { start, end } = match;
  while (start > sentence.start && (tokens.before[start] ?? 0) < BOUNDARY.clause) start -= 1;
  while (end < sentence.end && (tokens.before[end] ?? 0) < BOUNDARY.clause) end += 1;
  return { start, end };
}

/**
 * Whether a match is written as part of a name inside running copy: every word of it in Title Case, next to another
 * such word ("Dr. Lume's Pores No More Gel is a light gel") or behind an article ("after the No More Pores toner"). A heading tells nothing of names: a claim that begins with its verb is judged within its own part
 * of the sentence ("Shrink Pores In 7 Days: our patented formula…").
 * @param at source offset of the token with that index.
 */
export function isNameInCopy(
  source: string,
  tokens: Tokens,
  match: Range,
  at: (token: number) => number,
  { verbs, small, leading, nounsCapitalised }: Vocabulary,
): boolean {
  if (nounsCapitalised) return false;
  const letters = (token: number) => lettersOf(source, tokens, token, at);
  const isCapital = (token: number) => letters(token) === "title" || letters(token) === "upper";
  const isSmall = (token: number) => small.has(tokens.words[token] ?? "");
  let own = 0;
  let titles = 0;
  for (let token = match.start; token < match.end; token += 1) {
    const written = letters(token);
    // A single capital ("I") is written so in copy that is all capitals, too.
    if (written === "title" && (tokens.words[token] ?? "").length > 1) titles += 1;
    if (isSmall(token) || written === "none") continue;
    if (written === "lower") return false;
    own += 1;
  }
  if (titles === 0) return false;
  const sentence = sentenceOf(tokens, match);
  const isVerbal = verbs.has(tokens.words[match.start] ?? "");
  const scope = isVerbal ? partOf(tokens, match, sentence) : sentence;
  let others = 0;
  let capitals = 0;
  for (let token = scope.start; token < scope.end; token += 1) {
    if ((token >= match.start && token < match.end) || isSmall(token) || letters(token) === "none") continue;
    others += 1;
    if (token > scope.start && isCapital(token)) capitals += 1;
  }
  if (isVerbal && others === 0) return false;
  if (others < OTHERS_LEAST && scope === sentence) return false;
  if (others > 0 && capitals / others >= HEADING_SHARE) return false;
  const touches = (token: number, boundaryAt: number) =>
    // The first word of a sentence is capitalised anyway.
    token > sentence.start &&
    token < sentence.end &&
    (tokens.before[boundaryAt] ?? 0) < BOUNDARY.comma &&
    isCapital(token);
  if (touches(match.end, match.end) || touches(match.start - 1, match.start)) return true;
  const led = match.start > sentence.start && leading.has(tokens.words[match.start - 1] ?? "");
  return !isVerbal && own >= 2 && led;
}

/**
 * Whether a claim that sounds like a slogan ("pores no more") is used as a name, however it is written: behind an
 * article, or with a word for a product close behind ("pores no more mattifying lotion").
 */
export function isSloganName(
  tokens: Tokens,
  match: Range,
  { named, leading, gapStops }: Vocabulary,
): boolean {
  const { words, before } = tokens;
  if (match.start > 0 && before[match.start] === BOUNDARY.none && leading.has(words[match.start - 1] ?? ""))
    return true;
  for (let at = match.end; at < Math.min(words.length, match.end + NAMED_WITHIN); at += 1) {
    if ((before[at] ?? 0) >= BOUNDARY.comma || gapStops.has(words[at] ?? "")) return false;
    if (named.has(words[at] ?? "")) return true;
  }
  return false;
}
