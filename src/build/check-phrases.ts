/** Every phrase of every file, checked one by one, so that an error points at the file, line and column that hold it. */
import { anchorWords } from "../engine/claims/anchors.ts";
import { SPECIAL_SETS } from "../engine/claims/vocabulary.ts";
import type { Rule, Treatment, Words } from "../engine/model.ts";
import { compile, needsOf } from "../engine/phrase/compile.ts";
import { type Phrase, PhraseError, parsePhrase } from "../engine/phrase/parse.ts";
import type { RuleFile } from "./rule-files.ts";

type Named<T> = { read: RuleFile<T> };
type Path = (string | number)[];

type Use = { name: string; column: number };

function setsIn(phrase: Phrase): Use[] {
  switch (phrase.kind) {
    case "set":
      return [phrase];
    case "optional":
    case "span":
      return setsIn(phrase.part);
    case "sequence":
      return phrase.parts.flatMap(setsIn);
    case "choice":
      return phrase.options.flatMap(setsIn);
    default:
      return [];
  }
}

/** @throws PhraseError for a phrase that finds something and cannot be read, or that no word of a text announces. */
function checkFinding(phrase: string, sets: Record<string, string[]>): void {
  compile([{ key: null, phrase }], sets);
  anchorWords(needsOf([phrase], sets));
}

function pointing<T>(file: RuleFile<unknown>, path: Path, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    throw file.errorAt(path, error.message, error.column - 1);
  }
}

/** Phrases by matching language that a rule or treatment brings. Each language must have a words file. */
function checkOwn(
  read: RuleFile<Partial<Record<string, Record<string, string[]>>>>,
  field: string,
  words: Map<string, Words>,
): string[] {
  return Object.entries(read.value[field] ?? {}).flatMap(([language, phrases]) => {
    const sets = words.get(language)?.sets;
    if (sets === undefined) throw read.errorAt([field, language], `there is no words file for "${language}"`);
    return phrases.flatMap((phrase, at) =>
      pointing(read, [field, language, at], () => {
        checkFinding(phrase, sets);
        return setsIn(parsePhrase(phrase)).map(({ name }) => `${language} ${name}`);
      }),
    );
  });
}

/** The sets of one words file: readable, without unknown names, and each of some use. */
function checkWords({ read }: Named<Words>, used: Set<string>) {
  const { language, sets, actions, antipatterns } = read.value;
  const use = (phrase: string) => {
    for (const { name } of setsIn(parsePhrase(phrase))) used.add(`${language} ${name}`);
  };
  // Sets first: a mistake in one would else be told of the phrases that use it.
  for (const [name, phrases] of Object.entries(sets)) {
    phrases.forEach((phrase, at) => {
      pointing(read, ["sets", name, at], () => {
        for (const other of setsIn(parsePhrase(phrase))) {
          if (sets[other.name] === undefined)
            throw new PhraseError(`There is no set "${other.name}"`, other.column);
        }
        use(phrase);
        if (SPECIAL_SETS.phrases.includes(name)) compile([{ key: null, phrase }], sets);
      });
    });
  }
  const check = (path: Path, phrase: string) =>
    pointing(read, path, () => {
      checkFinding(phrase, sets);
      use(phrase);
    });
  actions.forEach(({ phrases }, action) => {
    phrases.forEach((phrase, at) => {
      check(["actions", action, "phrases", at], phrase);
    });
  });
  antipatterns.forEach(({ phrase }, at) => {
    check(["antipatterns", at, "phrase"], phrase);
  });
}

/** @throws RuleFileError for the first phrase that cannot be read, and for a set that nothing uses, as a misspelt one is. */
export function checkPhrases(
  words: Named<Words>[],
  rules: Named<Rule>[],
  treatments: Named<Treatment>[],
): void {
  const used = new Set<string>();
  for (const one of words) checkWords(one, used);
  const byLanguage = new Map(words.map(({ read }) => [read.value.language, read.value]));
  const own = (read: RuleFile<unknown>, fields: string[]) => {
    for (const field of fields) {
      const file = read as RuleFile<Partial<Record<string, Record<string, string[]>>>>;
      for (const name of checkOwn(file, field, byLanguage)) used.add(name);
    }
  };
  for (const { read } of rules) own(read, ["phrases", "antipatterns"]);
  for (const { read } of treatments) own(read, ["names", "antipatterns"]);
  for (const { read } of words) {
    const { language, sets } = read.value;
    for (const name of Object.keys(sets)) {
      const isSpecial = SPECIAL_SETS.phrases.includes(name) || SPECIAL_SETS.words.includes(name);
      if (!isSpecial && !used.has(`${language} ${name}`)) {
        throw read.errorAt(
          ["sets", name],
          `no phrase uses the set "${name}", and it has no meaning of its own`,
        );
      }
    }
  }
}
