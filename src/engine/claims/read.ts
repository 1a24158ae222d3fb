/** From a block of text to readings: what is claimed, how it is said and by whom. */
import type { Block, Reading, Rule, RuleSet, Speaker, Zone } from "../model.ts";
import { type Match, matchPhrases } from "../phrase/match.ts";
import { type Normalised, normalise } from "../text/normalise.ts";
import { type Tokens, tokenise } from "../text/tokens.ts";
import { isNameInCopy, isNameOnly, isSloganName } from "./names.ts";
import { type GovernorMap, governorsIn, type Modifiers, modifiersIn, polarityOf } from "./polarity.ts";
import { type Range, sentenceOf, within } from "./range.ts";
import { rungOf } from "./rung.ts";
import { isHedged, stretch, touching } from "./touch.ts";
import { compileVocabulary, type PhraseKey, type Vocabulary } from "./vocabulary.ts";

/** Who speaks in each zone. */
export const SPEAKER_OF: Record<Zone, Speaker> = {
  title: "seller",
  bullets: "seller",
  description: "seller",
  ingredients: "seller",
  review: "customer",
  article: "editor",
  tile: "seller",
  other: "seller",
};

export type Reader = {
  /**
   * Reads one block. Every reading is returned, also what is denied or only asked (see `polarity`); offsets are
   * UTF-16 into `block.text` and `quote` is exactly that slice. Never throws, whatever the text.
   */
  read(block: Pick<Block, "text" | "zone">): Reading[];
};

/** Stands for every ladder rule where antipatterns are kept by rule. */
const LADDER = "";
/** Longer than any match. */
const GREATEST_LENGTH = 1_024;

type Candidate = Reading & { tokens: Range };

/** Words already taken, by what was found there. */
class Taken {
  private readonly words = new Map<string, Uint8Array>();

  constructor(private readonly length: number) {}

  has(by: string, { start, end }: Range): boolean {
    const taken = this.words.get(by);
    if (taken === undefined) return false;
    for (let at = start; at < end; at += 1) if (taken[at] === 1) return true;
    return false;
  }

  add(by: string, { start, end }: Range): void {
    let taken = this.words.get(by);
    if (taken === undefined) {
      taken = new Uint8Array(this.length);
      this.words.set(by, taken);
    }
    taken.fill(1, start, end);
  }
}

/**
 * Languages share words ("minimise", "poros"), and a "no" is known to its own only: what one of them denies or asks, no other
 * asserts.
 */
function agreed(candidates: Candidate[], length: number): Candidate[] {
  const denied = new Map<string, Taken>();
  for (const { polarity, language, object, tokens } of candidates) {
    if (polarity === "asserted") continue;
    const taken = denied.get(language) ?? new Taken(length);
    denied.set(language, taken);
    taken.add(object, tokens);
  }
  const others = (language: string) => [...denied].filter(([other]) => other !== language);
  return candidates.filter(
    ({ polarity, language, object, tokens }) =>
      polarity !== "asserted" || !others(language).some(([, taken]) => taken.has(object, tokens)),
  );
}

