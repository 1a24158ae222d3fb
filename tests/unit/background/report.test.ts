/** From messages to reports, marks and texts, without a browser. */
import { describe, expect, test } from "vitest";
import {
  applyBlocks,
  emptyDoc,
  hiddenKey,
  marksFor,
  type ReportSettings,
  reportOf,
} from "../../../src/background/report.ts";
import type { DocState } from "../../../src/background/tab-state.ts";
import { createViews } from "../../../src/background/views.ts";
import { readInterfaceTexts } from "../../../src/build/interface-texts.ts";
import { readRuleSet } from "../../../src/build/rules.ts";
import { createEngine } from "../../../src/engine/engine.ts";
import type { Block, PageFacts, Zone } from "../../../src/engine/model.ts";

const ruleSet = readRuleSet();
const engine = createEngine(ruleSet);
const views = createViews(engine, ruleSet, readInterfaceTexts("en", ruleSet));
const settings = { rules: {}, mark: "default" } as const;

const facts = (name: string, ingredients = ""): PageFacts => ({
  type: "product",
  name,
  brand: "",
  category: "",
  ingredients,
  shop: null,
});
const block = (id: number, text: string, zone: Zone = "bullets"): Block => ({
  id,
  zone,
  text,
  hidden: false,
});

const doc = (given: Partial<DocState> = {}): DocState => ({ ...emptyDoc("d"), revision: 0, ...given });

function docWith(added: Block[], given: Partial<DocState> = {}, frame = 0): DocState {
  const made = doc(given);
  applyBlocks(made, frame, { added, removed: [] }, engine);
  return made;
}

test("percentages come from the list, else from the name, the title, the bullets", () => {
  const list = "Aqua, Niacinamide, Glycerin, Salicylic Acid 1%, Parfum";
  const made = docWith([
    block(1, list, "ingredients"),
    block(2, "With 4% niacinamide and 2% salicylic acid"),
    block(3, "Niacinamide 5%", "title"),
  ]);
  const { label } = reportOf({ docs: { 0: made }, hidden: [] }, engine, { rules: {}, mark: "default" });
  expect(
    label?.actives.map(({ active, percent, percentFrom }) => ({ active, percent, percentFrom })),
  ).toEqual([
    { active: "niacinamide", percent: 5, percentFrom: "page" },
    { active: "salicylic-acid", percent: 1, percentFrom: "list" },
  ]);
});

test("a list that is headed and cannot be read is told from none", () => {
  const notChecked = (blocks: Block[]) =>
    reportOf({ docs: { 0: docWith(blocks) }, hidden: [] }, engine, { rules: {}, mark: "default" })
      .notChecked[0];
  expect(notChecked([])).toBe("no-ingredient-list");
  expect(notChecked([block(1, "", "ingredients")])).toBe("list-in-image");
  expect(notChecked([block(1, "", "ingredients"), block(2, "All good things.", "ingredients")])).toBe(
    "list-unread",
  );
});

test("products of a kit keep their lists; the same list again, and its highlights, do not count", () => {
  const serum = "Aqua, Niacinamide, Glycerin, Butylene Glycol, Panthenol, Parfum";
  const mask = "Aqua, Kaolin, Bentonite, Talc, Xanthan Gum";
  const made = docWith([
    block(1, serum, "ingredients"),
    block(2, serum.toUpperCase(), "ingredients"),
    block(3, "Niacinamide, Glycerin, Panthenol", "ingredients"),
    block(4, mask, "ingredients"),
  ]);
  const report = reportOf({ docs: { 0: made }, hidden: [] }, engine, { rules: {}, mark: "default" });
  expect(report.label?.total).toBe(6);
  expect(
    report.otherLabels.map(({ total, actives }) => [total, actives.map(({ active }) => active)]),
  ).toEqual([[5, expect.arrayContaining(["clay"])]]);
});

const quotes = (made: DocState) => made.readings.map(({ quote }) => quote);

describe("blocks", () => {
  test("are added, replaced and removed by id", () => {
    const made = docWith([block(1, "Shrinks pores"), block(2, "Erases pores")]);
    expect(quotes(made)).toEqual(["Shrinks pores", "Erases pores"]);
    applyBlocks(made, 0, { added: [block(1, "Blurs pores")], removed: [2] }, engine);
    expect(quotes(made)).toEqual(["Blurs pores"]);
    applyBlocks(made, 0, { added: [], removed: [1, 99] }, engine);
    expect(quotes(made)).toEqual([]);
  });

  test("of an ingredient list become a label, and leave it when they go", () => {
    const made = docWith([block(5, "Aqua, Niacinamide, Glycerin", "ingredients")]);
    expect(made.labels).toHaveLength(1);
    applyBlocks(made, 0, { added: [], removed: [5] }, engine);
    expect(made.labels).toEqual([]);
  });

  test("of several ingredient lists keep the names of their products", () => {
    const list = (id: number, label?: string) => ({
      ...block(id, "Aqua, Niacinamide, Glycerin", "ingredients"),
      ...(label === undefined ? {} : { label }),
    });
    const made = docWith([list(5, "Day Gel"), list(6)]);
    expect(made.labels.map(({ block, label }) => [block, label.name])).toEqual([
      [5, "Day Gel"],
      [6, undefined],
    ]);
  });
});

