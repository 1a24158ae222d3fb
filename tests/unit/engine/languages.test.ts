/** How sentences of each language are read. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readRuleSet } from "../../../src/build/rules.ts";
import { createReader } from "../../../src/engine/claims/read.ts";

type Sentences = { SENTENCES: [text: string, readings: string[]][] };

const FOLDER = join(import.meta.dirname, "sentences");
const languages = readdirSync(FOLDER).flatMap((name) => /^([a-z]{2})\.ts$/.exec(name)?.[1] ?? []);
const reader = createReader(readRuleSet());

for (const language of languages) {
  const { SENTENCES }: Sentences = await import(join(FOLDER, `${language}.ts`));
  describe(`in ${language}`, () => {
    test.each(SENTENCES)("%s", (text, expected) => {
      const found = reader
        .read({ text, zone: "description" })
        .filter(({ polarity }) => polarity === "asserted")
        .map(({ rung, quote }) => `${rung}: ${quote}`);
      expect(found).toEqual(expected);
    });
  });
}

test("every language but English, whose sentences stand by kind, has sentences", () => {
  const others = readRuleSet().words.flatMap(({ language }) => (language === "en" ? [] : [language]));
  expect(languages.sort()).toEqual(others.sort());
});
