/** Which treatments a text names, and what they are worth on the page of a service. */
import { describe, expect, test } from "vitest";
import { readRuleSet } from "../../../src/build/rules.ts";
import { createEngine } from "../../../src/engine/engine.ts";
import type { ProductKind, TreatmentId } from "../../../src/engine/model.ts";
import { mainTreatments } from "../../../src/engine/treatments.ts";
import { cost } from "../cost.ts";

const engine = createEngine(readRuleSet());
const facts = {
  type: "product",
  name: "Lumora",
  brand: "",
  category: "",
  ingredients: "",
  shop: null,
} as const;

type Given = { kind?: ProductKind; treatments?: TreatmentId[]; label?: string };

function report(text: string, { kind = "service", treatments = [], label }: Given = {}) {
  const read = label === undefined ? null : engine.readLabel(label);
  const readings = engine
    .read({ text, zone: "description" })
    .map((reading) => ({ ...reading, frame: 0, block: 0, zone: "description" as const, hidden: false }));
  return engine.judge({
    facts,
    kind,
    readings,
    labels: read ? [read] : [],
    treatments,
    settings: { rules: {}, mark: "default" },
    truncated: false,
    otherLanguages: false,
  });
}

const laser = ["fractional-laser"];

describe("names", () => {
  test("the longer name wins: radio frequency is not plain needling", () => {
    expect(engine.findTreatments("RF microneedling for pores")).toEqual(["rf-microneedling"]);
    expect(engine.findTreatments("RF microneedling, or plain microneedling")).toEqual([
      "microneedling",
      "rf-microneedling",
    ]);
  });

  test.each([
    ["No downtime, fractional laser tightens pores.", laser],
    ["Unlike other clinics: fractional laser by doctors.", laser],
    ["Not only fractional laser.", laser],
    ["We do not offer fractional laser.", []],
    ["Rather than laser resurfacing we use a mask.", []],
    ["Without needles. Fractional laser.", laser],
    ["FRACTIONAL CO₂ LASER", laser],
    ["", []],
  ])("%s names %j", (text, named) => {
    expect(engine.findTreatments(text)).toEqual(named);
  });

  test("what the page is called decides, else what it tells", () => {
    expect(mainTreatments(["botulinum"], laser)).toEqual(["botulinum"]);
    expect(mainTreatments([], ["microneedling", ...laser, ...laser])).toEqual(["microneedling", ...laser]);
  });

  test("cost grows with the text, not with its square", () => {
    const hostile = "not without rf microneedling fractional laser ";
    const of = (times: number) => cost(() => engine.findTreatments(hostile.repeat(times)));
    expect(of(8_000)).toBeLessThan(of(1_000) * 24);
  });
});

describe("verdicts of a service", () => {
  test.each([
    ["Shrinks pores.", laser, "real", "low", null],
    ["Shrinks pores.", ["rf-microneedling"], "real", "low", null],
    ["Shrinks pores.", ["microneedling"], "unsure", null, "treatment-uncredited"],
    ["Shrinks pores.", ["botulinum"], "unsure", null, "treatment-uncredited"],
    ["Shrinks pores.", ["extraction"], "unsure", null, "no-treatment"],
    ["Shrinks pores.", ["microneedling", ...laser], "real", "low", null],
    ["Shrinks pores.", [], "unsure", null, "no-treatment"],
    ["Shrinks pores.", ["nobody-knows"], "unsure", null, "no-treatment"],
    ["Instantly shrinks pores.", laser, "unsure", null, "treatment-takes-weeks"],
    ["Reduces the look of pores.", laser, "real", "low", null],
    ["Reduces the look of pores.", ["chemical-peel"], "unsure", null, "treatment-uncredited"],
    ["Unclogs pores.", ["extraction"], "real", "very-low", null],
    ["Unclogs pores.", laser, null, null, null],
    ["Erases pores.", laser, "hype", null, null],
    ["Permanently shrinks pores.", laser, "hype", null, null],
  ] as const)("%s with %j is %s, certainty %s, reason %s", (text, treatments, verdict, certainty, reason) => {
    expect(report(text, { treatments: [...treatments] }).findings[0]).toMatchObject({
      verdict,
      certainty,
      reason,
    });
  });

  test("names the treatment as what supports the claim", () => {
    expect(report("Shrinks pores.", { treatments: laser }).findings[0]?.supportedBy).toEqual([
      { treatment: "fractional-laser", certainty: "low", doseNotStated: false },
    ]);
  });

  test.each(["home-device", "leave-on", "rinse-off", "makeup", "sunscreen", "drug", "unknown"] as const)(
    "%s gains nothing from a treatment that its page names",
    (kind) => {
      const given = report("Shrinks pores. Reduces the look of pores.", { kind, treatments: laser });
      expect(given.treatments).toEqual([]);
      expect(given.findings.map(({ verdict }) => verdict)).toEqual(["hype", "unsure"]);
    },
  );

  test("another product on the page of a service gains nothing either", () => {
    const readings = engine
      .read({ text: "Reduces the look of pores.", zone: "tile" })
      .map((reading) => ({ ...reading, frame: 0, block: 0, zone: "tile" as const, hidden: false }));
    const { findings } = engine.judge({
      facts,
      kind: "service",
      readings,
      labels: [],
      treatments: laser,
      settings: { rules: {}, mark: "default" },
      truncated: false,
      otherLanguages: false,
    });
    expect(findings[0]).toMatchObject({ verdict: "unsure", reason: "no-list" });
  });
});

describe("report of a service", () => {
  test.each([
    ["Shrinks pores.", laser, "supported-treatment"],
    ["Shrinks pores.", [], "unsure"],
    ["Erases pores.", laser, "hype-treatment"],
    ["Erases pores.", [], "hype-treatment"],
  ])("%s with %j is summed up as %s", (text, treatments, summary) => {
    expect(report(text, { treatments }).summary).toBe(summary);
  });

  test("lists treatments, what reaches highest first", () => {
    expect(report("", { treatments: ["botulinum", "extraction", ...laser] }).treatments).toEqual([
      { treatment: "fractional-laser", rung: 4, certainty: "low", verdict: "real", reason: null },
      { treatment: "extraction", rung: 1, certainty: "very-low", verdict: "real", reason: null },
      {
        treatment: "botulinum",
        rung: null,
        certainty: null,
        verdict: "unsure",
        reason: "treatment-uncredited",
      },
    ]);
  });

  test("misses no ingredient list, and says what was not checked instead", () => {
    expect(report("", { treatments: laser }).notChecked).toEqual(["treatment-details", "images"]);
    expect(report("").notChecked).toEqual(["no-treatment", "images"]);
  });

  test("draws no gap against a label, which says nothing of a treatment", () => {
    const label = "Aqua, Niacinamide, Glycerin, Parfum";
    expect(report("Shrinks pores.", { treatments: laser, label }).gap).toBeNull();
  });
});
