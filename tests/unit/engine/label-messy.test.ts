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
  ["Aqua@Glycerin@Kaolin@Niacinamide (2%)@Talc", ["Aqua", "Glycerin", "Kaolin", "Niacinamide (2%)", "Talc"]],
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
  ["Aqua, Propanediol, Glycol, Distearate, Talc", ["Aqua", "Propanediol", "Glycol, Distearate", "Talc"]],
  // Percentages behind a comma, of a solution, in parts per million, joined by a plus.
  ["Zinc Oxide, 10%, Kaolin, 1%, Aqua, Talc", ["Zinc Oxide, 10%", "Kaolin, 1%", "Aqua", "Talc"]],
  ["Niacinamide 4% + Zinc PCA 1%, Aqua, Talc", ["Niacinamide 4%", "Zinc PCA 1%", "Aqua", "Talc"]],
  ["정제수, 나이아신아마이드(20,000ppm), 글리세린", ["정제수", "나이아신아마이드(20,000ppm)", "글리세린"]],
  // Names with a comma of their own.
  ["水、１，２－ヘキサンジオール、グリセリン", ["水", "１，２－ヘキサンジオール", "グリセリン"]],
  ["Aqua, N,N-Dimethylglycine, Talc", ["Aqua", "N,N-Dimethylglycine", "Talc"]],
  // What stands behind a list in its line.
  ["Aqua, Talc, Mica Made in Italy", ["Aqua", "Talc", "Mica"]],
  ["Aqua, Talc, Mica. Key benefits: calms, firms, smooths.", ["Aqua", "Talc", "Mica"]],
  ["Aqua, Talc, Mica Warnings: Avoid the eyes. Directions: spread thinly.", ["Aqua", "Talc", "Mica"]],
  ["Aqua, Talc, Mica. Questions or comments? Call 555-0100", ["Aqua", "Talc", "Mica"]],
  ["Aqua, Talc, Mica. 97% natural origin. 100% vegan", ["Aqua", "Talc", "Mica"]],
  ["Aqua, Talc, May contain traces of milk, Mica", ["Aqua", "Talc", "Mica"]],
  ["Aqua, Retinol¹, Talc (1). ¹ encapsulated", ["Aqua", "Retinol", "Talc"]],
  // What is not inside.
  ["Aqua, Talc, Mica. 0% Retinol, 0% Alcohol", ["Aqua", "Talc", "Mica"]],
  ["Aqua, Talc, Mica\n0 % Retinol, 0 % Paraben", ["Aqua", "Talc", "Mica"]],
  ["Aqua, Talc, Mica. Contains 0% Retinol.", ["Aqua", "Talc", "Mica"]],
  ["Aqua, Talc, Mica. What it's not: Retinol, Parfum", ["Aqua", "Talc", "Mica"]],
  ["Aqua, Talc, Mica. Enthält kein Retinol, kein Parfum", ["Aqua", "Talc", "Mica"]],
  ["정제수, 글리세린, 향료. 무첨가: 레티놀, 파라벤", ["정제수", "글리세린", "향료"]],
  ["水、グリセリン、香料。無添加：レチノール、パラベン", ["水", "グリセリン", "香料"]],
  ["Aqua, Talc, Mica - perfume free, alcohol free", ["Aqua", "Talc", "Mica"]],
  ["Free of alcohol.\nIngredients: Aqua, Talc, Mica", ["Aqua", "Talc", "Mica"]],
  // Names in angle brackets, cut at the end of a line, with what they are for.
  ["Aqua, <Retinol>, Talc", ["Aqua", "Retinol", "Talc"]],
  ["Aqua, Niacin-\namide, Talc", ["Aqua", "Niacinamide", "Talc"]],
  ["Aqua: solvent\nGlycerin: humectant\nParfum: fragrance", ["Aqua", "Glycerin", "Parfum"]],
  // A handful of known names with nothing between them.
  ["Aqua Glycerin Kaolin Talc Mica Retinol", ["Aqua", "Glycerin", "Kaolin", "Talc", "Mica", "Retinol"]],
  // A heading tells a list of a name or two.
  ["Ingredients: Squalane", ["Squalane"]],
  ["Ingredients: Squalane, Tocopherol", ["Squalane", "Tocopherol"]],
  // Words that end a name and begin none.
  [
    "Aqua, Butyrospermum Parkii Butter Extract (Butyrospermum Parkii (Shea Butter) Extract), Talc",
    ["Aqua", "Butyrospermum Parkii Butter Extract (Butyrospermum Parkii (Shea Butter) Extract)", "Talc"],
  ],
  [
    "Water Glycerin Niacinamide Panthenol Phragmites Lucida Extract Poria Alba Extract Sodium Chloride Allantoin Citric Acid Phenoxyethanol",
    [
      "Water",
      "Glycerin",
      "Niacinamide",
      "Panthenol",
      "Phragmites Lucida Extract",
      "Poria Alba Extract",
      "Sodium Chloride",
      "Allantoin",
      "Citric Acid",
      "Phenoxyethanol",
    ],
  ],
  ['"Aqua, Kaolin, Rosa Seed Extract."', ["Aqua", "Kaolin", "Rosa Seed Extract"]],
  // Names of products in lines of their own, notes and headings cut short.
  [
    "[Bean Essence]\nAqua, Kaolin, Talc\n\n[Night Essence]\nGlycerin, Silica, Mica",
    ["Aqua", "Kaolin", "Talc", "Glycerin", "Silica", "Mica"],
  ],
  ["Aqua, Kaolin*, Citric Acid* *. Plant origin.", ["Aqua", "Kaolin", "Citric Acid"]],
  [
    "Aqua, Kaolin, Talc. +/- (May Contain/Peut Contenir): CI 77491, CI 77492",
    ["Aqua", "Kaolin", "Talc", "CI 77491", "CI 77492"],
  ],
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
  // Numbers, columns, dots, spaces and braces around or between the names.
  ["1. Aqua\n2. Kaolin\n3. Talc\n4. Mica", ["Aqua", "Kaolin", "Talc", "Mica"]],
  ["1) Aqua 2) Kaolin 3) Talc 4) Mica", ["Aqua", "Kaolin", "Talc", "Mica"]],
  ["Aqua\tKaolin\tTalc\tMica\tGlycerin", ["Aqua", "Kaolin", "Talc", "Mica", "Glycerin"]],
  ["水・グリセリン・エタノール・カオリン・香料", ["水", "グリセリン", "エタノール", "カオリン", "香料"]],
  ["水 グリセリン エタノール カオリン 香料", ["水", "グリセリン", "エタノール", "カオリン", "香料"]],
  ["{Aqua, Kaolin, Talc, Mica}", ["Aqua", "Kaolin", "Talc", "Mica"]],
  ["Clear Serum Zinc 1% 30 ml Ingredients: Aqua, Kaolin, Talc", ["Aqua", "Kaolin", "Talc"]],
  ["Key ingredients:\nZinc PCA\nRetinol\n\nIngredients: Aqua, Kaolin, Talc", ["Aqua", "Kaolin", "Talc"]],
  ["KEY INGREDIENTS\n- Retinol: renews\n\nALL INGREDIENTS\nAqua, Kaolin, Talc", ["Aqua", "Kaolin", "Talc"]],
  [
    "Aqua, Talc, Xanthan Gum. *100% organic. 98% of total ingredients are natural",
    ["Aqua", "Talc", "Xanthan Gum"],
  ],
  ["Aqua, Talc, Retinol. Contains Vitamin A. Consider your daily intake.", ["Aqua", "Talc", "Retinol"]],
  // What is no list.
  ["What's not inside: Parabens, Phthalates, Mineral Oil, Retinyl Palmitate", []],
  ["Never any: parabens, sulfates, mineral oil, retinyl palmitate", []],
  ["Nicht enthalten: Parabene, Silikone, Mineralöl, Retinol", []],
  ["✗ Parabens\n✗ Mineral Oil\n✗ Alcohol\n✗ Retinol", []],
  ["Formulated with Salicylic Acid, Niacinamide, Zinc PCA and Witch Hazel", []],
  ["ACTIVES\nGlycolic acid 10%\nSalicylic acid 2%\nNiacinamide 4%", []],
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

