import type { Plugin } from "vite";
import { readInterfaceTexts } from "../../src/build/interface-texts.ts";
import { interfaceLanguages } from "../../src/build/locales.ts";
import { readRuleSet } from "../../src/build/rules.ts";

const ID = "virtual:interface-texts";

/** Makes the texts of all interface languages importable in tests that run in a browser. */
export function interfaceTextsModule(): Plugin {
  return {
    name: "tests:interface-texts",
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const ruleSet = readRuleSet();
      const texts = interfaceLanguages().map((language) => [language, readInterfaceTexts(language, ruleSet)]);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(texts)))})`;
    },
  };
}