/** Of overlapping readings of one object the strongest stays, and of equals the longer. */
function strongest(candidates: Candidate[], length: number): Candidate[] {
  const taken = new Taken(length);
  const size = ({ tokens }: Candidate) => tokens.end - tokens.start;
  const ranked = [...candidates].sort((a, b) => b.rung - a.rung || size(b) - size(a) || a.start - b.start);
  const kept = ranked.filter((candidate) => {
    if (taken.has(candidate.object, candidate.tokens)) return false;
    taken.add(candidate.object, candidate.tokens);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}

type Claim = Match<PhraseKey & { type: "action" | "rule" }>;

/** All that is known of a block in one language. */
type Passage = {
  block: Pick<Block, "text" | "zone">;
  tokens: Tokens;
  source: Normalised;
  modifiers: Modifiers;
  governors: GovernorMap;
  vocabulary: Vocabulary;
  /** The whole block is a product's name. */
  isName: boolean;
};

const PERIOD_WITHIN = 12;

/** Whether a claim brings a "no" of its own: "no more pores". */
function holdsNegation({ key }: Claim): boolean {
  return key.type === "action" && key.action.holdsNegation === true;
}

/** The claims among the matches, each place and action once, without what an antipattern cancels. */
function claimsIn(matches: Match<PhraseKey>[], length: number): Claim[] {
  const cancelled = new Taken(length);
  for (const match of matches)
    if (match.key.type === "antipattern") cancelled.add(match.key.of ?? LADDER, match);
  const seen = new Map<object, Set<number>>();
  return matches.filter((match): match is Claim => {
    const { key } = match;
    if (key.type !== "action" && key.type !== "rule") return false;
    const by = key.type === "action" ? key.action : key.rule;
    const places = seen.get(by) ?? new Set();
    seen.set(by, places);
    const place = match.start * GREATEST_LENGTH + (match.end - match.start);
    if (places.has(place)) return false;
    places.add(place);
    return !cancelled.has(key.type === "rule" ? key.rule.id : LADDER, match);
  });
}

/** Whether the sentence speaks of other pores than those of skin: of wood, membranes, stone. */
function isElsewhere(tokens: Tokens, match: Range, modifiers: Modifiers): boolean {
  if (modifiers.elsewhere.length === 0) return false;
  const sentence = sentenceOf(tokens, match);
  return (
    within(modifiers.elsewhere, sentence).length > 0 && within(modifiers["on-skin"], sentence).length === 0
  );
}

/**
 * Compiles a rule set once into a reader of blocks.
 * @throws PhraseError if a phrase cannot be read; Error if no rule covers a rung that the words can give.
 */
export function createReader(ruleSet: Pick<RuleSet, "rules" | "words">): Reader {
  const vocabularies = ruleSet.words.map((words) => compileVocabulary(words, ruleSet.rules));
  const ladder = new Map<number, Rule>();
  for (const rule of ruleSet.rules) if (rule.covers?.object === "pores") ladder.set(rule.covers.rung, rule);
  for (const { language, actions } of ruleSet.words) {
    const missing = actions.find(({ rung }) => !ladder.has(rung));
    if (missing) throw new Error(`No rule covers rung ${missing.rung} ("${missing.action}" in ${language})`);
  }

  /** The reading of one match, or null where no rule covers it. */
  function candidate(match: Claim, passage: Passage): Candidate | null {
    const { key } = match;
    const { block, tokens, source, modifiers, vocabulary } = passage;
    const near = (name: "speed" | "permanence") =>
      touching(modifiers[name], tokens, match, vocabulary, name === "permanence");
    const hedge = isHedged(modifiers.hedge, tokens, match);
    const speeds = near("speed");
    const lasting = [
      ...near("permanence"),
      ...modifiers["permanence-adjective"].filter(({ end }) => end === match.start),
    ];
    const [speed, permanence] = [speeds.length > 0, lasting.length > 0];
    const rung =
      key.type === "action"
        ? rungOf({ action: key.action.rung, hedge, speed, permanence })
        : (key.rule.reads?.rung ?? 1);
    const rule = key.type === "action" ? ladder.get(rung) : key.rule;
    if (rule === undefined) return null;
    const periods = within(modifiers.period, { start: match.end, end: match.end + PERIOD_WITHIN });
    const range = key.type === "action" ? stretch(match, [...lasting, ...speeds, ...periods], tokens) : match;
    const start = source.startOf(tokens.starts[range.start] ?? 0);
    const end = source.endOf(tokens.ends[range.end - 1] ?? 0);
    return {
      tokens: range,
      rule: rule.id,
      object: key.type === "action" ? "pores" : (key.rule.reads?.object ?? key.rule.id),
      action: key.type === "action" ? key.action.action : "",
      hedge,
      speed,
      permanence,
      polarity: polarityOf(
        tokens,
        match,
        modifiers,
        passage.governors,
        vocabulary,
        key.type === "rule" || holdsNegation(match),
      ),
      speaker: SPEAKER_OF[block.zone],
      form: passage.isName ? "name" : key.type === "action" ? (key.action.form ?? "sentence") : "sentence",
      rung,
      language: vocabulary.language,
      popupOnly: vocabulary.popupOnly || rule.popupOnly === true,
      start,
      end,
      quote: block.text.slice(start, end),
    };
  }

  function readIn(
    vocabulary: Vocabulary,
    block: Passage["block"],
    tokens: Tokens,
    source: Normalised,
  ): Candidate[] {
    const matches = matchPhrases(vocabulary.program, tokens);
    const claims = claimsIn(matches, tokens.words.length);
    if (claims.length === 0) return [];
    const modifiers = modifiersIn(matches);
    const governors = governorsIn(tokens, modifiers, vocabulary, claims.filter(holdsNegation));
    const at = (token: number) => source.startOf(tokens.starts[token] ?? 0);
    const isShown = block.zone === "title" || block.zone === "tile";
    const isName = block.zone === "title" || isNameOnly(block.text, tokens, at, vocabulary);
    const passage = { block, tokens, source, modifiers, governors, vocabulary, isName };
    return claims.flatMap((match) => {
      if (match.key.type === "action") {
        const inCopy = !isShown && !isName;
        if (inCopy && isNameInCopy(block.text, tokens, match, at, vocabulary)) return [];
        if (inCopy && holdsNegation(match) && isSloganName(tokens, match, vocabulary)) return [];
        if (isElsewhere(tokens, match, modifiers)) return [];
      }
      return candidate(match, passage) ?? [];
    });
  }

  return {
    read(block) {
      if (block.zone === "ingredients") return [];
      const source = normalise(block.text);
      const tokens = tokenise(source.text);
      const candidates = vocabularies.flatMap((vocabulary) => readIn(vocabulary, block, tokens, source));
      const { length } = tokens.words;
      return strongest(agreed(candidates, length), length).map(({ tokens: _, ...reading }) => reading);
    },
  };
}
