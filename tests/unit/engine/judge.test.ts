/** The verdict table, the marking table and the report made from them. */
import { describe, expect, test } from "vitest";
import { readRuleSet } from "../../../src/build/rules.ts";
import { createEngine } from "../../../src/engine/engine.ts";
import type { JudgeInput } from "../../../src/engine/judge.ts";
import { FINDINGS_MOST } from "../../../src/engine/judge.ts";
import type { JudgeSettings, PlacedReading, ProductKind, Zone } from "../../../src/engine/model.ts";
import { marking, REACH, verdictOf } from "../../../src/engine/verdict.ts";

const engine = createEngine(readRuleSet());
const facts = {
  type: "product",
  name: "Lumora",
  brand: "",
  category: "",
  ingredients: "",
  shop: null,
} as const;
const niacinamide = "Aqua, Niacinamide, Glycerin, Phenoxyethanol, Parfum";
const plainList = "Aqua, Glycerin, Butylene Glycol, Parfum";
const clayMask = "Aqua, Kaolin, Glycerin, Parfum";

type Case = {
  kind?: ProductKind;
  label?: string;
  zone?: Zone;
  settings?: Partial<JudgeSettings>;
  hidden?: boolean;
};

function placed(texts: string[], { zone = "description", hidden = false }: Case = {}): PlacedReading[] {
  return texts.flatMap((text, block) =>
    engine.read({ text, zone }).map((reading) => ({ ...reading, frame: 0, block, zone, hidden })),
  );
}

function report(texts: string[], given: Case = {}, more: Partial<JudgeInput> = {}) {
  const label = given.label === undefined ? null : engine.readLabel(given.label);
  return engine.judge({
    facts,
    kind: given.kind ?? "leave-on",
    readings: placed(texts, given),
    labels: label ? [label] : [],
    settings: { rules: {}, mark: "default", ...given.settings },
    truncated: false,
    otherLanguages: false,
    ...more,
  });
}

const one = (text: string, given: Case = {}) => report([text], given).findings[0];

describe("verdicts", () => {
  test.each([
    ["Erases pores.", {}, "hype", true],
    ["Shrinks pores.", {}, "hype", true],
    ["Shrinks pores.", { label: niacinamide }, "hype", true],
    ["Shrinks pores.", { kind: "service" }, "unsure", false],
    ["Erases pores.", { kind: "service" }, "hype", true],
    // A laser makes pores smaller for months; nothing does for good.
    ["Permanent pore reduction.", { kind: "service" }, "hype", true],
    ["Shrinks pores.", { kind: "home-device" }, "hype", true],
    ["Instantly tightens pores.", { kind: "rinse-off", label: clayMask }, "wears-off", true],
    ["Instantly tightens pores.", { kind: "rinse-off", label: plainList }, "hype", true],
    ["Instantly tightens pores forever.", { kind: "rinse-off", label: clayMask }, "hype", true],
    ["Tightens pores.", { kind: "rinse-off", label: clayMask }, "hype", true],
    ["Blurs pores.", {}, "wears-off", false],
    ["Instantly reduces the look of pores.", {}, "wears-off", false],
    ["Reduces the look of pores.", { label: niacinamide }, "real", false],
    ["Reduces the look of pores.", { label: plainList }, "unsure", false],
    ["Reduces the look of pores.", {}, "unsure", false],
    ["Reduces the look of pores.", { kind: "makeup", label: niacinamide }, "unsure", false],
    ["Unclogs pores.", {}, null, false],
    ["Unclogs pores.", { label: "Aqua, Salicylic Acid, Glycerin" }, "real", false],
    ["Rechargeable pore vacuum.", {}, "risky", true],
  ] as const)("%s %o is %s, marked: %s", (text, given, verdict, marked) => {
    expect(one(text, given)).toMatchObject({ verdict, marked });
  });

  test("nothing that is put on skin reaches the pore itself", () => {
    for (const [kind, reach] of Object.entries(REACH)) expect(reach, kind).toBe(kind === "service" ? 4 : 3);
  });

  test("a fixed verdict stands whatever the label", () => {
    const reading = { rung: 1, speed: false, permanence: false, speaker: "seller" } as const;
    const judged = {
      reading,
      rule: { verdict: "risky" },
      kind: "unknown",
      supporters: [],
      hidesForHours: true,
    } as const;
    expect(verdictOf(judged)).toBe("risky");
    expect(verdictOf({ ...judged, reading: { ...reading, speaker: "customer" } })).toBeNull();
  });
});

describe("dose", () => {
  test.each([
    ["Aqua, Niacinamide, Glycerin", "real", true],
    ["Aqua, Niacinamide 4%, Glycerin", "real", false],
    ["Aqua, Glycerin, Phenoxyethanol, Niacinamide", "unsure", null],
    ["Aqua, Glycerin, Phenoxyethanol, Niacinamide 4%", "real", false],
    ["Aqua, Niacinamide 0.5%, Glycerin", "unsure", null],
    // A retinoid works below one per cent.
    ["Aqua, Glycerin, Phenoxyethanol, Retinol", "real", true],
    ["Aqua, Glycerin, Retinyl Palmitate", "unsure", null],
    ["Aqua, Glycerin, Silica. May contain: Niacinamide", "unsure", null],
  ])("%s gives %s", (label, verdict, doseNotStated) => {
    const finding = one("Reduces the look of pores.", { label });
    expect(finding?.verdict).toBe(verdict);
    expect(finding?.supportedBy[0]?.doseNotStated ?? null).toBe(doseNotStated);
  });
});

