import type { Plugin } from "vite";
import { readRuleSet, ruleFiles } from "./rules.ts";

const ID = "virtual:rule-set";

/** Makes the rule files importable as one JSON module, so that no YAML parser ships with the extension. */
export function ruleSetModule(): Plugin {
  return {
    name: "poreality:rule-set",
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      for (const file of ruleFiles()) this.addWatchFile(file);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(readRuleSet()))})`;
    },
  };
}
