/** The `_locales` of the built extension: texts of the interface from assets, and what people read of the rules. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import type { RuleSet } from "../engine/model.ts";
import { readInterfaceTexts, SOURCE_LANGUAGE, translationFile } from "./interface-texts.ts";
import { readRuleSet } from "./rules.ts";

const ASSETS = join(dirname(fileURLToPath(import.meta.url)), "../../assets/_locales");
/** Under this key stands what people read of the rules, as JSON: the browser loads the reader's language and no other. */
export const RULE_TEXTS_KEY = "rule_texts";

/** Codes of the interface languages: the folders of assets/_locales. */
export function interfaceLanguages(): string[] {
  return readdirSync(ASSETS).sort();
}

/** The messages of one language as the browser gets them. `$` is doubled, as in all of `_locales`. */
export function localeMessages(language: string, ruleSet: RuleSet): Record<string, { message: string }> {
  const file = join(ASSETS, language, "messages.json");
  const messages = JSON.parse(readFileSync(file, "utf8")) as Record<string, { message: string }>;
  const texts = JSON.stringify(readInterfaceTexts(language, ruleSet)).replaceAll("$", "$$$$");
  return {
    ...Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, { message }])),
    [RULE_TEXTS_KEY]: { message: texts },
  };
}

/** Writes `_locales` into the built extension, over what was copied from assets. */
export function locales(): Plugin {
  let out = "";
  return {
    name: "poreality:locales",
    configResolved: ({ build }) => {
      out = build.outDir;
    },
    buildStart() {
      for (const language of interfaceLanguages())
        if (language !== SOURCE_LANGUAGE) this.addWatchFile(translationFile(language));
    },
    writeBundle() {
      const ruleSet = readRuleSet();
      for (const language of interfaceLanguages()) {
        const folder = join(out, "_locales", language);
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, "messages.json"), JSON.stringify(localeMessages(language, ruleSet)));
      }
    },
  };
}
