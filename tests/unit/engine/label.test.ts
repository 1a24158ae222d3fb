import { describe, expect, test } from "vitest";
import { readRuleSet } from "../../../src/build/rules.ts";
import { createEngine } from "../../../src/engine/engine.ts";
import { createInciNames } from "../../../src/engine/label/inci.ts";
import { createNameTable } from "../../../src/engine/label/names.ts";
import { splitList } from "../../../src/engine/label/split.ts";
import { cost } from "../cost.ts";

const ruleSet = readRuleSet();
const engine = createEngine(ruleSet);
const inci = createInciNames(ruleSet.inciNames);
const actives = createNameTable(ruleSet.actives, ruleSet.onePercentMarkers, inci);
const isDrug = (name: string) => actives.find(name)?.drugFacts === true;
const split = (text: string) => splitList(text, inci, isDrug);
const printed = (text: string) => split(text).map((entry) => entry.printed);

describe("splitting", () => {
  test.each([
    ["Aqua, Glycerin, Niacinamide.", ["Aqua", "Glycerin", "Niacinamide"]],
    ["Ingredients: Aqua, 1,2-Hexanediol, Parfum", ["Aqua", "1,2-Hexanediol", "Parfum"]],
    [
      "Aqua, Cetyl Alcohol,1,2-Hexanediol, 1, 2-Hexanediol",
      ["Aqua", "Cetyl Alcohol", "1,2-Hexanediol", "1, 2-Hexanediol"],
    ],
    ["Aqua, 1.2-Hexanediol, Parfum", ["Aqua", "1.2-Hexanediol", "Parfum"]],
    [
      "INCI: AQUA (WATER), CERA ALBA (BEESWAX, WHITE), LIMONENE",
      ["AQUA (WATER)", "CERA ALBA (BEESWAX, WHITE)", "LIMONENE"],
    ],
    ["Aqua; Glycerin; Kaolin", ["Aqua", "Glycerin", "Kaolin"]],
    ["Aqua\nGlycerin\nKaolin", ["Aqua", "Glycerin", "Kaolin"]],
    ["• Aqua • Glycerin • Kaolin", ["Aqua", "Glycerin", "Kaolin"]],
    [
      "Aqua\nGlycerin\nParfum (Linalool, Citral, Limonene, Geraniol)\nKaolin",
      ["Aqua", "Glycerin", "Parfum (Linalool, Citral, Limonene, Geraniol)", "Kaolin"],
    ],
    ["- Aqua\n- Glycerin\n- Kaolin", ["Aqua", "Glycerin", "Kaolin"]],
    ["* Aqua\n* Glycerin\n* Kaolin", ["Aqua", "Glycerin", "Kaolin"]],
    ["Aqua | Glycerin | Kaolin", ["Aqua", "Glycerin", "Kaolin"]],
    ["水、グリセリン、ナイアシンアミド", ["水", "グリセリン", "ナイアシンアミド"]],
    ["정제수, 글리세린, 나이아신아마이드", ["정제수", "글리세린", "나이아신아마이드"]],
    // A line break within an entry is none of the list.
    [
      "Aqua, Sodium\nHyaluronate, Kaolin, Parfum, Talc",
      ["Aqua", "Sodium Hyaluronate", "Kaolin", "Parfum", "Talc"],
    ],
    // Brackets: nested, never closed, closed twice.
    [
      "Aqua, Oil Blend (Olea Oil (Olive, Virgin), Rosa Oil), Kaolin",
      ["Aqua", "Oil Blend (Olea Oil (Olive, Virgin), Rosa Oil)", "Kaolin"],
    ],
    ["Aqua, Glycerin (Vegetable, Kaolin, Silica", ["Aqua", "Glycerin (Vegetable", "Kaolin", "Silica"]],
    [
      "Aqua, Juice (Aloe (Organic), Mint (Wild), Kaolin, Silica",
      ["Aqua", "Juice (Aloe (Organic), Mint (Wild)", "Kaolin", "Silica"],
    ],
    ["Aqua, Glycerin), Kaolin", ["Aqua", "Glycerin", "Kaolin"]],
    // Notes and talk behind the list, praise before it.
    ["Aqua, Rosa Oil*, Kaolin. *Certified organic", ["Aqua", "Rosa Oil", "Kaolin"]],
    ["Aqua, Rosa Oil*, Kaolin**\n\n*Organic\n**From fair trade", ["Aqua", "Rosa Oil", "Kaolin"]],
    ["Aqua, Kaolin, Parfum. Please check the pack before use.", ["Aqua", "Kaolin", "Parfum"]],
    [
      "Aqua, Kaolin, Parfum\n\nOur brand is\nproud of the list on this page, and keeps it up to date.",
      ["Aqua", "Kaolin", "Parfum"],
    ],
    [
      "-Squalane: Softens dry skin.\n-Ceramides: Calm.\n\nAqua, Glycerin, Squalane, Kaolin",
      ["Aqua", "Glycerin", "Squalane", "Kaolin"],
    ],
    [
      "-Rose Water\n-Honey\n\nAqua, Glycerin, Mel (Honey), Kaolin",
      ["Aqua", "Glycerin", "Mel (Honey)", "Kaolin"],
    ],
    // What is printed without separators.
    [
      "Aqua, Isohexadecane- Butylene Glycol, Kaolin -Talc",
      ["Aqua", "Isohexadecane", "Butylene Glycol", "Kaolin", "Talc"],
    ],
    ["Aqua, Cyclopentasil- Oxane, Kaolin", ["Aqua", "Cyclopentasil- Oxane", "Kaolin"]],
    ["Aqua, Stearic Acid Palmitic Acid, Kaolin", ["Aqua", "Stearic Acid", "Palmitic Acid", "Kaolin"]],
    [
      "Aqua Glycerin Cetyl Alcohol Stearic Acid Cocos Nucifera (Coconut) Oil Sodium Hydroxide Phenoxyethanol Citric Acid Parfum",
      [
        "Aqua",
        "Glycerin",
        "Cetyl Alcohol",
        "Stearic Acid",
        "Cocos Nucifera (Coconut) Oil",
        "Sodium Hydroxide",
        "Phenoxyethanol",
        "Citric Acid",
        "Parfum",
      ],
    ],
    [
      "Water, Glycerin, Salicylic\nAcid, Cetearyl Alcohol, Sodium\nHyaluronate, Kaolin",
      ["Water", "Glycerin", "Salicylic Acid", "Cetearyl Alcohol", "Sodium Hyaluronate", "Kaolin"],
    ],
    [
      "WATER. GLYCERIN. NIACINAMIDE. CETYL ALCOHOL. KAOLIN.",
      ["WATER", "GLYCERIN", "NIACINAMIDE", "CETYL ALCOHOL", "KAOLIN"],
    ],
    [
      "Water, Cetearyl Alcohol (and) Ceteareth-20, Salicylic Acid and Niacinamide",
      ["Water", "Cetearyl Alcohol", "Ceteareth-20", "Salicylic Acid", "Niacinamide"],
    ],
    ["[전성분] 정제수, 글리세린, 나이아신아마이드", ["정제수", "글리세린", "나이아신아마이드"]],
    [
      "Certified Organic Aloe Vera Juice, Glycerin, Kaolin, Water",
      ["Certified Organic Aloe Vera Juice", "Glycerin", "Kaolin", "Water"],
    ],
    ["<p>Aqua, Glycerin, Kaolin.</p><p>Keep cool.</p>", ["Aqua", "Glycerin", "Kaolin"]],
    ["['-Zinc: Calms the skin.', 'Aqua, Glycerin, Kaolin, Talc']", ["Aqua", "Glycerin", "Kaolin", "Talc"]],
    [
      "-Zinc: Calms the skin. -Kaolin: Takes up oil. Ingredients: Aqua, Glycerin, Talc",
      ["Aqua", "Glycerin", "Talc"],
    ],
    [
      "Zinc: Helps to calm the skin and all that. Honey: Good for the skin. Aqua, Glycerin, Kaolin, Talc",
      ["Aqua", "Glycerin", "Kaolin", "Talc"],
    ],
    ["Aqua, Farnesol** Citral**, Kaolin", ["Aqua", "Farnesol", "Citral", "Kaolin"]],
    [
      "Aqua, Pyrus Malus Extract (Pyrus Malus (Apple) Fruit Extract), Kaolin",
      ["Aqua", "Pyrus Malus Extract (Pyrus Malus (Apple) Fruit Extract)", "Kaolin"],
    ],
    ["Aqua - Glycerin - Kaolin - Talc - Parfum", ["Aqua", "Glycerin", "Kaolin", "Talc", "Parfum"]],
    ["Aqua, Isopropyl, Palmitate, Kaolin", ["Aqua", "Isopropyl, Palmitate", "Kaolin"]],
    ["Aqua, Glycerin, Parfum. (F.I.L. N12345/1)", ["Aqua", "Glycerin", "Parfum"]],
    ["", []],
    ["...", []],
  ])("%j", (text, expected) => {
    expect(printed(text)).toEqual(expected);
  });

  const inSections = (text: string) =>
    Object.fromEntries(
      ["active", "main", "may-contain"].map((section) => [
        section,
        split(text)
          .filter((entry) => entry.section === section)
          .map((entry) => entry.printed)
          .join(" | "),
      ]),
    );

  test.each([
    ["Active Ingredients: Zinc Oxide 9% Inactive Ingredients: Water, Glycerin. May contain: Mica, CI 77491"],
    ["Active: Zinc Oxide 9%. Inactive: Water, Glycerin. +/- Mica, CI 77491."],
    ["Zinc Oxide 9%\n\nWater, Glycerin, [+/- Mica, CI 77491]"],
    ["-Zinc Oxide 9%: Shields your skin from the sun.\n\nWater, Glycerin, May Contain, Mica, CI 77491"],
    ["Zinc Oxide 9%Water, Glycerin. +/− (May Contain): Mica, CI 77491"],
    [
      "Active ingredient Purpose Zinc Oxide 9% Sunscreen\nInactive ingredients: Water, Glycerin. May contain: Mica, CI 77491",
    ],
    [
      "Active ingredient: Zinc Oxide 9%....Sunscreen\nInactive ingredients: Water, Glycerin. May contain: Mica, CI 77491",
    ],
    [
      "Drug Facts Active Ingredients: Zinc Oxide 9% Purpose: Sunscreen\nInactive ingredients Water, Glycerin\nPeut contenir: Mica, CI 77491",
    ],
  ])("sections of %j", (text) => {
    expect(inSections(text)).toEqual({
      active: "Zinc Oxide 9%",
      main: "Water | Glycerin",
      "may-contain": "Mica | CI 77491",
    });
  });

  test.each([
    ["Aqua, Niacinamide (5%), Kaolin", 5],
    ["Aqua, 5% Niacinamide, Kaolin", 5],
    ["Aqua, Niacinamide 0,5 %, Kaolin", 0.5],
    ["Aqua, Niacinamide, Kaolin", undefined],
    ["Aqua, Niacinamide (100% natural), Kaolin", undefined],
  ])("percentage in %j", (text, percent) => {
    expect(split(text)[1]?.percent).toBe(percent);
  });
});

