/** What every rule file must meet before it ships. Each rule is its own test, so a failure names the rule. */
import { describe, expect, test } from "vitest";
import { readRuleSet } from "../../src/build/rules.ts";
import { createReader } from "../../src/engine/claims/read.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { fallsUnder } from "../../src/engine/judge.ts";
import type { Outcome, Rule, Rung, Treatment } from "../../src/engine/model.ts";
import { createTreatmentFinder } from "../../src/engine/treatments.ts";
import { REACH } from "../../src/engine/verdict.ts";
import { markedExample } from "./examples.ts";

const ruleSet = readRuleSet();
const reader = createReader(ruleSet);
const FLAGS_LEAST = 3;
const PASSES_LEAST = 4;

function found(text: string, rule: Rule, read = reader.read) {
  return read({ text, zone: "description" })
    .filter((reading) => reading.rule === rule.id || fallsUnder(reading, rule))
    .filter(({ polarity }) => polarity === "asserted")
    .map(({ start, end }) => text.slice(start, end));
}

/** Outcomes that speak to a rung: a sebum trial does not support a claim on how pores look. */
const OUTCOMES_OF: Record<Rung, Outcome[]> = {
  1: ["comedones"],
  2: ["optical", "sebum"],
  3: ["pore-appearance"],
  4: ["pore-size"],
  5: ["pore-size"],
};

describe.each(ruleSet.rules)("rule $id", (rule) => {
  test("brings enough examples in every language that it matches in", () => {
    const languages =
      rule.covers && !rule.covers.unhedged
        ? ruleSet.words.map(({ language }) => language)
        : Object.keys(rule.phrases ?? {});
    for (const language of languages) {
      const examples = rule.examples[language];
      expect(examples?.flags.length, `flags in ${language}`).toBeGreaterThanOrEqual(FLAGS_LEAST);
      expect(examples?.passes.length, `passes in ${language}`).toBeGreaterThanOrEqual(PASSES_LEAST);
    }
  });

  const examples = Object.values(rule.examples);
  test.each(examples.flatMap(({ flags }) => flags))("flags %s", (example) => {
    const { text, start, end } = markedExample(example);
    expect(found(text, rule)).toEqual([text.slice(start, end)]);
  });

  test.each(examples.flatMap(({ passes }) => passes))("passes %s", (example) => {
    expect(found(example, rule)).toEqual([]);
  });

  for (const [language, antipatterns] of Object.entries(rule.antipatterns ?? {})) {
    test.each(antipatterns)("needs its antipattern %s", (antipattern) => {
      const others = antipatterns.filter((other) => other !== antipattern);
      const without = { ...rule, antipatterns: { ...rule.antipatterns, [language]: others } };
      const { read } = createReader({
        ...ruleSet,
        rules: ruleSet.rules.map((other) => (other === rule ? without : other)),
      });
      const flagged = (rule.examples[language]?.passes ?? []).filter(
        (pass) => found(pass, rule, read).length > 0,
      );
      expect(flagged, "a pass that is flagged without it").not.toEqual([]);
    });
  }

  test("says the same things for every kind of product that it names", () => {
    const texts = rule.texts.en;
    expect(texts?.instead).toContain("{supported}");
    expect(texts?.["says-supported"] ?? "{supported}").toContain("{supported}");
    for (const [part, text] of Object.entries(texts ?? {})) {
      const isFilled = part.startsWith("instead") || part === "says-supported";
      if (!isFilled) expect(text, part).not.toContain("{");
      expect(text.length, part).toBeLessThanOrEqual(260);
    }
  });
});

describe.each(ruleSet.words)("words in $language", (words) => {
  const misread = (read: typeof reader.read, text: string) =>
    read({ text, zone: "description" }).map(({ quote }) => quote);

  test.each(words.antipatterns)("need the antipattern $phrase", (antipattern) => {
    expect(misread(reader.read, antipattern.example)).toEqual([]);
    const antipatterns = words.antipatterns.filter((other) => other !== antipattern);
    const others = ruleSet.words.filter((other) => other !== words);
    const without = createReader({ ...ruleSet, words: [...others, { ...words, antipatterns }] });
    expect(misread(without.read, antipattern.example)).not.toEqual([]);
  });
});

