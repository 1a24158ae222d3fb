/** From the files in src/rules to one rule set, checked as a whole. Runs when building, testing and scanning. */
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { claimAnchors, shortest } from "../engine/claims/anchors.ts";
import type { Active, EvidenceId, Routine, Rule, RuleSet, Source, Support } from "../engine/model.ts";
import {
  activeSchema,
  inciNamesSchema,
  markersSchema,
  routineSchema,
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
    join(root, "routine.yaml"),
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
  supporting: Named<{ supports: Support[]; safety?: EvidenceId[] }>[],
  byId: ReadonlyMap<string, Source>,
) {
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
    checkSafety(read, ["safety"], read.value.safety ?? [], byId);
  }
}

/** Sources of a warning must exist and speak of safety. */
function checkSafety(
  { errorAt }: RuleFile<unknown>,
  path: (string | number)[],
  ids: EvidenceId[],
  byId: ReadonlyMap<string, Source>,
) {
  ids.forEach((id, at) => {
    const source = byId.get(id);
    if (!source) throw errorAt([...path, at], `there is no source "${id}"`);
    if (!source.outcomes.includes("safety"))
      throw errorAt([...path, at], `"${id}" says nothing about safety`);
  });
}

/** Steps and pairs have names of their own, speak of actives that there are, and cite sources that there are. */
function checkRoutine(file: RuleFile<Routine>, actives: Active[], byId: ReadonlyMap<string, Source>) {
  const known = new Set(actives.flatMap(({ id, family }) => [id, family]));
  const { steps, pairs } = file.value;
  const checkList = (path: (string | number)[], names: string[]) => {
    names.forEach((name, at) => {
      if (!known.has(name)) throw file.errorAt([...path, at], `there is no active and no family "${name}"`);
    });
  };
  const checkOnes = (part: "steps" | "pairs", ones: { id: string; evidence: EvidenceId[] }[]) => {
    ones.forEach(({ id, evidence }, at) => {
      if (ones.findIndex((other) => other.id === id) < at)
        throw file.errorAt([part, at, "id"], `there is another one called "${id}"`);
      evidence.forEach((source, index) => {
        if (!byId.has(source))
          throw file.errorAt([part, at, "evidence", index], `there is no source "${source}"`);
      });
    });
  };
  checkOnes("steps", steps);
  checkOnes("pairs", pairs);
  steps.forEach((step, at) => {
    checkList(["steps", at, "actives"], step.actives);
  });
  pairs.forEach((pair, at) => {
    checkList(["pairs", at, "one"], pair.one);
    checkList(["pairs", at, "other"], pair.other);
    if (!pair.together) checkSafety(file, ["pairs", at, "evidence"], pair.evidence, byId);
  });
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
  const byId = new Map(sources.map((source) => [source.id, source]));
  checkEvidence(rules, [...actives, ...treatments], byId);
  const routine = readRuleFile(join(root, "routine.yaml"), routineSchema);
  const activeList = actives.map(({ read }) => read.value);
  checkRoutine(routine, activeList, byId);
  checkPhrases(words, rules, treatments);
  const [ruleList, wordList] = [rules.map(({ read }) => read.value), words.map(({ read }) => read.value)];
  return {
    rules: ruleList.sort(byLadder),
    actives: activeList,
    treatments: treatments.map(({ read }) => read.value),
    routine: routine.value,
    words: wordList,
    anchors: claimAnchors(wordList, ruleList),
    sources,
    onePercentMarkers: readRuleFile(join(root, "one-percent-markers.yaml"), markersSchema).value,
    inciNames: readRuleFile(join(root, "inci-names.yaml"), inciNamesSchema).value,
  };
}

/**
 * Words with which the page side looks for text worth sending, parted by "|": every text in which a rule could find
 * something holds one of them once it is normalised, and many more do.
 */
export function pageAnchors(ruleSet = readRuleSet()): string {
  return shortest(Object.values(ruleSet.anchors ?? {}).flat()).join("|");
}