describe("names", () => {
  test.each([
    ["Niacinamide (Vitamin B3)", "niacinamide"],
    ["NIACINAMIDE 5%", "niacinamide"],
    ["5 % Niacinamide", "niacinamide"],
    ["Vitamin A (Retinol)", "retinol"],
    ["Water/Salicylic Acid", "salicylic-acid"],
    ["Sodium Salicylate", null],
    ["Bakuchiol", null],
    ["BHA", null],
    // Slips, and never across a look-alike.
    ["Niacinamlde", "niacinamide"],
    ["Salycilic Acid", "salicylic-acid"],
    ["Sodum Salicylate", null],
    ["Maleic Acid", null],
    ["Benzophenone-9", null],
    ["Retinyl", null],
    ["Retinil", null],
    ["Ethylhexyl Salicylate (Octisalate)", "sunscreen-filters"],
  ])("%s is %s", (name, active) => {
    expect(actives.find(name)?.id ?? null).toBe(active);
  });

  test("two actives cannot share a name, nor list it as a look-alike", () => {
    const [first, second] = ruleSet.actives;
    if (first === undefined || second === undefined) throw new Error("There are too few actives");
    const shared = { ...second, names: [...second.names, first.names[0] ?? ""] };
    expect(() => createNameTable([first, shared], [])).toThrow("is named by");
    const twisted = { ...first, lookalikes: first.names };
    expect(() => createNameTable([twisted], [])).toThrow("look-alike");
  });
});

