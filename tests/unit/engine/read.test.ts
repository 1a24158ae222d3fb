/** How sentences are read, beyond the rules' own examples. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRuleSet } from "../../../src/build/rules.ts";
import { createReader } from "../../../src/engine/claims/read.ts";
import type { Zone } from "../../../src/engine/model.ts";
import { QUIET, QUIET_DEVICES } from "./sentences/quiet.ts";
import { NAMES, STRONG } from "./sentences/strong.ts";

const reader = createReader(readRuleSet());

/** Each asserted reading as "rung: quote". */
function read(text: string, zone: Zone = "description"): string[] {
  return reader
    .read({ text, zone })
    .filter(({ polarity }) => polarity === "asserted")
    .map(({ rung, quote }) => `${rung}: ${quote}`);
}

function polarities(text: string): string[] {
  return reader.read({ text, zone: "description" }).map(({ polarity }) => polarity);
}

describe("rung and span", () => {
  test.each([
    ["It shrinks your enlarged pores.", ["4: shrinks your enlarged pores"]],
    ["Shrinks pores forever.", ["5: Shrinks pores forever"]],
    ["Permanently refines pores.", ["4: Permanently refines pores"]],
    ["Minimizes pores in 60 seconds.", ["2: Minimizes pores in 60 seconds"]],
    ["Tightens pores in 7 days.", ["4: Tightens pores in 7 days"]],
    ["Tightens pores for a smoother look.", ["4: Tightens pores"]],
    ["Visibly shrinks pores.", ["3: shrinks pores"]],
    ["For smaller-looking pores.", ["3: smaller-looking pores"]],
    ["Minimizes the look of dark marks and pores.", ["3: Minimizes the look of dark marks and pores"]],
    ["Refines and tightens pores.", ["4: tightens pores"]],
    ["Tightens pores shut.", ["5: Tightens pores shut"]],
    ["Wake up with poreless skin!", ["5: poreless skin"]],
    ["Our Pore\u00adless™ finish is real.", ["5: Pore\u00adless"]],
    ["Ｓｈｒｉｎｋｓ ｐｏｒｅｓ", ["4: Ｓｈｒｉｎｋｓ ｐｏｒｅｓ"]],
    // Two claims, two readings.
    [
      "It tightens pores, and it reduces the visibility of your pores.",
      ["4: tightens pores", "3: reduces the visibility of your pores"],
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("what is not asserted", () => {
  test.each([
    ["It won't shrink pores.", "negated"],
    ["Pores cannot be erased.", "negated"],
    ["No toner can permanently close pores.", "negated"],
    ["You cannot erase, close or shrink pores.", "negated"],
    ["It will not strip or close your pores.", "negated"],
    ["Shrinking pores is impossible.", "negated"],
    ["It's a myth that ice closes pores.", "debunked"],
    ["This ad claims to shrink pores.", "debunked"],
    ["Can a cream really shrink pores?", "question"],
  ])("%s is %s", (text, polarity) => {
    expect(new Set(polarities(text))).toEqual(new Set([polarity]));
  });

  test.each([
    ["It not only shrinks pores but feels good.", ["4: shrinks pores"]],
    ["Contains no parabens, shrinks pores.", ["4: shrinks pores"]],
    ["It does not dry the skin and shrinks pores.", ["4: shrinks pores"]],
    ["Not tested on animals. Shrinks pores.", ["4: Shrinks pores"]],
  ])("%s is asserted all the same", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("a name inside running copy says nothing, a heading does", () => {
    expect(read("Dr. Lume Pores No More Gel is a light gel for oily skin.")).toEqual([]);
    expect(read("Pores No More Gel", "title")).toEqual(["5: Pores No More"]);
    expect(read("Tightens Pores And Calms Skin")).toEqual(["4: Tightens Pores"]);
  });
});

describe.each(Object.entries(QUIET))("no strong claim: %s", (_, sentences) => {
  test.each(sentences)("%s", (text) => {
    expect(read(text).filter((found) => /^[45]/.test(found))).toEqual([]);
  });
});

test.each(QUIET_DEVICES)("no device is offered: %s", (text) => {
  const rules = reader.read({ text, zone: "description" }).filter(({ polarity }) => polarity === "asserted");
  expect(rules.filter(({ object }) => object === "device")).toEqual([]);
});

describe.each(Object.entries(STRONG))("claims %s", (_, sentences) => {
  test.each(sentences)("%s", (text, expected) => {
    expect(read(text).filter((found) => /^[45]/.test(found))).toEqual([expected]);
  });
});

test.each(NAMES)("in the zone %s, %s is a name", (zone, text, expected) => {
  expect(read(text, zone)).toEqual([expected]);
  expect(reader.read({ text, zone }).map(({ form }) => form)).toEqual(["name"]);
});

describe("weaker claims keep their rung", () => {
  test.each([
    ["Refines the look of pores for good skin.", "3: Refines the look of pores"],
    ["I will forever praise how this minimizes pores.", "3: minimizes pores"],
    ["Minimizes pores, safe with permanent make-up.", "3: Minimizes pores"],
    ["Takes off blush instantly and refines pores.", "3: refines pores"],
    ["Reduces pore size and appearance.", "3: Reduces pore size"],
    ["Shrinks (visibly) pores.", "3: Shrinks (visibly) pores"],
    ["Instantly cleans and refines pores.", "2: refines pores"],
    ["Instantly, pores look smaller.", "2: pores look smaller"],
    ["Permanently minimizes pores.", "4: Permanently minimizes pores"],
  ])("%s", (text, expected) => {
    expect(read(text)).toContain(expected);
  });
});

test.each([
  ["title", "seller"],
  ["bullets", "seller"],
  ["description", "seller"],
  ["tile", "seller"],
  ["other", "seller"],
  ["review", "customer"],
  ["article", "editor"],
] as const)("in the zone %s the %s speaks", (zone, speaker) => {
  expect(reader.read({ text: "It shrinks pores.", zone }).map((reading) => reading.speaker)).toEqual([
    speaker,
  ]);
});

test("an ingredient list makes no claims", () => {
  expect(read("Pore Tightening Complex, shrinks pores", "ingredients")).toEqual([]);
});

describe("for any text", () => {
  const bits = fc.constantFrom(
    "shrinks",
    "pores",
    "poreless",
    "the",
    "look",
    "of",
    "not",
    "never",
    "forever",
    "instantly",
    "erases",
    "and",
    ", ",
    ". ",
    "? ",
    " - ",
    "\n",
    "\u00ad",
    "\u200b",
    "ﬁ",
    "ＰＯＲＥＳ",
    "毛穴",
    "💧",
    "(",
    ")",
    "™",
    "’",
  );
  const text = fc.oneof(
    fc.array(bits, { maxLength: 40 }).map((words) => words.join(" ")),
    fc.string({ unit: "binary", maxLength: 200 }),
  );

  test("sentences far away change nothing", () => {
    fc.assert(
      fc.property(text, (source) => {
        const alone = read(source);
        expect(read(`${source}\nA calm and quiet line of words.`)).toEqual(alone);
      }),
      { numRuns: 200 },
    );
  });

  test("upper case reads like lower case", () => {
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 20 }), (words) => {
        const source = words.join(" ").toLowerCase();
        fc.pre(source.toUpperCase().length === source.length);
        const strip = (found: string[]) => found.map((one) => one.toLowerCase());
        expect(strip(read(source.toUpperCase()))).toEqual(strip(read(source)));
      }),
      { numRuns: 200 },
    );
  });
});
