/** What is advised for a label and a kind of product. */
import { describe, expect, test } from "vitest";
import { readRuleSet } from "../../../src/build/rules.ts";
import { adviceFor } from "../../../src/engine/advice.ts";
import { createEngine } from "../../../src/engine/engine.ts";
import type { ProductKind } from "../../../src/engine/model.ts";

const ruleSet = readRuleSet();
const engine = createEngine(ruleSet);
const facts = {
  type: "product",
  name: "Lumora",
  brand: "",
  category: "",
  ingredients: "",
  shop: null,
} as const;

function advice(list: string | null, kind: ProductKind = "leave-on") {
  const label = list === null ? null : engine.readLabel(list);
  return engine.judge({
    facts,
    kind,
    readings: [],
    labels: label === null ? [] : [label],
    settings: { rules: {}, mark: "default" },
    truncated: false,
    otherLanguages: false,
  }).advice;
}

const stepsOf = (list: string, kind?: ProductKind) => advice(list, kind)?.steps.map(({ step }) => step) ?? [];
const pairsOf = (list: string, kind?: ProductKind) =>
  advice(list, kind)?.pairs.map(({ pair, inside }) => `${pair}: ${inside}`) ?? [];

describe("steps", () => {
  test.each<[string, ProductKind, string[]]>([
    ["Aqua, Niacinamide, Glycerin, Parfum", "leave-on", ["niacinamide"]],
    ["Aqua, Niacinamide, Glycerin, Parfum", "unknown", ["niacinamide"]],
    ["Aqua, Niacinamide, Salicylic Acid, Parfum", "leave-on", ["niacinamide", "salicylic-acid"]],
    ["Aqua, Glycerin, Phenoxyethanol, Retinol", "leave-on", ["retinoid"]],
    ["Aqua, Glycerin, Adapalene 0.1%", "drug", ["retinoid"]],
    ["Aqua, Kaolin, Glycerin, Parfum", "rinse-off", ["clay-mask"]],
    ["Aqua, Zinc Oxide, Niacinamide, Parfum", "sunscreen", ["niacinamide", "sunscreen"]],
    // Washed off, these have no evidence.
    ["Aqua, Niacinamide, Glycerin, Parfum", "rinse-off", []],
    ["Aqua, Glycerin, Retinol, Parfum", "rinse-off", []],
    // Make-up with a filter, or a serum that a filter keeps from fading, is no sunscreen.
    ["Aqua, Zinc Oxide, Glycerin, Parfum", "makeup", []],
    ["Aqua, Glycerin, Octocrylene, Parfum", "leave-on", []],
    // Clay further down thickens, and in what stays on it does nothing.
    ["Aqua, Glycerin, Squalane, Panthenol, Allantoin, Kaolin", "rinse-off", []],
    ["Aqua, Kaolin, Glycerin, Parfum", "leave-on", []],
    // Less than was ever studied.
    ["Aqua, Glycerin, Phenoxyethanol, Niacinamide", "leave-on", []],
    ["Aqua, Niacinamide 0.5%, Glycerin", "leave-on", []],
    ["Aqua, Glycerin, Parfum. May contain: Retinol", "leave-on", []],
    ["Aqua, Glycerin, Dimethicone, Parfum", "leave-on", []],
  ])("%s, %s: %j", (list, kind, steps) => {
    expect(stepsOf(list, kind)).toEqual(steps);
  });

  test("name the actives that make them, and when a result can be judged", () => {
    expect(advice("Aqua, Niacinamide, Retinol, Retinal, Parfum")?.steps).toEqual([
      { step: "niacinamide", actives: ["niacinamide"], weeks: [8, 12] },
      { step: "retinoid", actives: ["retinol", "retinal"], weeks: [12, 24] },
    ]);
  });

  test("promise no result where no trial is credited", () => {
    expect(advice("Aqua, Glycerin, Retinal, Parfum")?.steps).toEqual([
      { step: "retinoid", actives: ["retinal"], weeks: null },
    ]);
    expect(advice("Aqua, Zinc Oxide, Parfum", "sunscreen")?.steps[0]?.weeks).toBeNull();
  });
});

describe("pairs", () => {
  test.each<[string, ProductKind, string[]]>([
    ["Aqua, Glycerin, Retinol", "leave-on", ["retinoids-acids: one", "scrubs: one", "niacinamide: other"]],
    [
      "Aqua, Glycolic Acid, Glycerin",
      "leave-on",
      ["retinoids-acids: other", "acids: one", "scrubs: one", "niacinamide: other"],
    ],
    [
      "Aqua, Glycolic Acid, Salicylic Acid, Niacinamide",
      "leave-on",
      ["retinoids-acids: other", "acids: both", "scrubs: one"],
    ],
    ["Aqua, Niacinamide, Glycerin", "leave-on", ["niacinamide: one"]],
    [
      "Aqua, Retinol, Glycolic Acid",
      "unknown",
      ["retinoids-acids: both", "acids: one", "scrubs: one", "niacinamide: other"],
    ],
    // Salts hardly peel; after the 1% line an acid only sets the pH.
    ["Aqua, Glycerin, Sodium Lactate", "leave-on", []],
    ["Aqua, Glycerin, Phenoxyethanol, Lactic Acid", "leave-on", []],
    ["Aqua, Glycolic Acid, Glycerin", "rinse-off", []],
  ])("%s, %s: %j", (list, kind, pairs) => {
    expect(pairsOf(list, kind)).toEqual(pairs);
  });
});

test("of a kit, all lists count and each active once", () => {
  const lists = ["Aqua, Retinol, Glycerin, Parfum", "Aqua, Glycolic Acid, Retinol, Glycerin"];
  const labels = lists.flatMap((list) => engine.readLabel(list) ?? []);
  const settings = { rules: {}, mark: "default" } as const;
  const given = { facts, kind: "leave-on", readings: [], labels, settings } as const;
  const kit = engine.judge({
    ...given,
    labels,
    readings: [],
    truncated: false,
    otherLanguages: false,
  }).advice;
  expect(kit?.steps.map(({ actives }) => actives)).toEqual([["retinol"]]);
  expect(kit?.pairs[0]).toEqual({ pair: "retinoids-acids", inside: "both" });
  expect(kit?.cautions).toEqual(["retinol", "aha"]);
});

describe("cautions", () => {
  test("of what is inside, in the order of the label", () => {
    expect(advice("Aqua, Niacinamide, Retinol, Salicylic Acid")?.cautions).toEqual([
      "retinol",
      "salicylic-acid",
    ]);
  });

  test("not of an acid that only sets the pH", () => {
    expect(advice("Aqua, Niacinamide, Phenoxyethanol, Lactic Acid")?.cautions).toEqual([]);
  });
});

describe("nothing", () => {
  test("where no list was read", () => {
    expect(advice(null)).toBeNull();
  });

  test("where nothing on it is part of the routine", () => {
    expect(advice("Aqua, Glycerin, Butylene Glycol, Parfum")).toBeNull();
    expect(adviceFor([], "leave-on", ruleSet.routine)).toBeNull();
  });

  test.each(["service", "home-device"] as const)("for a %s", (kind) => {
    expect(advice("Aqua, Niacinamide, Retinol, Parfum", kind)).toBeNull();
  });
});