describe("why a label does not settle a claim", () => {
  test.each([
    ["no-list", {}],
    ["none-found", { label: plainList }],
    ["under-dosed", { label: "Aqua, Niacinamide 0.5%, Glycerin" }],
    ["uncredited", { label: "Aqua, Glycerin, Retinyl Palmitate" }],
    ["not-for-this-kind", { label: niacinamide, kind: "makeup" }],
  ] as const)("%s", (reason, given) => {
    expect(one("Reduces the look of pores.", given)).toMatchObject({ verdict: "unsure", reason });
  });

  test("is said of the active too", () => {
    const found = report([], { label: niacinamide, kind: "makeup" }).label?.actives[0];
    expect(found).toMatchObject({ active: "niacinamide", verdict: "unsure", reason: "not-for-this-kind" });
  });

  test("is not asked where the label supports the claim", () => {
    expect(one("Reduces the look of pores.", { label: niacinamide })?.reason).toBeNull();
    expect(one("Shrinks pores.")?.reason).toBeNull();
  });
});

describe("helpers that nobody has measured", () => {
  test.each(["Alcohol Denat.", "Witch Hazel", "Sodium Silicate", "Talc"])(
    "%s turns no hype into what wears off",
    (name) => {
      const given = report(["Instantly tightens pores."], { label: `Aqua, ${name}, Glycerin` });
      expect(given.label?.actives[0]).toMatchObject({ verdict: "unsure", reason: "uncredited", rung: null });
      expect(given.findings[0]?.verdict).toBe("hype");
    },
  );

  test.each(["Acrylates Copolymer", "PVP", "Magnesium Aluminum Silicate", "Cetearyl Alcohol"])(
    "%s is an everyday ingredient and no helper",
    (name) => {
      expect(report([], { label: `Aqua, ${name}, Glycerin` }).label?.actives).toEqual([]);
    },
  );
});

describe("marks and counts", () => {
  const hype = { rung: 5, form: "sentence", hidden: false, popupOnly: false } as const;

  test.each([
    ["title", true],
    ["bullets", true],
    ["description", true],
    ["tile", true],
    ["other", true],
    ["ingredients", false],
    ["review", false],
    ["article", false],
  ] as const)("hype in the zone %s is marked: %s", (zone, marked) => {
    expect(marking("hype", { ...hype, zone }, "leave-on", "default").marked).toBe(marked);
  });

  test.each([
    ["risky", "default", true, false],
    ["hype", "default", true, false],
    ["unsure", "default", false, false],
    ["real", "default", false, false],
    ["unsure", "everything", true, true],
    ["real", "everything", true, true],
    ["hype", "everything", true, false],
    ["hype", "nothing", false, false],
    [null, "everything", false, false],
  ] as const)("%s with the setting %s: marked %s, quiet %s", (verdict, mark, marked, quiet) => {
    expect(marking(verdict, { ...hype, zone: "bullets" }, "leave-on", mark)).toMatchObject({ marked, quiet });
  });

  test("the name of a makeup is not marked, its copy is", () => {
    expect(one("Poreless Foundation", { kind: "makeup", zone: "title" })).toMatchObject({
      verdict: "hype",
      marked: false,
    });
    expect(one("A poreless finish.", { kind: "makeup" })).toMatchObject({ verdict: "hype", marked: false });
    expect(one("Leaves your skin poreless.", { kind: "makeup" })).toMatchObject({
      verdict: "hype",
      marked: true,
    });
    expect(one("For poreless skin all day.", { kind: "makeup" })).toMatchObject({
      verdict: "hype",
      marked: true,
    });
    expect(one("Erases pores.", { kind: "makeup" })).toMatchObject({ verdict: "hype", marked: true });
    expect(one("Poreless Serum", { kind: "leave-on", zone: "title" })).toMatchObject({ marked: true });
  });

  test("tiles are marked but not counted; reviews and articles are neither", () => {
    expect(report(["Shrinks pores."], { zone: "tile" })).toMatchObject({ count: 0, summary: "others-only" });
    expect(one("Shrinks pores.", { zone: "tile" })).toMatchObject({ marked: true, counted: false });
    for (const zone of ["review", "article"] as const) {
      expect(one("Shrinks pores.", { zone })).toMatchObject({
        marked: false,
        counted: false,
        verdict: null,
        rung: 4,
      });
    }
  });

  test("another product is judged neither by this label nor as this kind", () => {
    const given = { zone: "tile", label: niacinamide } as const;
    expect(one("Reduces the look of pores.", given)).toMatchObject({ verdict: "unsure", reason: "no-list" });
    expect(one("Poreless Foundation", { zone: "tile", kind: "makeup" })).toMatchObject({ marked: true });
  });

  test("what the reader cannot see is not marked and not counted, and summed up all the same", () => {
    expect(report(["Shrinks pores."], { hidden: true })).toMatchObject({
      count: 0,
      summary: "hype-list-unread",
    });
    expect(one("Shrinks pores.", { hidden: true })).toMatchObject({ marked: false, verdict: "hype" });
  });

  test("the count stays when marks are switched off", () => {
    const given = report(["Shrinks pores."], { settings: { mark: "nothing" } });
    expect(given.count).toBe(1);
    expect(given.findings[0]?.marked).toBe(false);
  });

  test("claims in a language whose hits have not been read are shown in the popup only", () => {
    const polish = one("Ten krem trwale usuwa pory.");
    expect(polish).toMatchObject({ verdict: "hype", counted: true, marked: false });
    expect(report(["Ten krem trwale usuwa pory."]).count).toBe(0);
    expect(one("Ten krem trwale usuwa pory.", { settings: { mark: "everything" } })?.marked).toBe(false);
  });

  test("the strict rule, where it is on, stands in for the ladder's own, in the popup only", () => {
    const settings = { rules: { "pores.strict-wording": true } };
    expect(one("Minimizes pores.")).toMatchObject({ rule: "pores.look-smaller", verdict: "unsure" });
    expect(one("Minimizes pores.", { settings })).toMatchObject({
      rule: "pores.strict-wording",
      verdict: "hype",
      marked: false,
    });
    expect(one("Minimizes the look of pores.", { settings })?.rule).toBe("pores.look-smaller");
    expect(report(["Minimizes pores."], { settings }).findings).toHaveLength(1);
  });

  test("a rule that is switched off finds nothing", () => {
    const given = report(["Shrinks pores. Erases pores."], {
      settings: { rules: { "pores.get-smaller": false } },
    });
    expect(given.findings.map(({ rule }) => rule)).toEqual(["pores.gone-for-good"]);
  });
});

