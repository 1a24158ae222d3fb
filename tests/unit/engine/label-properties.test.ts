/** What holds of every label text, whatever stands in it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readRuleSet } from "../../../src/build/rules.ts";
import { createEngine } from "../../../src/engine/engine.ts";
import { cost } from "../cost.ts";

const ruleSet = readRuleSet();
const engine = createEngine(ruleSet);

/** Pieces that labels are made of, and what goes wrong in them. */
const pieces = [
  ...ruleSet.inciNames.filter((_, at) => at % 30 === 0),
  ...ruleSet.actives.flatMap(({ names }) => names.slice(0, 2)),
  ", ",
  "; ",
  " • ",
  " - ",
  "\n",
  "\n\n",
  "(",
  ")",
  "[+/- ",
  "]",
  "*",
  "2%",
  " 0,5 %",
  "Ingredients: ",
  "Active Ingredients: ",
  "May contain: ",
  "-Zinc: Calms the skin.",
  ". Please check the pack.",
  "<br>",
  "&amp;",
  "['",
  "', '",
  "水、",
  "\u00ad",
  "\ud83c",
];
const label = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(""));
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();

test("no text throws, and entries say nothing that is not printed", () => {
  fc.assert(
    fc.property(fc.oneof(label, fc.string({ maxLength: 300 })), (text) => {
      const read = engine.readLabel(text);
      const printed = letters(text.replace(/<br>|&amp;/g, " "));
      for (const entry of read?.entries ?? []) {
        expect(printed).toContain(letters(entry.printed));
        if (entry.percent !== undefined) expect(entry.percent).toBeLessThanOrEqual(100);
      }
    }),
    { numRuns: 400 },
  );
});

test("upper and lower case give the same entries and actives", () => {
  const list = fc.uniqueArray(fc.constantFrom(...ruleSet.inciNames), { minLength: 5, maxLength: 30 });
  fc.assert(
    fc.property(list, (names) => {
      const text = names.join(", ");
      const keys = (from: string) =>
        (engine.readLabel(from)?.entries ?? []).map(({ name, active }) => [letters(name), active]);
      expect(keys(text.toUpperCase())).toEqual(keys(text));
    }),
    { numRuns: 60 },
  );
});

test("a list of known names is read name by name", () => {
  const plain = ruleSet.inciNames.filter((name) => /^[a-z]{4,}(?: [a-z]+)*$/.test(name));
  const list = fc.uniqueArray(fc.constantFrom(...plain), { minLength: 5, maxLength: 30 });
  fc.assert(
    fc.property(list, (names) => {
      const read = engine.readLabel(names.join(", "));
      expect(read?.entries.map(({ printed }) => printed)).toEqual(names);
      expect(read?.entries.every(({ known }) => known)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["brackets", "a (b ["],
  ["commas", ", "],
  ["one word", "a"],
  ["dashes", "a - b-"],
  ["percentages", "1% "],
  ["headings", "Ingredients: may contain: "],
  ["stars", " *"],
  ["words without separators", "glycerin aqua "],
  ["lines", "butylene glycol\n"],
  ["spaces", " "],
  ["tabs", "\t"],
  ["digits", "1"],
  ["stars and words", "a *a "],
  ["full stops", "A. "],
  ["halves", "Copolymer, "],
  ["unknown words", "brillig slithy "],
  ["codes", "f i l "],
  ["open tags", "<p "],
  ["bullets", "-\n"],
])("a hostile text costs hardly more a character than a list: %s", (_, piece) => {
  const perCharacter = (text: string) => cost(() => engine.readLabel(text)) / text.length;
  // A list as labels hold them: hardly a name is met twice.
  const plain = ruleSet.inciNames.filter((name) => /^[ -~]+$/.test(name)).join(", ");
  perCharacter(plain);
  const hostile = `aqua, glycerin, ${piece.repeat(120_000 / piece.length)}`;
  // Three to five for many entries of few letters; hundreds where the time were quadratic.
  expect(perCharacter(hostile) / perCharacter(plain)).toBeLessThan(12);
});
