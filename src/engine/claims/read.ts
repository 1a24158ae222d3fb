/** From a block of text to readings, over all languages and all rules. */
import type { Block, Language, Reading, Rule, RuleSet } from "../model.ts";
import { type AnchorFinder, claimAnchors, createAnchorFinder, isOddlyWritten } from "./anchors.ts";
import { agreed, strongest, type Understanding } from "./overlap.ts";
import { Passage, readPassage } from "./passage.ts";
import { compileVocabulary, type Vocabulary } from "./vocabulary.ts";
import { windowsOf } from "./windows.ts";

export type Reader = {
  /**
   * Reads one block. Every reading is returned, also what is denied or only asked (see `polarity`); offsets are
   * UTF-16 into `block.text` and `quote` is exactly that slice. Of a text that holds more than `READINGS_MOST` the first
   * ones. Never throws, whatever the text.
   */
  read(block: Pick<Block, "text" | "zone">): Reading[];
};

/** More readings than this in one block are no shop's copy, and are not looked for. */
export const READINGS_MOST = 2_000;

/**
 * Steps that may be worked out anew for one block. Shop copy needs a few dozen; a heap of the rules' own words in random
 * order needs one for each word, and is no more looked through.
 */
const WORKED_MOST = 4_000;

/** A language is compiled when its first word is met: few pages hold more than two. */
type LazyVocabulary = {
  language: Language;
  anchors: AnchorFinder;
  get(): Vocabulary;
  /** Steps worked out so far. */
  worked(): number;
};

/**
 * Makes a reader of blocks from a rule set.
 * @throws PhraseError if a phrase cannot be read; Error if no rule covers a rung that the words can give. A language's
 * phrases are compiled when first needed; a set that passed the build has none that throws.
 */
export function createReader(ruleSet: Pick<RuleSet, "rules" | "words" | "anchors">): Reader {
  const ladder = new Map<number, Rule>();
  for (const rule of ruleSet.rules) {
    if (rule.covers?.object === "pores" && !rule.covers.unhedged) ladder.set(rule.covers.rung, rule);
  }
  for (const { language, actions } of ruleSet.words) {
    const missing = actions.find(({ rung }) => !ladder.has(rung));
    if (missing) throw new Error(`No rule covers rung ${missing.rung} ("${missing.action}" in ${language})`);
  }
  const anchorsOf = ruleSet.anchors ?? claimAnchors(ruleSet.words, ruleSet.rules);
  const anchors = createAnchorFinder(Object.values(anchorsOf).flat());
  const vocabularies = ruleSet.words.map((words): LazyVocabulary => {
    let compiled: Vocabulary | undefined;
    return {
      language: words.language,
      anchors: createAnchorFinder(anchorsOf[words.language] ?? []),
      get() {
        compiled ??= compileVocabulary(words, ruleSet.rules);
        return compiled;
      },
      worked: () => compiled?.matcher.worked() ?? 0,
    };
  });

  return {
    read(block) {
      if (block.zone === "ingredients") return [];
      const readings: Reading[] = [];
      const worked = () => vocabularies.reduce((sum, vocabulary) => sum + vocabulary.worked(), 0);
      const before = worked();
      const odd = isOddlyWritten(block.text);
      for (const { start, end } of windowsOf(block.text, anchors, odd)) {
        const passage = new Passage(block, start, end);
        const understandings = vocabularies.flatMap((vocabulary): Understanding[] => {
          if (!vocabulary.anchors.isIn(passage.text, odd)) return [];
          const understanding = readPassage(passage, vocabulary.get(), ladder);
          return understanding === null ? [] : [understanding];
        });
        const length = understandings.length === 0 ? 0 : passage.tokens.words.length;
        for (const { tokens: _, ...reading } of strongest(agreed(understandings, length), length)) {
          readings.push(reading);
        }
        if (readings.length >= READINGS_MOST || worked() - before > WORKED_MOST) break;
      }
      return readings.slice(0, READINGS_MOST);
    },
  };
}
