/** Lists as shops and their exports print them: cut by a program, with wrong separators, with text glued to them. */
import { expect, test } from "vitest";
import { readRuleSet } from "../../../src/build/rules.ts";
import { createEngine } from "../../../src/engine/engine.ts";

const engine = createEngine(readRuleSet());
const printed = (text: string) => (engine.readLabel(text)?.entries ?? []).map((entry) => entry.printed);

test.each([
  // Exports that cut a list at its commas.
  ["['aqua', ' 1', '2-hexanediol', ' kaolin', ' talc.']", ["aqua", "1,2-hexanediol", "kaolin", "talc"]],
  [
    "['aqua, kaolin, talc.', 'glycerin, silica, mica.']",
    ["aqua", "kaolin", "talc", "glycerin", "silica", "mica"],
  ],
  ["Aqua\\xa0, Kaolin, Talc", ["Aqua", "Kaolin", "Talc"]],
  // Separators that are none elsewhere.
  [
    "AQUA / GLYCERIN / KAOLIN / TALC / MICA / PARFUM",
    ["AQUA", "GLYCERIN", "KAOLIN", "TALC", "MICA", "PARFUM"],
  ],
  ["AQUA|GLYCERIN|KAOLIN|TALC|MICA", ["AQUA", "GLYCERIN", "KAOLIN", "TALC", "MICA"]],
  [
    "Aqua / Water • Alcohol Denat. • Glycerin • Kaolin / Clay • Mica / CI 77019 • Parfum / Fragrance",
    ["Aqua / Water", "Alcohol Denat", "Glycerin", "Kaolin / Clay", "Mica / CI 77019", "Parfum / Fragrance"],
  ],
  ["Aqua, Mica. Titanium Dioxide, Talc", ["Aqua", "Mica", "Titanium Dioxide", "Talc"]],
  ["Aqua, Panthenol Phenoxyethanol, Talc", ["Aqua", "Panthenol", "Phenoxyethanol", "Talc"]],
  ["AQUA, TALC, LIMONENE AND LINALOOL\n7", ["AQUA", "TALC", "LIMONENE", "LINALOOL"]],
  // Names that a stray comma cuts.
  ["Aqua, Isopropyl, Palmitate, Talc", ["Aqua", "Isopropyl, Palmitate", "Talc"]],
  ["Aqua, Sodium, Polymethacrylate, Talc", ["Aqua", "Sodium, Polymethacrylate", "Talc"]],
  ["Aqua, Talc, Ci, 77891, Ci 77491", ["Aqua", "Talc", "Ci, 77891", "Ci 77491"]],
  ["Aqua, Talc, C12-15, Alkyl Benzoate", ["Aqua", "Talc", "C12-15, Alkyl Benzoate"]],
  ["WATER, 1, 2 - HEXANEDIOL, TALC", ["WATER", "1, 2 - HEXANEDIOL", "TALC"]],
  // Marks that refer to notes, and the notes.
  [
    "Aqua, Rosa Oil+, Lavender (Organic) Oil++, Talc\n+from organic farms",
    ["Aqua", "Rosa Oil", "Lavender (Organic) Oil", "Talc"],
  ],
  ["Aqua, Talc, Rosa Oil* (*Mark: grown by us, in Kent, by hand)", ["Aqua", "Talc", "Rosa Oil"]],
  // The numbers of formulas.
  ["69589 7 Aqua, Talc, Linalool. [80076300]", ["Aqua", "Talc", "Linalool"]],
  ["Aqua, Talc, Linalool. F.I.L.# B17198/1", ["Aqua", "Talc", "Linalool"]],
  ["Aqua, Talc, Linalool, IL63A.", ["Aqua", "Talc", "Linalool"]],
  // A bracket that is never closed ends before the comma, or within, where another one stands in it.
  [
    "Aqua, Tocopherol (Vitamin E, Prunus (Almond) Oil, Talc",
    ["Aqua", "Tocopherol (Vitamin E", "Prunus (Almond) Oil", "Talc"],
  ],
  // Headings that run into what stands around them.
  ["IngredientsWater (Aqua), Kaolin, Talc", ["Water (Aqua)", "Kaolin", "Talc"]],
  ["Rinse off after use.Ingredients: Aqua, Kaolin, Talc", ["Aqua", "Kaolin", "Talc"]],
  ["Aqua, Kaolin, Talc Ingredients are subject to change. Please see the pack.", ["Aqua", "Kaolin", "Talc"]],
  [
    "-Zinc: Calms the skin.Aqua, Kaolin, Talc, Mica, Zinc PCA",
    ["Aqua", "Kaolin", "Talc", "Mica", "Zinc PCA"],
  ],
  ["Thành phần: Water, Kaolin, Talc", ["Water", "Kaolin", "Talc"]],
  // Highlights before the list in full.
  [
    "Almond Oil\nRose Extract\nFull ingredients Aqua, Kaolin, Talc, Mica, Silica, Glycerin, Parfum, Linalool, Citral",
    ["Aqua", "Kaolin", "Talc", "Mica", "Silica", "Glycerin", "Parfum", "Linalool", "Citral"],
  ],
  // Of one oil the list is one name.
  ["-Argan Oil: Leaves the skin soft and shiny. Argan Oil.", ["Argan Oil"]],
  ["Zinc PCA (1%) – balances oil\nAqua, Kaolin, Talc, Mica", ["Aqua", "Kaolin", "Talc", "Mica"]],
  // What is no list.
  ["Niacinamide 10%\nReduces redness\nZinc 1%\nBalances oil\nHyaluronic acid\nHydrates", []],
  ["We do not recommend layering it with retinol, glycolic acid, lactic acid, niacinamide or zinc.", []],
  ["-Argan Oil: Leaves the skin soft. -Retinol: Smooths.", []],
  ["This product contains no silicone, no fragrance, no parabens, no mineral oil.", []],
])("%j", (text, entries) => {
  expect(printed(text)).toEqual(entries);
});

test("a run-on list is cut by its known names, also those in two languages", () => {
  const text =
    "ingredients water / aqua / eau glycerin isohexadecane niacinamide dimethicone cetyl alcohol stearic acid ci 77891 / " +
    "titanium dioxide caffeine tocopherol sodium hyaluronate retinyl palmitate parfum / fragrance linalool";
  expect(printed(text)).toHaveLength(14);
});

test("the shades' part in brackets of its own", () => {
  const label = engine.readLabel(
    "Ricinus Oil, Mica, Parfum, +/- [Ci 77891 / Titanium Dioxide, Ci 15850 / Red 6]",
  );
  expect(label?.entries.map(({ section }) => section)).toEqual([
    "main",
    "main",
    "main",
    "may-contain",
    "may-contain",
  ]);
});

test("an active that is printed twice counts once", () => {
  const label = engine.readLabel(
    "Salicylic Acid 2% v/v Active Ingredient: Salicylic Acid 2% v/v Inactive ingredients: Water, Talc, Glycerin",
  );
  expect(label?.entries.map(({ section }) => section)).toEqual(["active", "main", "main", "main"]);
});

test("of a drug that praise and list name, the list's entry gets the percentage", () => {
  const label = engine.readLabel(
    "-Salicylic Acid 2%: Helps to keep pores clear. Aqua, Glycerin, Salicylic Acid, Kaolin, Talc, Mica, Silica, Parfum",
  );
  const found = label?.entries.filter(({ name }) => name === "Salicylic Acid");
  expect(found).toMatchObject([{ section: "main", percent: 2 }]);
});

test("a text of very many lines is read", () => {
  expect(() => engine.readLabel("aqua\n".repeat(300_000))).not.toThrow();
});
