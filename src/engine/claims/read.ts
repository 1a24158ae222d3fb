/** From a block of text to readings: what is claimed, how it is said and by whom. */
import type { Block, Reading, Rule, RuleSet, Speaker, Zone } from "../model.ts";
import { type Match, matchPhrases } from "../phrase/match.ts";
import { type Normalised, normalise } from "../text/normalise.ts";
import { type Tokens, tokenise } from "../text/tokens.ts";
import { isNameInCopy } from "./names.ts";
import { rungOf } from "./rung.ts";
import { inClause, isHedged, type Modifiers, modifiersIn, polarityOf, stretch } from "./scope.ts";
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

type Range = { start: number; end: number };
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

  function candidate(
    match: Match<PhraseKey>,
    block: Pick<Block, "text" | "zone">,
    tokens: Tokens,
    modifiers: Modifiers,
    vocabulary: Vocabulary,
    source: Normalised,
  ): Candidate | null {
    const { key } = match;
    if (key.type !== "action" && key.type !== "rule") return null;
    const hedge = isHedged(modifiers.hedge, tokens, match);
    const speed = inClause(modifiers.speed, tokens, match);
    const permanence = inClause(modifiers.permanence, tokens, match);
    const rung =
      key.type === "action"
        ? rungOf({ action: key.action.rung, hedge, speed, permanence })
        : (key.rule.reads?.rung ?? 1);
    const rule = key.type === "action" ? ladder.get(rung) : key.rule;
    if (rule === undefined) return null;
    const touching = [modifiers.permanence, modifiers.speed, modifiers.period];
    const range = key.type === "action" ? stretch(match, touching, tokens) : match;
    const start = source.startOf(tokens.starts[range.start] ?? 0);
    const end = source.endOf(tokens.ends[range.end - 1] ?? 0);
    const holdsNegation = key.type === "rule" || key.action.holdsNegation === true;
    const isName = block.zone === "title";
    return {
      tokens: range,
      rule: rule.id,
      object: key.type === "action" ? "pores" : (key.rule.reads?.object ?? key.rule.id),
      action: key.type === "action" ? key.action.action : "",
      hedge,
      speed,
      permanence,
      polarity: polarityOf(tokens, match, modifiers, vocabulary, holdsNegation),
      speaker: SPEAKER_OF[block.zone],
      form: isName ? "name" : key.type === "action" ? (key.action.form ?? "sentence") : "sentence",
      rung,
      start,
      end,
      quote: block.text.slice(start, end),
    };
  }

  function readIn(
    vocabulary: Vocabulary,
    block: Pick<Block, "text" | "zone">,
    tokens: Tokens,
    source: Normalised,
  ): Candidate[] {
    const matches = matchPhrases(vocabulary.program, tokens);
    if (!matches.some(({ key }) => key.type === "action" || key.type === "rule")) return [];
    const modifiers = modifiersIn(matches);
    const cancelled = new Taken(tokens.words.length);
    for (const match of matches)
      if (match.key.type === "antipattern") cancelled.add(match.key.of ?? LADDER, match);
    const at = (token: number) => source.startOf(tokens.starts[token] ?? 0);
    return matches.flatMap((match) => {
      const { key } = match;
      if (key.type !== "action" && key.type !== "rule") return [];
      if (cancelled.has(key.type === "rule" ? key.rule.id : LADDER, match)) return [];
      if (key.type === "action" && block.zone !== "title" && isNameInCopy(block.text, tokens, match, at))
        return [];
      return candidate(match, block, tokens, modifiers, vocabulary, source) ?? [];
    });
  }

  return {
    read(block) {
      if (block.zone === "ingredients") return [];
      const source = normalise(block.text);
      const tokens = tokenise(source.text);
      const candidates = vocabularies.flatMap((vocabulary) => readIn(vocabulary, block, tokens, source));
      return strongest(candidates, tokens.words.length).map(({ tokens: _, ...reading }) => reading);
    },
  };
}