describe("report", () => {
  test("frames make one report, each with its own marks", () => {
    const docs = {
      0: docWith([block(1, "Shrinks pores")], { facts: facts("Lumora Serum") }),
      4: docWith([block(1, "Erases pores")], {}, 4),
    };
    const report = reportOf({ docs, hidden: [] }, engine, settings);
    expect(report.count).toBe(2);
    expect(report.product).toMatchObject({ name: "Lumora Serum", kind: "leave-on" });
    expect(marksFor(report, 0).map(({ quote }) => quote)).toEqual(["Shrinks pores"]);
    expect(marksFor(report, 4).map(({ quote }) => quote)).toEqual(["Erases pores"]);
    expect(marksFor(report, 9)).toEqual([]);
  });

  test("the list of the structured data counts where the page shows none", () => {
    const docs = { 0: docWith([], { facts: facts("Lumora Serum", "Aqua, Niacinamide, Glycerin") }) };
    expect(reportOf({ docs, hidden: [] }, engine, settings).label?.actives).toHaveLength(1);
  });

  test("a claim that the reader hid stays listed, without mark and count", () => {
    const docs = { 0: docWith([block(1, "Shrinks pores"), block(2, "Erases pores")]) };
    const hidden = [hiddenKey({ rule: "pores.get-smaller", quote: "Shrinks pores" })];
    const report = reportOf({ docs, hidden }, engine, settings);
    expect(report.count).toBe(1);
    expect(report.findings).toHaveLength(2);
    expect(marksFor(report, 0).map(({ quote }) => quote)).toEqual(["Erases pores"]);
  });

  test("says so where the page is in a language that is not matched", () => {
    const finnish = { ...block(1, "Pienentää pores"), lang: "fi-FI" };
    const given = (added: Block[]) => reportOf({ docs: { 0: docWith(added) }, hidden: [] }, engine, settings);
    expect(given([finnish]).notChecked).toContain("other-languages");
    expect(given([{ ...finnish, lang: "en-GB" }]).notChecked).not.toContain("other-languages");
  });

  test("keeps no more readings than the storage holds, says so, and reads the label all the same", () => {
    const many = [1, 2].map((id) => block(id, "Shrinks pores. ".repeat(1_500)));
    const added = [
      ...many,
      block(3, "Erases pores."),
      block(4, "Aqua, Niacinamide, Glycerin", "ingredients"),
    ];
    const report = reportOf({ docs: { 0: docWith(added) }, hidden: [] }, engine, settings);
    expect(report.count).toBe(2_000);
    expect(report.notChecked).toContain("too-many-findings");
    expect(report.label?.actives.map(({ active }) => active)).toEqual(["niacinamide"]);
  });
});

describe("advice", () => {
  const advised = (list: string, name = "Lumora Serum") =>
    views.report(
      reportOf({ docs: { 0: docWith([], { facts: facts(name, list) }) }, hidden: [] }, engine, settings),
      0,
    );

  test("comes with texts and sources: steps, the routine, pairs, cautions", () => {
    const { advice } = advised("Aqua, Niacinamide, Glycerin, Retinol, Parfum");
    expect(advice?.steps.map(({ title, time, often }) => [title, time, often])).toEqual([
      ["Niacinamide", "either", [7, 7]],
      ["Retinoid or retinol", "evening", [2, 3]],
    ]);
    expect(advice?.routine.steps.length).toBeGreaterThan(4);
    expect(advice?.pairs.map(({ inside, one, other }) => (inside === "one" ? other : one))).toContain(
      "Acids such as AHA or salicylic acid",
    );
    expect(advice?.cautions).toMatchObject([{ actives: ["retinol"], titles: ["Retinol"] }]);
    expect(advice?.cautions[0]?.text).toContain("pregnant");
    const parts = [...(advice?.steps ?? []), ...(advice?.pairs ?? []), ...(advice?.cautions ?? [])];
    for (const { evidence } of parts) expect(evidence).not.toEqual([]);
  });

  test("says a caution once that several actives share", () => {
    const { advice } = advised("Aqua, Glycerin, Salix Alba Bark Extract, Betaine Salicylate, Niacinamide");
    const shared = advice?.cautions.map(({ actives }) => actives);
    expect(shared).toEqual([["salicylic-acid-weak"], ["salicylic-acid-relatives"]]);
    const both = advised("Aqua, Retinal, Hydroxypinacolone Retinoate, Tazarotene, Trifarotene, Adapalene");
    expect(new Set(both.advice?.cautions.map(({ text }) => text)).size).toBe(both.advice?.cautions.length);
  });

  test("is none where there is nothing to advise", () => {
    expect(advised("Aqua, Glycerin, Butylene Glycol, Parfum").advice).toBeNull();
    expect(advised("Aqua, Retinol, Glycerin, Parfum", "Lumora Cleanser").advice).toBeNull();
  });
});

