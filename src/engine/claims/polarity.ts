/** Whether a claim is made at all, or denied, disputed, wished for or only asked. */
import type { Polarity } from "../model.ts";
import type { Match } from "../phrase/match.ts";
import { BOUNDARY, type Tokens } from "../text/tokens.ts";
import { type Governor, isGoverned } from "./denial.ts";
import { clauseOf, type Range, sentenceOf, within } from "./range.ts";
import { MODIFIERS, type Modifier, type PhraseKey, type Vocabulary } from "./vocabulary.ts";

export type Modifiers = Record<Modifier, Range[]>;

const DENIED_BEHIND = 3;
/** Characters or words behind a claim within which its sentence is taken to end. */
const REST_MOST = 40;
/** Words of a clause that are looked at on either side. */
const CLAUSE_MOST = 24;
/** How near a heading such as "Fact or fiction?" stands, in words, across sentences. */
const HEADING_WITHIN = 12;

/** Sorts the matches that only modify claims by what they do. */
export function modifiersIn(matches: Match<PhraseKey>[]): Modifiers {
  const modifiers = Object.fromEntries(MODIFIERS.map((name) => [name, [] as Range[]])) as Modifiers;
  for (const { key, start, end } of matches) {
    if (key.type in modifiers) modifiers[key.type as Modifier].push({ start, end });
  }
  return modifiers;
}

/** Which governor, if any, has its last word at each token. Built once a block. */
export type GovernorMap = {
  negation: Map<number, Governor>;
  report: Map<number, Governor>;
  wish: Map<number, Governor>;
};

/**
 * Finds all governors of a block. "Not only", "never fails to" and the like deny nothing, nor does the "no" that a claim
 * brings itself.
 * @param own claims that hold a "no" of their own ("no more pores").
 */
export function governorsIn(
  tokens: Tokens,
  modifiers: Modifiers,
  vocabulary: Vocabulary,
  own: Range[],
): GovernorMap {
  const spared = new Set<number>();
  for (const { start, end } of [...modifiers["no-denial"], ...own]) {
    for (let at = start; at < end; at += 1) spared.add(at);
  }
  const map: GovernorMap = { negation: new Map(), report: new Map(), wish: new Map() };
  tokens.words.forEach((word, at) => {
    const governor = vocabulary.negations.get(word);
    // "no-rinse" is one word.
    const isPart = governor === "noun" && tokens.before[at + 1] === BOUNDARY.hyphen;
    if (governor !== undefined && !isPart && !spared.has(at)) map.negation.set(at, governor);
  });
  const put = (ranges: Range[], into: Map<number, Governor>, governor: Governor) => {
    for (const { start, end } of ranges) if (!spared.has(start)) into.set(end - 1, governor);
  };
  put(modifiers["instead-of"], map.negation, "gerund");
  put(modifiers["compared-with"], map.negation, "comparison");
  put(modifiers.report, map.report, "report");
  put(modifiers.wish, map.wish, "report");
  return map;
}

/** Whether one of `ranges` stands near a match on either side, also in the sentence before or behind. */
function isNear(ranges: Range[], match: Range): boolean {
  return within(ranges, { start: match.start - HEADING_WITHIN, end: match.end + HEADING_WITHIN }).length > 0;
}

/** Whether a denial behind a claim is of the claim: near, and with no subject of its own ("so you don't …"). */
function isOf(tokens: Tokens, { end }: Range, start: number, { turns, subjects }: Vocabulary): boolean {
  if (start >= end + DENIED_BEHIND) return false;
  for (let at = end; at < start; at += 1) {
    const word = tokens.words[at] ?? "";
    if (turns.has(word) || subjects.has(word)) return false;
  }
  return true;
}

/** From a claim to the end of its sentence, or to a word that turns to another thought. */
function restOf(tokens: Tokens, { end }: Range, { turns }: Vocabulary): Range {
  let to = end;
  while (
    to < tokens.words.length &&
    to < end + REST_MOST &&
    (tokens.before[to] ?? 0) < BOUNDARY.sentence &&
    !turns.has(tokens.words[to] ?? "")
  )
    to += 1;
  return { start: end, end: to };
}

/** What is said at the end of the sentence of all that stands before it, as Japanese and Korean do; null for nothing. */
function polarityAtEnd(
  tokens: Tokens,
  match: Range,
  modifiers: Modifiers,
  vocabulary: Vocabulary,
): Polarity | null {
  const ends: [Modifier, Polarity][] = [
    ["negation-at-end", "negated"],
    ["report-at-end", "debunked"],
    ["wish-at-end", "concern"],
    ["condition-at-end", "question"],
  ];
  if (ends.every(([modifier]) => modifiers[modifier].length === 0)) return null;
  const rest = restOf(tokens, match, vocabulary);
  return ends.find(([modifier]) => within(modifiers[modifier], rest).length > 0)?.[1] ?? null;
}

/** What a claim's surroundings make of it. */
export function polarityOf(
  tokens: Tokens,
  match: Range,
  modifiers: Modifiers,
  governors: GovernorMap,
  vocabulary: Vocabulary,
  holdsNegation: boolean,
): Polarity {
  if (!holdsNegation) {
    for (let at = match.start; at < match.end; at += 1) if (governors.negation.has(at)) return "negated";
  }
  const { condition, unequalled, "negation-after": denials } = modifiers;
  const needsClause = condition.length + unequalled.length + denials.length > 0;
  const clause = needsClause ? clauseOf(tokens, match, CLAUSE_MOST) : match;
  // A denial may begin within the claim: in Korean and Japanese it takes the verb's ending with it.
  const behind = (modifier: Modifier) =>
    within(modifiers[modifier], { start: match.end - 1, end: clause.end })
      .filter(({ end }) => end > match.end)
      .map(({ start, end }) => ({ start: Math.max(start, match.end), end }));
  const compared = behind("unequalled").some(({ start }) => start <= match.end + DENIED_BEHIND);
  const governed = (map: Map<number, Governor>) =>
    map.size > 0 && isGoverned(tokens, match, { at: (token) => map.get(token) }, vocabulary, compared);
  if (governed(governors.negation)) return "negated";
  // "Verkleint poriën niet alleen": what says no and denies nothing may stand behind, too.
  const isSpared = (start: number) =>
    modifiers["no-denial"].some((range) => range.start <= start && start < range.end);
  const denied = behind("negation-after").some(
    ({ start }) => isOf(tokens, match, start, vocabulary) && !isSpared(start),
  );
  if (denied) return "negated";
  const atEnd = polarityAtEnd(tokens, match, modifiers, vocabulary);
  if (atEnd !== null) return atEnd;
  const disputed =
    modifiers.debunk.length > 0 && within(modifiers.debunk, sentenceOf(tokens, match)).length > 0;
  if (disputed || isNear(modifiers["debunk-heading"], match)) return "debunked";
  if (governed(governors.report)) return "debunked";
  // "If you want to shrink pores, this is the one": wished for, and promised.
  const isOffered =
    modifiers.offer.length > 0 && within(modifiers.offer, restOf(tokens, match, vocabulary)).length > 0;
  if (!isOffered && governed(governors.wish)) return "concern";
  const isIf = within(modifiers.condition, { start: clause.start, end: match.start }).length > 0;
  if (!isOffered && isIf) return "question";
  return tokens.asked[match.start] === true ? "question" : "asserted";
}
