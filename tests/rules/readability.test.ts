/** Explanations are written so that a twelve-year-old understands them: the Flesch-Kincaid grade of US schools is 6 at that age. */
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { expect, test } from "vitest";
import { readRuleSet } from "../../src/build/rules.ts";

/** A single sentence may be a little harder than the whole. */
const GRADE = { whole: 7, sentence: 10 };
/** Names that have no plain word. Each counts as one word of one syllable. */
const NAMES =
  /salicylic acid|salicylates|niacinamide|retinoid|retinol|non-comedogenic|moisturiser|botulinum toxin|radio[ -]frequency|\{supported\}/gi;

function gradeOf(text: string): number {
  const plain = text.replace(NAMES, "name");
  return fleschKincaid({
    sentence: plain.match(/[.!?](?=\s|$)/g)?.length ?? 1,
    word: plain.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 1,
    syllable: syllable(plain),
  });
}

test("hard text is told from easy text", () => {
  expect(gradeOf("Pores do not open. They have no muscle.")).toBeLessThan(3);
  expect(
    gradeOf(
      "Histological investigations demonstrated considerable heterogeneity regarding infundibular dimensions across populations.",
    ),
  ).toBeGreaterThan(15);
});

const ruleSet = readRuleSet();
const texts = ruleSet.rules.flatMap(({ id, texts: byLanguage }) => {
  const { title: _, ...parts } = byLanguage.en as Record<string, string>;
  return [{ id, parts }];
});

const { steps, pairs } = ruleSet.routine;
const routine = [...steps, ...pairs].map(({ id, texts: { en = {} } }) => ({
  id: `routine: ${id}`,
  parts: Object.fromEntries(Object.entries(en).filter(([part]) => ["do", "avoid", "because"].includes(part))),
}));

test.each([...texts, ...routine])("$id is easy to read", ({ parts }) => {
  expect(gradeOf(Object.values(parts).join(" "))).toBeLessThanOrEqual(GRADE.whole);
  for (const text of Object.values(parts)) {
    // Of a few words the grade says nothing.
    if (text.split(" ").length < 8) continue;
    expect(gradeOf(text), text).toBeLessThanOrEqual(GRADE.sentence);
  }
});