test("a Drug Facts panel without empty lines", () => {
  const label = engine.readLabel(
    "Drug Facts\nActive ingredient\nSalicylic Acid 2%\nPurpose\nAcne medication\nUses: for the treatment of acne\nWarnings: For " +
      "external use only, and this may dry the skin.\nDirections: Cleanse the skin and cover it with a thin layer.\nInactive " +
      "ingredients: water, menthol, glycerin, sodium citrate",
  );
  expect(label?.entries.map(({ section }) => section)).toEqual(["active", "main", "main", "main", "main"]);
});

test("headings in lines of their own part the sections", () => {
  const label = engine.readLabel(
    "Active ingredients\nAvobenzone 3%\nHomosalate 5%\n\nPurpose\nSunscreen\nSunscreen\n\nInactive ingredients\nwater, talc, mica",
  );
  expect(label?.entries.map(({ section }) => section)).toEqual(["active", "active", "main", "main", "main"]);
});

test.each([["Niacinamide (<2%)"], ["Glycolic Acid (1-5%)"], ["Retinol ≤2%"]])(
  "a bound or a range is no percentage: %s",
  (entry) => {
    const label = engine.readLabel(`Aqua, ${entry}, Talc, Mica`);
    expect(label?.entries[1]).toMatchObject({ active: expect.any(String) });
    expect(label?.entries[1]?.percent).toBeUndefined();
  },
);

