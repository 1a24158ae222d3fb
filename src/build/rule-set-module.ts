import type { Plugin } from "vite";
import type { RuleSet } from "../engine/model.ts";
import { readRuleSet, ruleFiles } from "./rules.ts";

const ID = "virtual:rule-set";

/** A rule set without what only rule authors and tests read, and without what people read: that ships with `_locales`. */
export function shipped(ruleSet: RuleSet): RuleSet {
  const { steps, pairs } = ruleSet.routine;
  return {
    ...ruleSet,
    rules: ruleSet.rules.map((rule) => ({
      ...rule,
      texts: {},
      examples: {},
      evidence: rule.evidence.map((one) => ({ ...one, statement: "" })),
    })),
    actives: ruleSet.actives.map((active) => ({ ...active, title: {}, texts: {} })),
    treatments: ruleSet.treatments.map((treatment) => ({
      ...treatment,
      title: {},
      texts: {},
      examples: {},
    })),
    routine: {
      steps: steps.map((step) => ({ ...step, texts: {} })),
      pairs: pairs.map((pair) => ({ ...pair, texts: {} })),
    },
    sources: ruleSet.sources.map((source) => ({ ...source, studyType: "" })),
    words: ruleSet.words.map((words) => ({
      ...words,
      antipatterns: words.antipatterns.map(({ phrase }) => ({ phrase, example: "" })),
    })),
  };
}

/** Makes the rule files importable as one JSON module, so that no YAML parser ships with the extension. */
export function ruleSetModule(): Plugin {
  return {
    name: "poreality:rule-set",
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      for (const file of ruleFiles()) this.addWatchFile(file);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(shipped(readRuleSet())))})`;
    },
  };
}
