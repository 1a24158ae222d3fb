/** Percentages that sellers state, tied to the right active. */
import { expect, test } from "vitest";
import { readRuleSet } from "../../../src/build/rules.ts";
import { createDoseReader } from "../../../src/engine/label/dose.ts";

const read = createDoseReader(readRuleSet().actives);
const doses = (text: string) => read(text).map(({ active, percent }) => `${active} ${percent}`);

test.each([
  ["10% Niacinamide + 1% Zinc PCA", ["niacinamide 10", "zinc 1"]],
  ["Niacinamide 10% + Zinc PCA 1%", ["niacinamide 10", "zinc 1"]],
  ["Niacinamide (10%) and retinol (0.3%)", ["niacinamide 10", "retinol 0.3"]],
  ["A serum with 5 % niacinamide", ["niacinamide 5"]],
  ["Niacinamide at 5%", ["niacinamide 5"]],
  ["2% BHA Liquid Exfoliant", ["salicylic-acid 2"]],
  ["2% Salicylic Acid", ["salicylic-acid 2"]],
  ["Salicylic Acid: 0,5 %", ["salicylic-acid 0.5"]],
  ["0.5% pure encapsulated retinol", ["retinol 0.5"]],
  ["Mit 4 % Niacinamid", ["niacinamide 4"]],
  ["2% Granactive Retinoid in Squalane", ["retinoid-relatives 0.2"]],
  ["AHA 30% + BHA 2% Peel", ["aha 30", "salicylic-acid 2"]],
  ["5 percent niacinamide", ["niacinamide 5"]],
  ["7% Glycolic Acid Toner", ["aha 7"]],
  ["10% Niacinamide + 1% Zinc", ["niacinamide 10", "zinc 1"]],
  ["20% Zinc Oxide", ["sunscreen-filters 20"]],
  ["BHA Liquid Exfoliant 2%", ["salicylic-acid 2"]],
  ["Adapalene Gel 0.1%", ["adapalene 0.1"]],
  ["2 % d'acide salicylique", ["salicylic-acid 2"]],
  ["niacinamide at a concentration of 4%", ["niacinamide 4"]],
  ["2% (w/w) salicylic acid", ["salicylic-acid 2"]],
  ["Niacinamide10%+Zinc1%", ["niacinamide 10", "zinc 1"]],
  ["5%のナイアシンアミド", ["niacinamide 5"]],
  ["2%-BHA Liquid", ["salicylic-acid 2"]],
  ["ナイアシンアミド5%配合", ["niacinamide 5"]],
  ["5%ナイアシンアミド配合美容液", ["niacinamide 5"]],
  ["添加了烟酰胺5%和锌", ["niacinamide 5"]],
  ["2％水杨酸棉片", ["salicylic-acid 2"]],
  ["나이아신아마이드10% 세럼", ["niacinamide 10"]],
])("%j", (text, expected) => {
  expect(doses(text)).toEqual(expected);
});

test.each([
  ["20% off niacinamide serums"],
  ["100% pure retinol"],
  ["5% Sodium Salicylate"],
  ["5% Ethylhexyl Salicylic"],
  ["90% saw smaller pores after niacinamide"],
  ["Reduces pores by 30% with niacinamide"],
  ["Save 20% Niacinamide Serum"],
  ["Without 10% niacinamide"],
  ["Less than 1% retinol"],
  ["Niacinamide, 30 ml"],
  ["50% more than before. Niacinamide"],
  ["0% Retinol"],
  ["Up to 2% niacinamide"],
  ["Niacinamide 1-5%"],
  ["Niacinamide Serum 20% off"],
  ["AHA/BHA 10%/2%"],
  ["烟酰胺精华 打折10%"],
  ["%%%%"],
  [""],
])("nothing in %j", (text) => {
  expect(doses(text)).toEqual([]);
});

test("a long text costs no more a character", () => {
  const timed = (text: string) => {
    const start = performance.now();
    read(text);
    return (performance.now() - start) / text.length;
  };
  const plain = "10% Niacinamide and 2% salicylic acid for oily skin. ".repeat(2_000);
  timed(plain);
  expect(timed("% 1% of of of at at with ".repeat(4_000)) / timed(plain)).toBeLessThan(10);
});