describe("treatments", () => {
  const clinic = { facts: facts("Lumora skin clinic") };
  const named = (made: DocState) =>
    reportOf({ docs: { 0: made }, hidden: [] }, engine, settings).treatments.map(
      ({ treatment }) => treatment,
    );

  test("are added, replaced and removed with their blocks", () => {
    const made = docWith(
      [block(1, "Fractional laser shrinks pores"), block(2, "Microneedling for pores")],
      clinic,
    );
    expect(named(made)).toEqual(["fractional-laser", "microneedling"]);
    applyBlocks(made, 0, { added: [block(2, "Botulinum injections for pores")], removed: [1] }, engine);
    expect(named(made)).toEqual(["botulinum"]);
    applyBlocks(made, 0, { added: [], removed: [2] }, engine);
    expect(made.treatments).toEqual([]);
    expect(named(made)).toEqual([]);
  });

  test.each([
    ["title", 1],
    ["bullets", 1],
    ["description", 1],
    ["other", 1],
    ["review", 0],
    ["article", 0],
    ["tile", 0],
    ["ingredients", 0],
  ] as const)("named in the zone %s: %i", (zone, count) => {
    expect(named(docWith([block(1, "Fractional laser for pores", zone)], clinic))).toHaveLength(count);
  });

  test("are those of the page's name and category, where these name any", () => {
    const made = docWith([block(1, "Combine it with fractional laser to shrink pores")], {
      facts: { ...facts("Lumora pore session"), category: "Clinic > Botulinum injections" },
    });
    expect(named(made)).toEqual(["botulinum"]);
    const report = reportOf({ docs: { 0: made }, hidden: [] }, engine, settings);
    expect(report.findings.every(({ verdict }) => verdict !== "real")).toBe(true);
  });

  test("count for nothing on the page of a home device or a cream", () => {
    for (const name of ["Lumora laser device", "Lumora Serum"]) {
      const made = docWith([block(1, "Like fractional laser: shrinks pores")], { facts: facts(name) });
      const report = reportOf({ docs: { 0: made }, hidden: [] }, engine, settings);
      expect(report.treatments).toEqual([]);
      expect(report.findings[0]?.verdict).toBe("hype");
    }
  });

  test("come with their texts and their evidence, and answer the claim", () => {
    const made = docWith([block(1, "Fractional laser shrinks pores")], clinic);
    const report = views.report(reportOf({ docs: { 0: made }, hidden: [] }, engine, settings), 1);
    const [found] = report.treatments;
    expect(found).toMatchObject({ title: "Fractional laser and laser resurfacing", weeks: [4, 12] });
    expect(found?.evidence.map(({ id }) => id)).toContain("fisher2005");
    expect(found?.caution).toContain("Redness");
    expect(report.findings[0]).toMatchObject({ verdict: "real", evidenceCertainty: "low" });
    expect(report.findings[0]?.instead).toContain(
      "What this one can do: fractional laser can make pores smaller",
    );
  });
});

