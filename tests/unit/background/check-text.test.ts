/** A text that a reader brings: claims with their places, lists, and the sort of product. */
import { expect, test, vi } from "vitest";
import { checkText } from "../../../src/background/check-text.ts";
import type { Context } from "../../../src/background/context.ts";
import { createViews } from "../../../src/background/views.ts";
import { readInterfaceTexts } from "../../../src/build/interface-texts.ts";
import { readRuleSet } from "../../../src/build/rules.ts";
import { createEngine } from "../../../src/engine/engine.ts";
import { defaultSettings } from "../../../src/settings/schema.ts";

const detectLanguage = vi.fn();
detectLanguage.mockResolvedValue({ isReliable: false, languages: [] });

const ruleSet = readRuleSet();
const engine = createEngine(ruleSet);
const views = createViews(engine, ruleSet, readInterfaceTexts("en", ruleSet));

function check(text: string, kind: Parameters<typeof checkText>[2] = null, changes = {}) {
  const settings = { get: async () => ({ ...defaultSettings(), ...changes }) };
  return checkText({ engine, views, settings, detectLanguage } as unknown as Context, text, kind);
}

test("claims keep their places in the text, also behind a list", async () => {
  const text = "Ingredients: Aqua, Niacinamide, Glycerin, Parfum.\n\nThis serum erases pores forever.";
  const { report } = await check(text);
  const [finding] = report.findings;
  expect(text.slice(finding?.start, finding?.end)).toBe("erases pores forever");
  expect(report.label?.actives.map(({ active }) => active)).toEqual(["niacinamide"]);
  expect(report.summary).toBe("hype-despite-real");
});

test("a list alone is read, whatever stands around it", async () => {
  const list = "Aqua, Glycerin, Salicylic Acid, Talc, Parfum";
  for (const text of [list, list.replaceAll(", ", "\n"), `A fine product.\n\n${list}\n\nKeep it cool.`]) {
    const { report } = await check(text);
    expect(report.label?.total, text).toBe(5);
  }
});

test("the lists of several products are read apart", async () => {
  const text =
    "Day\nIngredients: Aqua, Niacinamide, Glycerin, Talc\n\nNight\nIngredients: Aqua, Retinol, Glycerin, Mica";
  const { report } = await check(text);
  const found = [report.label, ...report.otherLabels].flatMap((label) => label?.actives ?? []);
  expect(found.map(({ active }) => active)).toEqual(expect.arrayContaining(["niacinamide", "retinol"]));
});

test("the sort of product goes by the words, or as it was chosen", async () => {
  expect((await check("A foundation that blurs pores")).report.product.kind).toBe("makeup");
  expect((await check("A foundation that blurs pores", "drug")).report.product.kind).toBe("drug");
});

test("a rule that is off stays off, and a language that is not read on pages is read here", async () => {
  const text = "Diese Creme lässt Poren dauerhaft verschwinden.";
  expect((await check(text, null, { languagesOff: ["de"] })).report.findings).toHaveLength(1);
  const rules = { "pores.gone-for-good": false };
  expect((await check(text, null, { rules })).report.findings).toEqual([]);
});

test.each([
  "Niacinamide",
  "niacinamide, zinc pca",
  "Niacinamide 10%, Zinc PCA 1%",
  "Macht Poren kleiner.\nInhaltsstoffe: Aqua, Niacinamide, Glycerin",
])("a list of a name or two is read: %s", async (text) => {
  const { report } = await check(text);
  expect(report.label?.actives.map(({ active }) => active)).toContain("niacinamide");
});

test("a text in a language that is not read is said to be one", async () => {
  detectLanguage.mockResolvedValueOnce({ isReliable: true, languages: [{ language: "sv", percentage: 98 }] });
  const { report } = await check("Osynliga porer för alltid med vårt serum för ansiktet.");
  expect(report.notChecked).toContain("other-languages");
  detectLanguage.mockResolvedValueOnce({ isReliable: true, languages: [{ language: "de", percentage: 98 }] });
  expect((await check("Das Serum duftet nach Rosen.")).report.notChecked).not.toContain("other-languages");
});

test.each(["", "   ", "\n\n", "Hello.", "🙂".repeat(1000), ", , ,", "((((", "\u0000"])(
  "%j holds nothing",
  async (text) => {
    const { report } = await check(text);
    expect(report.findings).toEqual([]);
    expect(report.label).toBeNull();
  },
);