describe("reading a label", () => {
  test("too few entries, bullets and running text are no list", () => {
    expect(engine.readLabel("Niacinamide, Zinc")).toBeNull();
    expect(
      engine.readLabel(
        "Niacinamide: brightens and evens the tone of your skin over time\nZinc: calms the skin when it is oily and red\nWater: hydrates and plumps the skin for a whole day",
      ),
    ).toBeNull();
    expect(engine.readLabel("Free of Salicylic Acid, Parabens, Niacinamide, Alcohol")).toBeNull();
    expect(engine.readLabel("")).toBeNull();
  });

  test("draws the one-percent line behind the first marker", () => {
    const label = engine.readLabel("Aqua, Glycerin, Niacinamide, Phenoxyethanol, Lactic Acid, Parfum");
    expect(label?.onePercentLine).toBe(4);
    expect(engine.readLabel("Aqua, Glycerin, Niacinamide, Parfum")?.onePercentLine).toBeNull();
  });

  test.each([
    "Formula free of: Retinol, Salicylic Acid, Alcohol, Fragrance",
    "Do not mix with: Vitamin C, Retinol, AHA, Benzoyl Peroxide",
    "Paraben-free, alcohol-free, oil-free, fragrance-free",
    "With Niacinamide, Salicylic Acid, and Retinol",
    "Key ingredients: Niacinamide, Zinc PCA, Panthenol",
    "Actifs clés : Niacinamide, Zinc PCA, Panthenol",
    "色：レッド、ブルー、グリーン、ホワイト",
    "모공 케어, 피지 조절, 진정, 보습, 탄력",
    "收缩毛孔，控油，保湿，提亮肤色",
    "無添加：パラベン、アルコール、香料、鉱物油",
    "-Zinc: Calms, soothes, and softens skin.\n-Retinol: Smooths, firms, and evens.",
  ])("%j is no list", (text) => {
    expect(engine.readLabel(text)).toBeNull();
  });

  test.each([
    ["of two products", "Aqua, Glycerin, Phenoxyethanol, Citric Acid, Aqua, Niacinamide, Zinc PCA"],
    ["that a percentage belies", "Aqua, Phenoxyethanol, Glycerin 5%, Kaolin"],
    [
      "of a drug, by letter",
      "Active: Salicylic Acid 2%. Inactive: alcohol, glycerin, methylparaben, niacinamide, water",
    ],
    [
      "by letter behind the water",
      "Water, alcohol, betaine, glycerin, kaolin, methylparaben, panthenol, silica, talc, urea",
    ],
  ])("draws no line in a list %s", (_, list) => {
    expect(engine.readLabel(list)?.onePercentLine).toBeNull();
  });

  test("draws no line in an alphabetical list", () => {
    const list = "Alcohol, Aqua, Betaine, Glycerin, Kaolin, Methylparaben, Panthenol, Silica, Talc, Urea";
    expect(engine.readLabel(list)?.onePercentLine).toBeNull();
  });
});

test("a hostile list costs no more per character than a plain one", () => {
  const perCharacter = (text: string) => cost(() => engine.readLabel(text)) / text.length;
  const plain = "Aqua, Glycerin, Niacinamide, Butylene Glycol, Parfum, ".repeat(1_000);
  perCharacter(plain);
  const base = perCharacter(plain);
  for (const hostile of [
    "a, b, c".padEnd(50_000, " *"),
    "(".repeat(50_000),
    `Aqua, b, c ${"-".repeat(50_000)}`,
    ", ".repeat(25_000),
  ]) {
    expect(perCharacter(hostile) / base, hostile.slice(0, 12)).toBeLessThan(5);
  }
});