describe("texts", () => {
  const view = (text: string, name: string, ingredients = "") => {
    const docs = { 0: docWith([block(1, text)], { facts: facts(name, ingredients) }) };
    return views.report(reportOf({ docs, hidden: [] }, engine, settings), 1.5);
  };

  test("name what the label supports, or what does help", () => {
    expect(
      view("Shrinks pores", "Lumora Serum", "Aqua, Niacinamide, Glycerin").findings[0]?.instead,
    ).toContain("What this one can do: niacinamide (2 to 5%)");
    expect(view("Shrinks pores", "Lumora Serum").findings[0]?.instead).toContain(
      "Salicylic acid, niacinamide or a retinoid",
    );
  });

  test("depend on the kind of product", () => {
    expect(view("Erases pores", "Lumora Serum").findings[0]?.says).toBe(
      "No product can remove a pore, close it or shrink it for good.",
    );
    expect(view("Erases pores", "Lumora laser clinic").findings[0]?.says).toBe(
      "No treatment removes pores or shrinks them for good.",
    );
  });

  test("carry evidence with a source, and never a placeholder", () => {
    for (const rule of ruleSet.rules) {
      const { evidence } = views.rule(rule, true, []);
      expect(evidence.map(({ id }) => id)).toEqual(rule.evidence.map(({ id }) => id));
    }
    for (const { says, because, instead } of view(
      "Shrinks pores. Erases pores. Blurs pores.",
      "Lumora",
      "Aqua, Kaolin, Retinol",
    ).findings) {
      expect(`${says}${because}${instead}`).not.toMatch(/[{}]/);
    }
  });

  test("answer physical words for something that wears off as such", () => {
    const found = view("Instantly tightens pores", "Lumora Clay Mask", "Aqua, Kaolin, Glycerin").findings[0];
    expect(found).toMatchObject({ verdict: "wears-off", evidenceCertainty: "low" });
    expect(found?.says).toContain("for some hours");
  });

  test("name what makes a real claim real", () => {
    const found = view("Reduces the look of pores", "Lumora Serum", "Aqua, Niacinamide, Glycerin")
      .findings[0];
    expect(found).toMatchObject({ verdict: "real", evidenceCertainty: "low" });
    expect(found?.says).toBe(
      "This is possible: niacinamide (2 to 5%) may make pores look a little less visible after about 8 weeks.",
    );
  });
});

describe("settings of a reader", () => {
  const state = (host: string) => ({
    docs: { 0: docWith([block(1, "Erases pores forever"), block(2, "Borra los poros para siempre")]) },
    hidden: [],
    host,
  });
  const quotes = (host: string, more: Partial<ReportSettings>) =>
    reportOf(state(host), engine, { ...settings, ...more }).findings.map(({ quote }) => quote);

  test("a rule with an exception for a site is off there and on elsewhere", () => {
    const exceptions = { "pores.gone-for-good": ["shop.example"] };
    expect(quotes("shop.example", { exceptions })).toEqual([]);
    expect(quotes("other.example", { exceptions })).toHaveLength(2);
  });

  test("claims in a language that is switched off are not there", () => {
    expect(quotes("shop.example", { languagesOff: ["es"] })).toEqual(["Erases pores forever"]);
    expect(quotes("shop.example", { languagesOff: ["en", "es"] })).toEqual([]);
  });
});

describe("what the reader switched off", () => {
  const judged = (text: string, more: Partial<ReportSettings>) =>
    reportOf(
      {
        docs: { 0: docWith([block(1, text), block(2, "Aqua, Niacinamide, Talc, Mica", "ingredients")]) },
        hidden: [],
      },
      engine,
      { ...settings, ...more },
    );
  const BOTH = "Erases pores forever. Reduces the look of pores.";

  test("never makes a page look better: what was left out is said, and nothing is praised", () => {
    const off = { rules: { "pores.gone-for-good": false } };
    expect(judged(BOTH, off)).toMatchObject({ summary: "rules-off" });
    expect(judged(BOTH, off).notChecked).toContain("rules-off");
    expect(judged("Erases pores forever.", off).summary).toBe("rules-off");
    expect(judged(BOTH, { languagesOff: ["en"] }).summary).toBe("rules-off");
    expect(judged(BOTH, { languagesOff: ["en"] }).notChecked).toContain("languages-off");
  });

  test("is not spoken of where nothing was left out", () => {
    const off = { rules: { "pores.gone-for-good": false } };
    const report = judged("Reduces the look of pores.", off);
    expect(report.summary).toBe("supported");
    expect(report.notChecked).not.toContain("rules-off");
    // A rule that nobody switched on is not left out.
    expect(judged("Minimizes pores.", {}).notChecked).not.toContain("rules-off");
    expect(judged("Reduces the look of pores.", { languagesOff: ["de"] }).notChecked).not.toContain(
      "languages-off",
    );
  });

  test("does not hide what is worse", () => {
    const off = { rules: { "pores.look-smaller": false } };
    expect(judged(BOTH, off).summary).toBe("hype-despite-real");
  });
});

test("what does not help in a product has no dose and no weeks, and is not counted as evidence", () => {
  const given = docWith([block(1, "Aqua, Niacinamide 4%, Retinol, Talc", "ingredients")], {
    facts: facts("Face wash cleanser"),
  });
  const { label } = views.report(reportOf({ docs: { 0: given }, hidden: [] }, engine, settings), 0);
  const retinol = label?.actives.find(({ active }) => active === "retinol");
  expect(retinol).toMatchObject({ verdict: "unsure", reason: "not-for-this-kind", dose: null, weeks: null });
});
