/** From a passage of text to readings in one language: what is claimed, how it is said and by whom. */
import type { Block, Rule, Speaker, Zone } from "../model.ts";
import type { Match } from "../phrase/match.ts";
import { type Normalised, normalise } from "../text/normalise.ts";
import { type Tokens, tokenise } from "../text/tokens.ts";
import { isNameInCopy, isNameOnly, isSloganName } from "./names.ts";
import { type Candidate, Taken, type Understanding } from "./overlap.ts";
import { type GovernorMap, governorsIn, type Modifiers, modifiersIn, polarityOf } from "./polarity.ts";
import { type Range, sentenceOf, within } from "./range.ts";
import { rungOf } from "./rung.ts";
import { isHedged, stretch, touching } from "./touch.ts";
import type { PhraseKey, Vocabulary } from "./vocabulary.ts";

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

/** A piece of a block's text, prepared once for all languages. */
export class Passage {
  readonly zone: Zone;
  readonly text: string;
  /** The piece is the whole block. */
  readonly isWhole: boolean;
  readonly source: Normalised;
  private split: Tokens | undefined;

  /** @param offset, end where the piece stands in the block's text */
  constructor(
    block: Pick<Block, "text" | "zone">,
    readonly offset: number,
    end: number,
  ) {
    this.zone = block.zone;
    this.text = block.text.slice(offset, end);
    this.isWhole = this.text.length === block.text.length;
    this.source = normalise(this.text);
  }

  /** Its words. Most passages hold no claim and are never split. */
  get tokens(): Tokens {
    this.split ??= tokenise(this.source.text);
    return this.split;
  }
}

/** Stands for every ladder rule where antipatterns are kept by rule. */
const LADDER = "";
/** Longer than any match. */
const GREATEST_LENGTH = 1_024;
/** How far behind a claim "in 7 days" may stand and still be part of it, in words. */
const PERIOD_WITHIN = 12;

type Claim = Match<PhraseKey & { type: "action" | "rule" }>;

/** Whether a claim brings a "no" of its own: "no more pores". */
function holdsNegation({ key }: Claim): boolean {
  return key.type === "action" && key.action.holdsNegation === true;
}

const objectOf = ({ key }: Claim): string =>
  key.type === "action" ? "pores" : (key.rule.reads?.object ?? key.rule.id);

/** The claims among the matches, each place and action once, and apart those that an antipattern cancels. */
function claimsIn(
  matches: Match<PhraseKey>[],
  length: number,
): { claims: Claim[]; cancelled: Understanding["cancelled"] } {
  const spared = new Taken(length);
  for (const match of matches)
    if (match.key.type === "antipattern") spared.add(match.key.of ?? LADDER, match);
  const cancelled: Understanding["cancelled"] = [];
  const seen = new Map<object, Set<number>>();
  const claims = matches.flatMap((match): Claim[] => {
    const { key } = match;
    if (key.type !== "action" && key.type !== "rule") return [];
    const by = key.type === "action" ? key.action : key.rule;
    const places = seen.get(by) ?? new Set();
    seen.set(by, places);
    const place = match.start * GREATEST_LENGTH + (match.end - match.start);
    if (places.has(place)) return [];
    places.add(place);
    const claim = { ...match, key };
    if (!spared.has(key.type === "rule" ? key.rule.id : LADDER, match)) return [claim];
    cancelled.push({ object: objectOf(claim), tokens: match });
    return [];
  });
  return { claims, cancelled };
}

/** Whether the sentence speaks of other pores than those of skin: of wood, membranes, stone. */
function isElsewhere(tokens: Tokens, match: Range, modifiers: Modifiers): boolean {
  if (modifiers.elsewhere.length === 0) return false;
  const sentence = sentenceOf(tokens, match);
  return (
    within(modifiers.elsewhere, sentence).length > 0 && within(modifiers["on-skin"], sentence).length === 0
  );
}

/** What is known of a passage in one language. */
type Understood = {
  passage: Passage;
  vocabulary: Vocabulary;
  ladder: ReadonlyMap<number, Rule>;
  modifiers: Modifiers;
  governors: GovernorMap;
  /** The whole block is a product's name. */
  isName: boolean;
};

