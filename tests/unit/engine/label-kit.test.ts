/** Kits: several products' lists in one text. */
import { expect, test } from "vitest";
import { readRuleSet } from "../../../src/build/rules.ts";
import { createEngine } from "../../../src/engine/engine.ts";

const engine = createEngine(readRuleSet());
const CLEANSER = "Water, Glycerin, Decyl Glucoside, Phenoxyethanol, Salicylic Acid, Parfum";
const CREAM = "Aqua, Squalane, Niacinamide, Cetyl Alcohol, Xanthan Gum, Phenoxyethanol, Tocopherol";
const named = (text: string) =>
  engine.readLabels(text).map(({ name, entries }) => [name, entries.length] as const);

test.each([
  ["a heading line each", `Gel Cleanser:\n${CLEANSER}\n\nNight Cream:\n${CREAM}`],
  ["headings before the water", `Gel Cleanser: ${CLEANSER}. Night Cream: ${CREAM}`],
  ["tags", `<p>Gel Cleanser:</p><p>${CLEANSER}</p><p>Night Cream:</p><p>${CREAM}</p>`],
  ["titles without colons", `Gel Cleanser\n${CLEANSER}\nNight Cream\n${CREAM}`],
  ["bulleted names", `• Gel Cleanser: ${CLEANSER}\n• Night Cream: ${CREAM}`],
])("a kit is several labels: %s", (_, text) => {
  expect(named(text)).toEqual([
    ["Gel Cleanser", 6],
    ["Night Cream", 7],
  ]);
});

test("each product has its own one-percent line", () => {
  const labels = engine.readLabels(`Gel Cleanser:\n${CLEANSER}\n\nNight Cream:\n${CREAM}`);
  expect(labels.map(({ onePercentLine }) => onePercentLine)).toEqual([4, 6]);
});

test("an active with its percentage stays with its product", () => {
  const labels = engine.readLabels(
    `Gel Cleanser:\n-Salicylic Acid 2%\n\n${CLEANSER}\n\nNight Cream:\n${CREAM}`,
  );
  expect(labels[0]?.entries.some(({ active, percent }) => active !== null && percent === 2)).toBe(true);
  expect(labels[1]?.entries.some(({ percent }) => percent !== undefined)).toBe(false);
});

test.each([
  ["one list", CLEANSER],
  ["the parts of one list", `Active ingredients:\nZinc Oxide 10%\n\nInactive ingredients:\n${CREAM}`],
  [
    "praise before a list",
    `Niacinamide:\nCalms the skin.\n\nSqualane:\nSmooths it.\n\nIngredients:\n${CREAM}`,
  ],
  ["shades", `Ingredients: ${CREAM}. May contain: Mica, CI 77491, CI 77492`],
])("%s: one label", (_, text) => {
  expect(engine.readLabels(text)).toHaveLength(1);
});

test("no list, no label", () => {
  expect(engine.readLabels("Morning: rinse. Evening: wash.")).toEqual([]);
  expect(engine.readLabels("")).toEqual([]);
});
