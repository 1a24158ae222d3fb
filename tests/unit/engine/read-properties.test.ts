/** What holds of every text, whatever stands in it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRuleSet } from "../../../src/build/rules.ts";
import { createReader, READINGS_MOST } from "../../../src/engine/claims/read.ts";
import { ZONES, type Zone } from "../../../src/engine/model.ts";
import { soup } from "../../bench/text.ts";
import { cost } from "../cost.ts";

const ruleSet = readRuleSet();
const reader = createReader(ruleSet);
const read = (text: string, zone: Zone = "description") => reader.read({ text, zone });

/** Pieces that claims are made of, in every language, among which rules have the most to do. */
const pieces = [
  ...ruleSet.rules.flatMap(({ examples }) =>
    Object.values(examples).flatMap(({ flags, passes }) =>
      [...flags, ...passes].map((text) => text.replace("[[", "").replace("]]", "")),
    ),
  ),
  "pores",
  "毛孔",
  "毛穴",
  "모공",
  "shrinks",
  "does not",
  "visibly",
  "?",
  ". ",
  ", ",
  "\n",
  "\u00ad",
  "\u200b",
  "™",
  "“",
  "(",
  "\ud83c",
  "\u0301",
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary" })), { maxLength: 12 })
  .map((parts) => parts.join(" "));

describe("for any text", () => {
  test("nothing throws, and every reading's offsets slice to its quote", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...ZONES), (source, zone) => {
        for (const { start, end, quote } of read(source, zone)) {
          expect(start).toBeLessThan(end);
          expect(source.slice(start, end)).toBe(quote);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("readings stand in order, and those of one object do not overlap", () => {
    fc.assert(
      fc.property(text, (source) => {
        const readings = read(source);
        for (const object of new Set(readings.map((one) => one.object))) {
          const own = readings.filter((one) => one.object === object);
          own.forEach((one, at) => {
            expect(one.start).toBeGreaterThanOrEqual(own[at - 1]?.end ?? 0);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  test("text far away changes nothing", () => {
    const filler = "A light lotion for every day. ".repeat(60);
    fc.assert(
      fc.property(fc.constantFrom(...pieces), (piece) => {
        // Not what a short text is as a whole: a name alone is one no more among sentences.
        const among = (source: string) => `It comes in glass.\n${source}\nMade for mornings.`;
        const strip = (source: string, offset: number) =>
          read(source).map(({ start, end, form: _, ...rest }) => ({
            ...rest,
            start: start - offset,
            end: end - offset,
          }));
        const alone = strip(among(piece), 0);
        expect(strip(`${filler}\n\n${among(piece)}\n\n${filler}`, filler.length + 2)).toEqual(alone);
      }),
      { numRuns: 200 },
    );
  });
});

describe("ways to write the same", () => {
  const fullWidth = (source: string) =>
    source.replace(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));
  const softHyphens = (source: string) =>
    source.replace(/(\p{Script=Latin})(?=\p{Script=Latin})/gu, "$1\u00ad");
  const flags = ruleSet.rules.flatMap((rule) =>
    Object.values(rule.examples).flatMap((examples) =>
      examples.flags.map((flag) => flag.replace("[[", "").replace("]]", "")),
    ),
  );
  const said = (source: string) =>
    read(source).map(({ rule, rung, polarity, hedge, speed, permanence }) => ({
      rule,
      rung,
      polarity,
      hedge,
      speed,
      permanence,
    }));

  test.each([
    ["lower case", (source: string) => source.toLowerCase()],
    ["upper case", (source: string) => source.toUpperCase()],
    ["full width", fullWidth],
    ["soft hyphens", softHyphens],
    ["marks of direction", (source: string) => source.replace(/(?<=p)(?=o)/giu, "\u200e\u00ad")],
    ["accents apart", (source: string) => source.normalize("NFD")],
  ])("%s makes no difference to a sentence without names", (_, rewrite) => {
    // Names are told by their capitals, so the sentences start from one way of writing.
    for (const flag of flags.map((one) => one.toLowerCase())) {
      expect(said(rewrite(flag)), rewrite(flag)).toEqual(said(flag));
    }
  });
});

describe("cost", () => {
  const line = "A light serum for dry and oily skin that feels soft after a long day. ";
  const claim = "A gentle serum that tightens pores and calms the skin after a long day. ";
  const plain = `${line.repeat(9)}${claim}`.repeat(280);
  const perCharacter = (source: string) => cost(() => read(source)) / source.length;
  const size = 200_000;

  test.each([
    ["pores", "pore ".repeat(size / 5)],
    ["one word", "pore".repeat(size / 4)],
    ["a word without pores", "a".repeat(size)],
    ["nested quotes", `${"“‘".repeat(size / 4)}shrinks pores${"’”".repeat(size / 4)}`],
    ["hedges", `${"visibly ".repeat(size / 8)}shrinks pores`],
    ["the rules' own words in any order", soup(size)],
    ["hyphens", `shrink${"-".repeat(size)}pores`],
    ["brackets", "(".repeat(size)],
  ])("a hostile text of %s costs at most three times a plain one a character", (_, hostile) => {
    perCharacter(plain);
    perCharacter(hostile);
    // The machine may be at something else just then: the best of three.
    const ratios = [0, 1, 2].map(() => perCharacter(hostile) / perCharacter(plain));
    expect(Math.min(...ratios)).toBeLessThan(3);
  });

  test("a hostile text of Han, in which each character is a word, costs at most ten times", () => {
    const hostile = "毛孔".repeat(size / 2);
    perCharacter(plain);
    perCharacter(hostile);
    const ratios = [0, 1, 2].map(() => perCharacter(hostile) / perCharacter(plain));
    expect(Math.min(...ratios)).toBeLessThan(10);
  });

  test.each([
    ["claims", "shrinks pores "],
    ["denied claims", "no cream can (not shrink pores, "],
    ["verbs that share pores", "pores and tighten and "],
  ])("a text of nothing but %s costs no more than its length, and is capped", (_, unit) => {
    const [short, long] = [unit.repeat(400), unit.repeat(1_600)];
    perCharacter(long);
    const ratios = [0, 1, 2].map(() => perCharacter(long) / perCharacter(short));
    expect(Math.min(...ratios)).toBeLessThan(2);
    expect(read(unit.repeat(20_000)).length).toBeLessThanOrEqual(READINGS_MOST);
  });
});
