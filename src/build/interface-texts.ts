/** What people read of the rules, by interface language: English from the rule files, others from src/rules/texts. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { InterfaceTexts, RuleSet, RuleTexts } from "../engine/model.ts";
import { type Translation, translationSchema } from "../rules/schema.ts";
import { type RuleFile, readRuleFile } from "./rule-files.ts";

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "../rules/texts");
/** The language in which rule authors write. */
export const SOURCE_LANGUAGE = "en";

/** The file that holds a language's translation; English has none. */
export const translationFile = (language: string, folder = FOLDER): string =>
  join(folder, `${language}.yaml`);

function byId<T extends { id: string }, R>(items: readonly T[], of: (item: T) => R): Record<string, R> {
  return Object.fromEntries(items.map((item) => [item.id, of(item)]));
}

const sourceOf = <T>(texts: Record<string, T>): T => texts[SOURCE_LANGUAGE] as T;

/** The English texts, in the form of a translation. */
function sourceTexts({ rules, actives, treatments, routine, sources }: RuleSet): Translation {
  return {
    language: SOURCE_LANGUAGE,
    rules: byId(rules, ({ texts, evidence }) => ({
      ...sourceOf(texts),
      statements: Object.fromEntries(evidence.map(({ id, statement }) => [id, statement])),
    })),
    actives: byId(actives, ({ title, texts }) => ({ title: sourceOf(title), ...sourceOf(texts) })),
    treatments: byId(treatments, ({ title, texts }) => ({ title: sourceOf(title), ...sourceOf(texts) })),
    steps: byId(routine.steps, ({ texts }) => sourceOf(texts)),
    pairs: byId(routine.pairs, ({ texts }) => sourceOf(texts)),
    studyTypes: byId(sources, ({ studyType }) => studyType),
  };
}

const GAP = "{supported}";

/** A translation says all that the source says, nothing else, and has its gaps. @throws RuleFileError where not */
function checkWhole(file: RuleFile<Translation>, source: unknown, own: unknown, path: string[]): void {
  if (typeof source === "object" && source !== null) {
    if (typeof own !== "object" || own === null) throw file.errorAt(path, `${path.join(".")} is missing`);
    const keys = new Set([...Object.keys(source), ...Object.keys(own)]);
    for (const key of keys) {
      const [theirs, ours] = [source, own].map((texts) => (texts as Record<string, unknown>)[key]);
      if (theirs === undefined && ours !== undefined)
        throw file.errorAt([...path, key], `there is no English text for ${[...path, key].join(".")}`);
      if (theirs !== undefined) checkWhole(file, theirs, ours, [...path, key]);
    }
    return;
  }
  if (own === undefined) throw file.errorAt(path, `${path.join(".")} is missing`);
  if (String(source).includes(GAP) !== String(own).includes(GAP))
    throw file.errorAt(path, `${path.join(".")} must have ${GAP} where the English text has it`);
}

/**
 * The texts in one language, with the examples of the same language.
 * @throws RuleFileError naming file, line and column for a translation that is not whole or belongs to another language.
 */
export function readInterfaceTexts(language: string, ruleSet: RuleSet, folder = FOLDER): InterfaceTexts {
  const source = sourceTexts(ruleSet);
  let own = source;
  if (language !== SOURCE_LANGUAGE) {
    const path = translationFile(language, folder);
    if (!existsSync(path)) throw new Error(`${path} is missing: ${language} has texts of the interface only`);
    const file = readRuleFile(path, translationSchema);
    own = file.value;
    if (own.language !== language)
      throw file.errorAt(["language"], `the language must be the file's name, ${language}`);
    const { language: _, ...texts } = source;
    checkWhole(file, texts, { ...own, language: undefined }, []);
  }
  const { rules, actives, treatments, steps, pairs, studyTypes } = own;
  return {
    rules: byId(ruleSet.rules, ({ id, examples }) => {
      const { statements, ...texts } = rules[id] as Translation["rules"][string];
      const { flags = [], passes = [] } = examples[language] ?? {};
      return { texts: texts as RuleTexts, statements, flags, passes };
    }),
    actives,
    treatments,
    steps,
    pairs,
    studyTypes,
  };
}
