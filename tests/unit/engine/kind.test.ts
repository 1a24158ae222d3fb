/** What kind of product a page is about, by its name and category. */
import { expect, test } from "vitest";
import { readRuleSet } from "../../../src/build/rules.ts";
import { createEngine } from "../../../src/engine/engine.ts";

const engine = createEngine(readRuleSet());

test.each([
  [{ name: "Lumora Pore Reset Serum", category: "" }, "leave-on"],
  [{ name: "Velvet Clay Mask", category: "Skin care > Masks" }, "rinse-off"],
  [{ name: "Blur Foundation SPF 20", category: "" }, "makeup"],
  [{ name: "Daily Sunscreen SPF 50", category: "" }, "sunscreen"],
  [{ name: "Rechargeable Pore Vacuum", category: "" }, "home-device"],
  [{ name: "Lumora 30 ml", category: "Beauty > Serum" }, "leave-on"],
  [{ name: "Lumora 30 ml", category: "Makeup > Face > Serums" }, "leave-on"],
  [{ name: "Lumora 30 ml", category: "" }, "unknown"],
  [{ name: "Makeup Remover Cleansing Balm", category: "" }, "rinse-off"],
  [{ name: "Foundation Brush", category: "Makeup" }, "unknown"],
  [{ name: "Electric Blue Eyeliner", category: "" }, "makeup"],
  [{ name: "Pore Vacuum Foam", category: "" }, "rinse-off"],
  [{ name: "Perfect Skin Clinic Niacinamide Serum", category: "" }, "leave-on"],
  [{ name: "Fractional CO2 Laser Resurfacing", category: "" }, "service"],
  [{ name: "RF Microneedling, face", category: "" }, "service"],
  [{ name: "Overnight Sheet Mask", category: "" }, "leave-on"],
  [{ name: "2% BHA Liquid Exfoliant", category: "" }, "leave-on"],
  [{ name: "Rose Leave-On Mask", category: "" }, "leave-on"],
  [{ name: "Calm Toner - instead of a cleanser, 200 ml", category: "" }, "leave-on"],
  [{ name: "Serum Foundation SPF 20", category: "" }, "makeup"],
  [{ name: "", category: "" }, "unknown"],
])("kind of %o is %s", (facts, kind) => {
  expect(engine.kindOf(facts)).toBe(kind);
});