test("a percentage behind a colon is the entry's", () => {
  expect(engine.readLabel("Aqua, Talc, Niacinamide: 5%")?.entries[2]?.percent).toBe(5);
});

test.each([
  "Vitamin D3",
  "Vitamin K",
  "Vitamin F",
  "Sodium Laurate",
  "Sodium Lactylate",
  "Glucuronolactone",
  "Calcium Carbamate",
  "Lactic Acid/Glycolic Acid Copolymers",
  "Poly(Lactic Acid/Glycolic Acid)",
  "Willow Bark (Salicylic Acid)",
  "Carrot Oil (Vitamin A)",
])("%s is none of the actives", (name) => {
  expect(engine.readLabel(`Aqua, Glycerin, ${name}, Parfum`)?.entries[2]?.active).toBeNull();
});

test("what a product is formulated without is not on its list", () => {
  const text =
    "Water, Glycerin, Niacinamide, Panthenol.\n\nOur products are formulated without:\nParabens, Phthalates, Coal Tar, Triclosan";
  expect(printed(text)).toEqual(["Water", "Glycerin", "Niacinamide", "Panthenol"]);
});

test("what stands behind the actives is the rest of the list, though it has lost its heading", () => {
  const entries = engine.readLabel(
    "Active: Zinc Oxide 10.5%, Homosalate 10%.Water, Glycerin, Kaolin, Talc",
  )?.entries;
  expect(entries?.map(({ printed, section }) => `${section}: ${printed}`)).toEqual([
    "active: Zinc Oxide 10.5%",
    "active: Homosalate 10%",
    "main: Water",
    "main: Glycerin",
    "main: Kaolin",
    "main: Talc",
  ]);
});

test.each([
  "0% Retinol, 0% Alcohol, 0% Talc, 0% Mica",
  "Baby-safe: no Retinol, Talc, Mica, Parfum",
  "Key ingredients: Squalane, Retinol",
  "• Powered by niacinamide, zinc and kaolin\n• Dermatologist tested, vegan\n• 91% of women saw softer skin",
  "2% Salicylic Acid Cleanser. Clears skin, removes shine. Use daily, morning and night.",
  "THE 10% NIACINAMIDE + 1% ZINC serum. Evens the skin.",
])("is no list: %s", (text) => expect(printed(text)).toEqual([]));

test("colours in brackets behind the sign for shades are of those shades", () => {
  const sections = (
    engine.readLabel("Talc, Mica, Silica, +/- (CI 77891, CI 77491), Tin Oxide")?.entries ?? []
  ).map(({ printed, section }) => [printed, section]);
  expect(sections.slice(3)).toEqual([
    ["CI 77891", "may-contain"],
    ["CI 77491", "may-contain"],
    ["Tin Oxide", "may-contain"],
  ]);
});

test.each([
  ["Niacinamide (50,000ppm), Aqua, Talc", 5, "Niacinamide"],
  ["Salicylic Acid 2% w/w, Aqua, Talc", 2, "Salicylic Acid"],
  ["Zinc PCA, 1%, Aqua, Talc", 1, "Zinc PCA"],
  // A bound tells no percentage.
  ["Retinol (up to 1%), Aqua, Talc", undefined, "Retinol"],
  ["Niacinamide >5%, Aqua, Talc", undefined, "Niacinamide"],
])("the percentage and the name apart: %s", (text, percent, name) => {
  const [first] = engine.readLabel(text)?.entries ?? [];
  expect([first?.percent, first?.name]).toEqual([percent, name]);
});
