/** Which professional treatments a text names. A small program of its own, apart from the claims. */
import type { Treatment, TreatmentId, Words, Zone } from "./model.ts";
import { compile, type Pattern } from "./phrase/compile.ts";
import { createMatcher, type Match, type Matcher } from "./phrase/match.ts";
import { normalise } from "./text/normalise.ts";
import { BOUNDARY, type Tokens, tokenise } from "./text/tokens.ts";

/** Zones in which the seller says what is offered. */
export const OFFERING_ZONES: ReadonlySet<Zone> = new Set(["title", "bullets", "description", "other"]);

/** The treatments that a text names, in the order of the rule set. Never throws, whatever the text. */
export type TreatmentFinder = (text: string) => TreatmentId[];

/** What a match means: a name, something that only looks like one, a "no" before it, or what only looks like a "no". */
export type TreatmentKey =
  | { type: "name" | "antipattern"; id: TreatmentId }
  | { type: "denial" | "no-denial" };

/** Sets of the words files whose phrases say that what follows is not what is offered. */
const DENIALS = [
  "negation-verb",
  "negation-noun",
  "negation-gerund",
  "negation-comparison",
  "instead-of",
  "compared-with",
] as const;
/** Words that may stand between a "no" and the name: "we do not offer any laser resurfacing". */
const DENIED_WITHIN = 2;

/** Patterns of the names of treatments in one language. */
export function treatmentPatterns(
  treatments: Treatment[],
  { language, sets }: Pick<Words, "language" | "sets">,
): Pattern<TreatmentKey>[] {
  const named = treatments.flatMap(({ id, names, antipatterns }): Pattern<TreatmentKey>[] => [
    ...(names[language] ?? []).map((phrase) => ({ key: { type: "name" as const, id }, phrase })),
    ...(antipatterns?.[language] ?? []).map((phrase) => ({
      key: { type: "antipattern" as const, id },
      phrase,
    })),
  ]);
  if (named.length === 0) return [];
  const denials = DENIALS.flatMap((set) => sets[set] ?? []);
  return [
    ...named,
    ...denials.map((phrase): Pattern<TreatmentKey> => ({ key: { type: "denial" }, phrase })),
    ...(sets["no-denial"] ?? []).map(
      (phrase): Pattern<TreatmentKey> => ({
        key: { type: "no-denial" },
        phrase,
      }),
    ),
  ];
}

type Range = { start: number; end: number };

function overlaps(taken: Uint8Array | undefined, { start, end }: Range): boolean {
  return taken?.subarray(start, end).includes(1) ?? false;
}

/** For each word whether a "no" ends with it. */
function denialsIn(matches: Match<TreatmentKey>[], length: number): Uint8Array {
  const excused = new Uint8Array(length);
  for (const { key, start, end } of matches) if (key.type === "no-denial") excused.fill(1, start, end);
  const ends = new Uint8Array(length);
  for (const match of matches) {
    if (match.key.type === "denial" && !overlaps(excused, match)) ends[match.end - 1] = 1;
  }
  return ends;
}

/** Whether a "no" stands before a name, in its own clause. */
function isDenied({ start }: Range, denials: Uint8Array, tokens: Tokens): boolean {
  for (let at = start - 1; at >= 0 && at >= start - 1 - DENIED_WITHIN; at -= 1) {
    if ((tokens.before[at + 1] ?? BOUNDARY.sentence) >= BOUNDARY.comma) return false;
    if (denials[at] === 1) return true;
  }
  return false;
}

function namedIn(matcher: Matcher<TreatmentKey>, tokens: Tokens): Set<TreatmentId> {
  const { length } = tokens.words;
  const matches = matcher.match(tokens);
  const cancelled = new Map<TreatmentId, Uint8Array>();
  for (const { key, start, end } of matches) {
    if (key.type !== "antipattern") continue;
    const words = cancelled.get(key.id) ?? new Uint8Array(length);
    cancelled.set(key.id, words.fill(1, start, end));
  }
  const denials = denialsIn(matches, length);
  // Longest first: "RF microneedling" is one treatment, not also plain microneedling.
  const names = matches
    .flatMap(({ key, start, end }) => (key.type === "name" ? [{ id: key.id, start, end }] : []))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const taken = new Array<TreatmentId | undefined>(length);
  const found = new Set<TreatmentId>();
  for (const name of names) {
    if (taken.slice(name.start, name.end).some((by) => by !== undefined && by !== name.id)) continue;
    taken.fill(name.id, name.start, name.end);
    if (!overlaps(cancelled.get(name.id), name) && !isDenied(name, denials, tokens)) found.add(name.id);
  }
  return found;
}

/**
 * Compiles the names of all treatments in every language that has words.
 * @throws PhraseError naming the phrase that cannot be read.
 */
export function createTreatmentFinder(
  treatments: Treatment[],
  languages: Pick<Words, "language" | "sets">[],
): TreatmentFinder {
  const matchers = languages.flatMap((words) => {
    const patterns = treatmentPatterns(treatments, words);
    if (patterns.length === 0) return [];
    return [createMatcher(compile(patterns, words.sets), ({ type }) => type === "name")];
  });
  return (source) => {
    const { text } = normalise(source);
    const wanted = matchers.filter((matcher) => matcher.hasWanted(text, 0, text.length));
    if (wanted.length === 0) return [];
    const tokens = tokenise(text);
    const named = new Set(wanted.flatMap((matcher) => [...namedIn(matcher, tokens)]));
    return treatments.flatMap(({ id }) => (named.has(id) ? [id] : []));
  };
}

/**
 * The treatments that a page is about: those in its name or category; only where these name none, those of its text, which
 * may also speak of others.
 */
export function mainTreatments(called: TreatmentId[], told: TreatmentId[]): TreatmentId[] {
  return called.length > 0 ? called : [...new Set(told)];
}