describe("the ladder", () => {
  test("has one rule for each rung", () => {
    const covered = ruleSet.rules
      .flatMap(({ covers }) => (covers && !covers.unhedged ? covers.rung : []))
      .sort();
    expect(covered).toEqual([1, 2, 3, 4, 5]);
  });
});

/** Families that shops of every language meet; the others may begin with English. */
describe.each(["ladder", "devices"])("family %s", (family) => {
  test("matches by each of its rules in every language that has words", () => {
    const rules = ruleSet.rules.filter((rule) => rule.family === family);
    expect(rules).not.toEqual([]);
    const silent = rules.flatMap((rule) =>
      ruleSet.words
        .filter((words) => {
          const { covers } = rule;
          const phrases = covers
            ? words.actions.filter(({ rung }) => rung === covers.rung).flatMap((action) => action.phrases)
            : (rule.phrases?.[words.language] ?? []);
          return phrases.length === 0;
        })
        .map(({ language }) => `${rule.id} in ${language}`),
    );
    expect(silent).toEqual([]);
  });
});

describe.each(ruleSet.actives)("active $id", (active) => {
  test("supports rungs only with evidence on their own outcome", () => {
    for (const { rung, outcome, credited } of active.supports) {
      if (credited) expect(OUTCOMES_OF[rung], `rung ${rung}`).toContain(outcome);
    }
  });

  test("is found by each of its names and by none of its look-alikes", () => {
    const engine = createEngine(ruleSet);
    const listed = (name: string) =>
      engine.readLabel(`Aqua, Glycerin, ${name}, Parfum`)?.entries.find((entry) => entry.printed === name);
    for (const name of active.names) expect(listed(name)?.active, name).toBe(active.id);
    for (const name of active.lookalikes) expect(listed(name)?.active, name).toBeNull();
  });

  test("has texts that are short enough to read", () => {
    for (const texts of Object.values(active.texts)) {
      for (const [part, text] of Object.entries(texts)) expect(text.length, part).toBeLessThanOrEqual(260);
      expect(texts.can, "a clause").not.toMatch(/[.!?]$/);
    }
  });

  test("is credited only by sources that measured the outcome", () => {
    const sources = new Map(ruleSet.sources.map((source) => [source.id, source]));
    for (const support of active.supports.filter(({ credited }) => credited)) {
      const measured = support.evidence.flatMap((id) => sources.get(id)?.outcomes ?? []);
      expect(measured, `rung ${support.rung}`).toContain(support.outcome);
    }
  });
});