/** The reading of one match, or null where no rule covers it. */
function candidateOf(match: Claim, understood: Understood): Candidate | null {
  const { key } = match;
  const { passage, vocabulary, modifiers, governors, ladder, isName } = understood;
  const { tokens, source, offset } = passage;
  const near = (name: "speed" | "permanence") =>
    touching(modifiers[name], tokens, match, vocabulary, name === "permanence");
  const isAdjective = key.type === "action" && key.action.form === "adjective";
  const hedge = isHedged(modifiers.hedge, tokens, match, isAdjective, vocabulary);
  const speeds = near("speed");
  const lasting = [
    ...near("permanence"),
    ...modifiers["permanence-adjective"].filter(({ end }) => end === match.start),
  ];
  const [speed, permanence] = [speeds.length > 0, lasting.length > 0];
  const isAction = key.type === "action";
  const rung = isAction
    ? rungOf({ action: key.action.rung, hedge, speed, permanence })
    : (key.rule.reads?.rung ?? 1);
  const rule = isAction ? ladder.get(rung) : key.rule;
  if (rule === undefined) return null;
  const periods = within(modifiers.period, { start: match.end, end: match.end + PERIOD_WITHIN });
  const range = isAction ? stretch(match, [...lasting, ...speeds, ...periods], tokens) : match;
  const start = source.startOf(tokens.starts[range.start] ?? 0);
  const end = source.endOf(tokens.ends[range.end - 1] ?? 0);
  const hasNo = !isAction || holdsNegation(match);
  return {
    tokens: range,
    rule: rule.id,
    object: objectOf(match),
    action: isAction ? key.action.action : "",
    hedge,
    speed,
    permanence,
    polarity: polarityOf(tokens, match, modifiers, governors, vocabulary, hasNo),
    speaker: SPEAKER_OF[passage.zone],
    form: isName ? "name" : isAction ? (key.action.form ?? "sentence") : "sentence",
    rung,
    language: vocabulary.language,
    popupOnly: vocabulary.popupOnly || rule.popupOnly === true,
    start: offset + start,
    end: offset + end,
    quote: passage.text.slice(start, end),
  };
}

/**
 * Every reading of a passage in one language, also what is denied or only asked, overlapping ones included; null where
 * the language finds nothing at all.
 * @param ladder the rule of each rung
 */
export function readPassage(
  passage: Passage,
  vocabulary: Vocabulary,
  ladder: ReadonlyMap<number, Rule>,
): Understanding | null {
  const { source, text, zone } = passage;
  if (!vocabulary.matcher.hasWanted(source.text, 0, source.text.length)) return null;
  const { tokens } = passage;
  const matches = vocabulary.matcher.match(tokens);
  const { claims, cancelled } = claimsIn(matches, tokens.words.length);
  const modifiers = modifiersIn(matches);
  const governors = governorsIn(tokens, modifiers, vocabulary, claims.filter(holdsNegation));
  const at = (token: number) => source.startOf(tokens.starts[token] ?? 0);
  const isShown = zone === "title" || zone === "tile";
  const isName = zone === "title" || (passage.isWhole && isNameOnly(text, tokens, at, vocabulary));
  const understood = { passage, vocabulary, ladder, modifiers, governors, isName };
  const candidates = claims.flatMap((match) => {
    const { key } = match;
    const inCopy = !isShown && !isName;
    // A device is what its name says; what else a name says inside running copy asserts nothing.
    const isDevice = key.type === "rule" && key.rule.family === "devices";
    if (inCopy && !isDevice && isNameInCopy(text, tokens, match, at, vocabulary)) return [];
    if (key.type === "action") {
      const { form, rung } = key.action;
      if (inCopy && form === "name") return [];
      if (inCopy && rung === 5 && holdsNegation(match) && isSloganName(tokens, match, vocabulary)) return [];
      if (isElsewhere(tokens, match, modifiers)) return [];
    }
    return candidateOf(match, understood) ?? [];
  });
  return { candidates, cancelled, known: vocabulary.matcher.known(tokens) };
}
