/** From the files in src/rules to one rule set, checked as a whole. Runs when building, testing and scanning. */
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { anchorSource, claimAnchors } from "../engine/claims/anchors.ts";
import type { Rule, RuleSet, Source, Support, Treatment } from "../engine/model.ts";
import {
  activeSchema,
  inciNamesSchema,
  markersSchema,
  ruleSchema,
  sourcesSchema,
  treatmentSchema,
  wordsSchema,
} from "../rules/schema.ts";
import { checkPhrases } from "./check-phrases.ts";
import { type RuleFile, readRuleFile } from "./rule-files.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../rules");

function filesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(root, folder, name));
}

/** Every file that a rule set is made of. */
export function ruleFiles(root = ROOT): string[] {
  return [
    ...filesIn(root, "claims"),
    ...filesIn(root, "actives"),
    ...filesIn(root, "treatments"),
    ...filesIn(root, "words"),
    join(root, "sources.yaml"),
    join(root, "one-percent-markers.yaml"),
    join(root, "inci-names.yaml"),
  ];
}

type Named<T> = { file: string; read: RuleFile<T> };

function checkIds(named: Named<{ id: string }>[]) {
  for (const { file, read } of named) {
    if (read.value.id !== basename(file, ".yaml")) throw read.errorAt(["id"], `id must be the file's name`);
  }
}

/** No id may be there twice: the second would quietly stand in for the first. */
function checkTwice(sources: Source[], { errorAt }: RuleFile<unknown>) {
  const seen = new Set<string>();
  sources.forEach(({ id }, at) => {
    if (seen.has(id)) throw errorAt([at], `there is another source "${id}"`);
    seen.add(id);
  });
}

/** Each cited source must exist and have measured what it is cited for. */
function checkEvidence(
  rules: Named<Rule>[],
  supporting: Named<{ supports: Support[] }>[],
  treatments: Named<Treatment>[],
  sources: Source[],
) {
  const byId = new Map(sources.map((source) => [source.id, source]));
  for (const { read } of rules) {
    read.value.evidence.forEach(({ id, outcome }, at) => {
      const source = byId.get(id);
      if (!source) throw read.errorAt(["evidence", at], `there is no source "${id}"`);
      if (!source.outcomes.includes(outcome)) {
        throw read.errorAt(["evidence", at], `"${id}" says nothing about ${outcome}`);
      }
    });
    read.value.regulators.forEach(({ id }, at) => {
      if (!byId.has(id)) throw read.errorAt(["regulators", at], `there is no source "${id}"`);
    });
  }
  for (const { read } of supporting) {
    read.value.supports.forEach((support, at) => {
      for (const id of support.evidence) {
        const source = byId.get(id);
        if (!source) throw read.errorAt(["supports", at], `there is no source "${id}"`);
        if (!source.outcomes.includes(support.outcome))
          throw read.errorAt(["supports", at], `"${id}" did not measure ${support.outcome}`);
      }
    });
  }
  for (const { read } of treatments) {
    read.value.safety.forEach((id, at) => {
      const source = byId.get(id);
      if (!source) throw read.errorAt(["safety", at], `there is no source "${id}"`);
      if (!source.outcomes.includes("safety"))
        throw read.errorAt(["safety", at], `"${id}" says nothing about safety`);
    });
  }
}

/** The order in which rules are listed: the ladder from the top, then the others by id. */
function byLadder(a: Rule, b: Rule): number {
  return (b.covers?.rung ?? 0) - (a.covers?.rung ?? 0) || a.id.localeCompare(b.id);
}

/**
 * Reads all rule files.
 * @throws RuleFileError with file, line and column of the first mistake.
 */
export function readRuleSet(root = ROOT): RuleSet {
  const rules = filesIn(root, "claims").map((file) => ({ file, read: readRuleFile(file, ruleSchema) }));
  const actives = filesIn(root, "actives").map((file) => ({ file, read: readRuleFile(file, activeSchema) }));
  const treatments = filesIn(root, "treatments").map((file) => ({
    file,
    read: readRuleFile(file, treatmentSchema),
  }));
  const words = filesIn(root, "words").map((file) => ({ file, read: readRuleFile(file, wordsSchema) }));
  const sourceFile = readRuleFile(join(root, "sources.yaml"), sourcesSchema);
  const sources = sourceFile.value;
  checkTwice(sources, sourceFile);
  checkIds([...rules, ...actives, ...treatments]);
  checkEvidence(rules, [...actives, ...treatments], treatments, sources);
  checkPhrases(words, rules, treatments);
  const [ruleList, wordList] = [rules.map(({ read }) => read.value), words.map(({ read }) => read.value)];
  return {
    rules: ruleList.sort(byLadder),
    actives: actives.map(({ read }) => read.value),
    treatments: treatments.map(({ read }) => read.value),
    words: wordList,
    anchors: claimAnchors(wordList, ruleList),
    sources,
    onePercentMarkers: readRuleFile(join(root, "one-percent-markers.yaml"), markersSchema).value,
    inciNames: readRuleFile(join(root, "inci-names.yaml"), inciNamesSchema).value,
  };
}

/**
 * Source of the regular expression with which the page side looks for text worth sending: every text in which a rule
 * could find something matches it (but for the odd writing that decision 8 gives up), and many more do.
 */
export function pageAnchors(ruleSet = readRuleSet()): string {
  return anchorSource(Object.values(ruleSet.anchors ?? {}).flat());
}