describe("report", () => {
  test.each([
    [[], {}, "no-claims"],
    [["A pore vacuum.", "Shrinks pores."], {}, "risky"],
    [["Shrinks pores."], { label: niacinamide }, "hype-despite-real"],
    [["Shrinks pores."], { label: plainList }, "hype-unsupported"],
    [["Shrinks pores."], {}, "hype-list-unread"],
    [["Reduces the look of pores.", "Blurs pores."], { label: plainList }, "unsure"],
    [["Reduces the look of pores.", "Blurs pores."], { label: niacinamide }, "supported"],
    [["Blurs pores."], {}, "wears-off"],
    [["Unclogs pores."], {}, "cleaning-only"],
  ] as const)("%j %o is summed up as %s", (texts, given, summary) => {
    expect(report([...texts], given).summary).toBe(summary);
  });

  test("the gap shows what is claimed and what the label supports, and is absent without a list", () => {
    expect(report(["Shrinks pores. Unclogs pores."], { label: niacinamide }).gap).toEqual({
      claimed: [1, 4],
      supported: [3],
      unknown: [1],
    });
    expect(report(["Shrinks pores."]).gap).toBeNull();
  });

  test("says what was not checked", () => {
    expect(report(["Shrinks pores."]).notChecked).toEqual(["no-ingredient-list", "images"]);
    expect(report([], { label: niacinamide }).notChecked).toEqual(["dose-not-stated", "images"]);
    // Nobody asks how much dimethicone is in it.
    const silicone = "Aqua, Dimethicone, Glycerin, Parfum";
    expect(report([], { label: silicone }).notChecked).toEqual(["images"]);
    expect(report([], {}, { otherLanguages: true }).notChecked).toContain("other-languages");
    const many = Array.from({ length: FINDINGS_MOST + 1 }, () => "Shrinks pores.");
    const capped = report(many, {}, { truncated: true });
    expect(capped.findings).toHaveLength(FINDINGS_MOST);
    expect(capped.notChecked).toEqual(["no-ingredient-list", "images", "too-many-findings", "too-much-text"]);
  });

  test("lists the gravest first and every id once", () => {
    const { findings } = report(["Blurs pores. Shrinks pores. Erases pores. A pore vacuum."]);
    expect(findings.map(({ verdict }) => verdict)).toEqual(["risky", "hype", "hype", "wears-off"]);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  });

  test("lists as many findings as it is asked for", () => {
    const many = Array.from({ length: FINDINGS_MOST + 1 }, () => "Shrinks pores.");
    const all = report(many, {}, { most: Number.POSITIVE_INFINITY });
    expect(all.findings).toHaveLength(FINDINGS_MOST + 1);
    expect(all.notChecked).not.toContain("too-many-findings");
  });

  test("reads the longest of several lists", () => {
    const labels = [plainList, `${niacinamide}, Allantoin, Panthenol`].flatMap(
      (text) => engine.readLabel(text) ?? [],
    );
    expect(report([], {}, { labels }).label?.actives.map(({ active }) => active)).toEqual(["niacinamide"]);
  });
});
