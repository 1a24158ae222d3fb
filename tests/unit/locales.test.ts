/** Texts of the interface: every key that the program asks for is there, and none is left over. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import messages from "../../assets/_locales/en/messages.json" with { type: "json" };
import manifest from "../../manifest.json" with { type: "json" };
import { readRuleSet } from "../../src/build/rules.ts";
import {
  CERTAINTIES,
  NOT_CHECKED,
  PRODUCT_KINDS,
  RUNGS,
  SUMMARIES,
  TIMES_OF_DAY,
  UNSURE_REASONS,
  VERDICTS,
} from "../../src/engine/model.ts";
import { SOURCE_USES } from "../../src/messaging/messages.ts";
import { keyOf } from "../../src/ui/strings.tsx";

const texts: Record<string, { message: string; description?: string } | undefined> = messages;
const keys = Object.keys(messages);

/** Ways to access other than that of known shops, of which nothing is said. */
const ASKED_FOR = ["once", "always"];
const MARKS = ["default", "everything", "nothing"];

/** Keys that are put together from a family and an id: `keyOf("verdict", verdict)`. */
const FAMILIES: Record<string, readonly (string | number)[]> = {
  verdict: VERDICTS,
  access: ASKED_FOR,
  access_stop: ASKED_FOR,
  tally: VERDICTS,
  summary: SUMMARIES,
  not_checked: NOT_CHECKED,
  certainty: CERTAINTIES,
  advice_time: TIMES_OF_DAY,
  kind: PRODUCT_KINDS,
  kind_name: PRODUCT_KINDS,
  reason: UNSURE_REASONS,
  rung: RUNGS,
  ladder: ["both", "gap", "unknown", "supported", "none"],
  options_mark: [...MARKS, ...MARKS.map((mark) => `${mark}_text`)],
  check_kind: PRODUCT_KINDS.filter((kind) => kind !== "unknown"),
  routine_look: readRuleSet().routine.steps.map(({ id }) => id),
  welcome_verdict: VERDICTS,
  source_use: SOURCE_USES,
  family: [...new Set(readRuleSet().rules.map((rule) => rule.family))],
};

const root = new URL("../../src/", import.meta.url);
const source = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(new URL(file, root), "utf8"))
  .join("\n");

/** Every `name("literal"` in the source. */
function literalsOf(...names: string[]): string[] {
  const call = new RegExp(`(?<![\\w$])(?:${names.join("|")})\\(\\s*"([^"]+)"`, "g");
  return [...source.matchAll(call)].map((match) => match[1] ?? "");
}

/** Both keys of `t(condition ? "one" : "other")`. */
const chosen = [...source.matchAll(/(?<![\w$])(?:t|getMessage)\([^()"]*\? "([^"]+)" : "([^"]+)"\)/g)].flatMap(
  (match) => match.slice(1),
);
const asked = [...literalsOf("t", "getMessage"), ...chosen].filter((key) => !key.startsWith("@@"));
const counted = literalsOf("plural");
const families = literalsOf("keyOf");
const inManifest = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map((match) => match[1] ?? "");

const needed = new Set([
  ...asked,
  ...inManifest,
  ...counted.flatMap((key) => [`${key}_one`, `${key}_other`]),
  ...Object.entries(FAMILIES).flatMap(([family, ids]) => ids.map((id) => keyOf(family, id))),
]);

describe("texts of the interface", () => {
  test("the source was read", () => {
    expect(asked.length).toBeGreaterThan(50);
    expect(counted).toContain("rulings");
    expect(inManifest).toContain("extension_name");
  });

  test("every key that is used is there", () => {
    expect([...needed].filter((key) => texts[key] === undefined)).toEqual([]);
  });

  test("every key that is there is used", () => {
    expect(keys.filter((key) => !needed.has(key))).toEqual([]);
  });

  test("every family of keys in the source is listed here, and the other way round", () => {
    expect([...new Set(families)].sort()).toEqual(Object.keys(FAMILIES).sort());
  });

  test("per cent is written as in the texts of the rules: 5%", () => {
    expect(keys.filter((key) => /\s%|per ?cent/i.test(texts[key]?.message ?? ""))).toEqual([]);
  });

  test("keys are such as browsers take, texts are not empty", () => {
    expect(keys.filter((key) => !/^[A-Za-z0-9_@]+$/.test(key))).toEqual([]);
    expect(keys.filter((key) => (texts[key]?.message ?? "").trim() === "")).toEqual([]);
  });

  test("a text with a gap to fill tells the translator what goes there", () => {
    const silent = keys.filter((key) => /\$\d/.test(texts[key]?.message ?? "") && !texts[key]?.description);
    expect(silent).toEqual([]);
  });
});

const folder = new URL("../../assets/_locales/", import.meta.url);
const languages = readdirSync(folder);

/** Longest name and description that the stores take. */
const NAME_MOST = 75;
const DESCRIPTION_MOST = 132;
/** Texts up to this length stand on buttons and badges: a translation of one may be so much longer. */
const SHORT = 20;
const LONGER = 1.6;
const LONGER_AT_LEAST = 15;

test("there are four languages", () => {
  expect(languages.sort()).toEqual(["de", "en", "es", "fr"]);
});

describe.each(languages)("texts in %s", (language) => {
  const own = JSON.parse(readFileSync(new URL(`${language}/messages.json`, folder), "utf8")) as typeof texts;
  const message = (key: string) => own[key]?.message ?? "";
  const gapsOf = (text = "") => [...new Set(text.match(/\$\d/g))].sort();

  test("name their language, and fit the stores", () => {
    expect(message("ui_language")).toBe(language);
    expect(message("product_name")).toBe("Poreality");
    expect(message("extension_name").length).toBeLessThanOrEqual(NAME_MOST);
    expect(message("extension_description").length).toBeLessThanOrEqual(DESCRIPTION_MOST);
  });

  test("are there for every key, and for no other", () => {
    expect(keys.filter((key) => message(key).trim() === "")).toEqual([]);
    expect(Object.keys(own).filter((key) => texts[key] === undefined)).toEqual([]);
  });

  test("have the gaps of the English text", () => {
    const other = keys.filter((key) => `${gapsOf(message(key))}` !== `${gapsOf(texts[key]?.message)}`);
    expect(other).toEqual([]);
  });

  test("are short where the English text is short", () => {
    const long = keys.filter((key) => {
      const { length } = texts[key]?.message ?? "";
      return length <= SHORT && message(key).length > Math.max(LONGER_AT_LEAST, length * LONGER);
    });
    expect(long.map((key) => `${key}: ${message(key)}`)).toEqual([]);
  });

  test("write per cent as 5%", () => {
    expect(keys.filter((key) => /\s%/.test(message(key)))).toEqual([]);
  });
});
