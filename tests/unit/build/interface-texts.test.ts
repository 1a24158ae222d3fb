/** What people read of the rules in other languages: whole, with its gaps, and short enough to read. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readInterfaceTexts } from "../../../src/build/interface-texts.ts";
import { interfaceLanguages, localeMessages, RULE_TEXTS_KEY } from "../../../src/build/locales.ts";
import { shipped } from "../../../src/build/rule-set-module.ts";
import { readRuleSet } from "../../../src/build/rules.ts";

const ruleSet = readRuleSet();
const TEXT_MOST = 300;

describe.each(interfaceLanguages())("texts in %s", (language) => {
  const texts = readInterfaceTexts(language, ruleSet);

  test("are there for every rule, with examples of the same language", () => {
    expect(Object.keys(texts.rules)).toEqual(ruleSet.rules.map(({ id }) => id));
    const ladder = ruleSet.rules.filter(({ covers }) => covers !== undefined && !covers.unhedged);
    for (const { id } of ladder) expect(texts.rules[id]?.flags.length, id).toBeGreaterThan(2);
  });

  test("are short enough to read, and clauses are clauses", () => {
    const all = [
      ...Object.values(texts.rules).flatMap(({ texts: own }) => Object.values(own)),
      ...Object.values(texts.actives).flatMap((own) => Object.values(own)),
      ...Object.values(texts.treatments).flatMap((own) => Object.values(own)),
      ...Object.values(texts.steps).flatMap((own) => Object.values(own)),
      ...Object.values(texts.pairs).flatMap((own) => Object.values(own)),
    ];
    expect(all.filter((text) => text.length > TEXT_MOST)).toEqual([]);
    const clauses = [...Object.values(texts.actives), ...Object.values(texts.treatments)];
    expect(clauses.map(({ can }) => can).filter((can) => /[.!?]$/.test(can))).toEqual([]);
  });

  test("come out of the browser's messages as they went in", () => {
    const { message } = localeMessages(language, ruleSet)[RULE_TEXTS_KEY] as { message: string };
    expect(message).not.toMatch(/\$(?!\$)(?<!\$\$)/);
    expect(JSON.parse(message.replaceAll("$$", "$"))).toEqual(texts);
  });
});

test("the rule set that ships holds nothing that people read", () => {
  const json = JSON.stringify(shipped(ruleSet));
  const [rule] = ruleSet.rules;
  expect(json).not.toContain(rule?.texts.en?.says);
  expect(json).not.toContain(ruleSet.actives[0]?.texts.en?.does);
  expect(json).not.toContain(ruleSet.routine.steps[0]?.texts.en?.do);
});

describe("a translation", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "texts-"));
    cpSync(join(import.meta.dirname, "../../../src/rules/texts"), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each([
    ["a missing text", /^ {4}because: .*\n/m, "", /de\.yaml:\d+:\d+: .*because is missing/],
    ["a text that English lacks", "    says: ", "    because@drug: Nein.\n    says: ", /because@drug/],
    ["an unknown part", "    says: ", "    sayz: ", /de\.yaml:\d+:\d+: /],
    ["a gap that was lost", "{supported}", "viel", /de\.yaml:\d+:\d+: .*must have \{supported\}/],
    ["another language", "language: de", "language: fr", /de\.yaml:1:11: the language must be/],
  ])("with %s is refused with its place", (_, from, to, message) => {
    const file = join(folder, "de.yaml");
    const before = readFileSync(file, "utf8");
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(file, after);
    expect(() => readInterfaceTexts("de", ruleSet, folder)).toThrow(message);
  });

  test("that is not there at all is named", () => {
    expect(() => readInterfaceTexts("xx", ruleSet, folder)).toThrow(/xx\.yaml is missing/);
  });
});
