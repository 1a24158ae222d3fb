/** A kit in one text: each product is judged by its own kind and its own percentages. */
import { expect, test } from "vitest";
import { reportOf } from "../../../src/background/report.ts";
import { readRuleSet } from "../../../src/build/rules.ts";
import { createEngine } from "../../../src/engine/engine.ts";

const engine = createEngine(readRuleSet());

function labelsOf(name: string, ingredients: string) {
  const facts = { type: "product" as const, name, brand: "", category: "", ingredients, shop: null };
  const doc = {
    docId: "d",
    revision: 0,
    facts,
    truncated: false,
    otherLanguages: false,
    capped: false,
    readings: [],
    labels: [],
    unread: [],
    treatments: [],
    doses: [],
    cardInjected: false,
  };
  const { label, otherLabels } = reportOf({ docs: { 0: doc }, hidden: [] }, engine, {
    rules: {},
    mark: "default",
  });
  return Object.fromEntries(
    [...(label ? [label] : []), ...otherLabels].map((one) => [
      one.name,
      one.actives
        .filter(({ active }) => active === "niacinamide")
        .map(({ percent, percentFrom, rung }) => ({ percent, percentFrom, rung })),
    ]),
  );
}

test("the percentages in the products' names", () => {
  const labels = labelsOf(
    "Clear Duo",
    "Niacinamide 5% Serum:\nAqua, Niacinamide, Glycerin, Pentylene Glycol, Xanthan Gum, Parfum\n\n" +
      "Niacinamide 2% Face Wash:\nAqua, Decyl Glucoside, Niacinamide, Glycerin, Sodium Chloride, Citral",
  );
  expect(labels).toEqual({
    "Niacinamide 5% Serum": [{ percent: 5, percentFrom: "page", rung: 3 }],
    // What is rinsed off is another kind.
    "Niacinamide 2% Face Wash": [{ percent: 2, percentFrom: "page", rung: null }],
  });
});

test("a percentage of the page is nobody's where several products hold the active", () => {
  const labels = labelsOf(
    "Clear Duo with 5% niacinamide",
    "Gel Serum:\nAqua, Niacinamide, Glycerin, Pentylene Glycol, Xanthan Gum, Parfum\n\n" +
      "Night Cream:\nAqua, Squalane, Niacinamide, Glycerin, Tocopherol, Citral",
  );
  expect(Object.values(labels).flat()).toEqual([
    { percent: null, percentFrom: null, rung: 3 },
    { percent: null, percentFrom: null, rung: 3 },
  ]);
});
