import type { Plugin } from "vite";
import type { RuleSet } from "../engine/model.ts";
import { readRuleSet, ruleFiles } from "./rules.ts";

const ID = "virtual:rule-set";

/** A rule set without what only rule authors and tests read: examples in languages that no explanation is written in. */
function shipped(ruleSet: RuleSet): RuleSet {
  return {
    ...ruleSet,
    rules: ruleSet.rules.map((rule) => ({
      ...rule,
      examples: Object.fromEntries(
        Object.entries(rule.examples).filter(([language]) => language in rule.texts),
      ),
    })),
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