describe.each(ruleSet.treatments)("treatment $id", (treatment) => {
  const languages = Object.keys(treatment.names);
  const examplesIn = (language: string) => treatment.examples[language] ?? { finds: [], passes: [] };
  const findWith = (changes: Partial<Treatment>) => {
    const others = ruleSet.treatments.map((other) =>
      other === treatment ? { ...treatment, ...changes } : other,
    );
    return createTreatmentFinder(others, ruleSet.words);
  };
  const find = findWith({});

  test("supports rungs only with evidence on their own outcome, of sources that measured it", () => {
    const sources = new Map(ruleSet.sources.map((source) => [source.id, source]));
    for (const { rung, outcome, evidence } of treatment.supports.filter(({ credited }) => credited)) {
      expect(OUTCOMES_OF[rung], `rung ${rung}`).toContain(outcome);
      for (const id of evidence) expect(sources.get(id)?.outcomes, id).toContain(outcome);
    }
  });

  test("reaches no rung that nothing reaches", () => {
    for (const { rung } of treatment.supports) expect(rung).toBeLessThanOrEqual(REACH.service);
  });

  test("matches in languages that have words, and brings examples in each", () => {
    for (const language of languages) {
      expect(ruleSet.words.map((words) => words.language)).toContain(language);
      expect(examplesIn(language).passes.length).toBeGreaterThanOrEqual(PASSES_LEAST);
    }
  });

  test.each(languages.flatMap((language) => examplesIn(language).finds))("is found in %s", (sentence) => {
    expect(find(sentence)).toEqual([treatment.id]);
  });

  test.each(languages.flatMap((language) => examplesIn(language).passes))("is not in %s", (sentence) => {
    expect(find(sentence)).not.toContain(treatment.id);
  });

  test.each(
    languages.flatMap((language) => (treatment.names[language] ?? []).map((name) => [language, name])),
  )("in %s, an example is found by the name %s alone", (language = "", name = "") => {
    const alone = findWith({ names: { [language]: [name] } });
    expect(
      examplesIn(language).finds.filter((sentence) => alone(sentence).includes(treatment.id)),
    ).not.toEqual([]);
  });

  for (const [language, antipatterns] of Object.entries(treatment.antipatterns ?? {})) {
    test.each(antipatterns)("needs its antipattern %s", (antipattern) => {
      const others = antipatterns.filter((other) => other !== antipattern);
      const without = findWith({ antipatterns: { ...treatment.antipatterns, [language]: others } });
      const { passes } = examplesIn(language);
      expect(passes.filter((sentence) => without(sentence).includes(treatment.id))).not.toEqual([]);
    });
  }

  test("has texts that are short enough to read", () => {
    for (const texts of Object.values(treatment.texts)) {
      for (const [part, text] of Object.entries(texts)) expect(text.length, part).toBeLessThanOrEqual(260);
      expect(texts.can, "a clause").not.toMatch(/[.!?]$/);
    }
  });
});

test.each(["Laser hair removal.", "A laser printer.", "A home laser.", "A serum with peptides."])(
  "no treatment is named in %s",
  (sentence) => {
    expect(createTreatmentFinder(ruleSet.treatments, ruleSet.words)(sentence)).toEqual([]);
  },
);

describe("the routine", () => {
  const { steps, pairs } = ruleSet.routine;

  test("has texts that are short enough to read", () => {
    const texts = [...steps, ...pairs].flatMap((one) => Object.values<Record<string, string>>(one.texts));
    for (const [part, text] of texts.flatMap((one) => Object.entries(one))) {
      expect(text.length, part).toBeLessThanOrEqual(200);
    }
  });

  test("asks nobody to wait longer or shorter than the actives of a step take", () => {
    for (const { id, actives, weeks } of steps.filter((step) => step.weeks !== undefined)) {
      const meant = ruleSet.actives.filter((one) => actives.includes(one.id) || actives.includes(one.family));
      const most = meant.flatMap((one) => one.supports.filter(({ credited }) => credited));
      expect(Math.max(...most.map((support) => support.weeks[1])), id).toBe(weeks?.[1]);
    }
  });

  test("keeps apart, or brings together, two different sides", () => {
    for (const { id, one, other } of pairs)
      expect(
        one.filter((name) => other.includes(name)),
        id,
      ).toEqual([]);
  });
});

test("every source is cited somewhere", () => {
  const cited = new Set([
    ...ruleSet.rules.flatMap(({ evidence, regulators }) => [...evidence, ...regulators].map(({ id }) => id)),
    ...[...ruleSet.actives, ...ruleSet.treatments].flatMap(({ supports }) =>
      supports.flatMap(({ evidence }) => evidence),
    ),
    ...[...ruleSet.actives, ...ruleSet.treatments].flatMap(({ safety }) => safety ?? []),
    ...[...ruleSet.routine.steps, ...ruleSet.routine.pairs].flatMap(({ evidence }) => evidence),
  ]);
  expect(ruleSet.sources.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([]);
});
