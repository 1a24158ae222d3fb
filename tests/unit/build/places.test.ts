/** The place that an error names is that of the character which is wrong, however the text is written in YAML. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readRuleFile } from "../../../src/build/rule-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "places-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Where an error on the "X" of the text under `text` is said to be. `^` marks the place in the file that is expected. */
function expectPlace(yaml: string, path: (string | number)[], value: string) {
  const marked = yaml.replace("^", "");
  const before = yaml.slice(0, yaml.indexOf("^")).split("\n");
  const file = join(folder, "file.yaml");
  writeFileSync(file, marked);
  const read = readRuleFile(file, v.unknown());
  const error = read.errorAt(path, "wrong", value.indexOf("X"));
  expect(error.message).toContain(`:${before.length}:${(before.at(-1)?.length ?? 0) + 1}: wrong`);
}

test.each([
  ["plain", "text: one ^X two", "one X two"],
  ["double quotes", 'text: "one ^X two"', "one X two"],
  ["single quotes", "text: 'one ^X two'", "one X two"],
  ["an escaped quote before it", 'text: "one \\"two\\" ^X"', 'one "two" X'],
  ["a doubled quote before it", "text: 'it''s ^X'", "it's X"],
  ["a folded block", "text: >-\n  one two\n  three ^X\n", "one two three X"],
  ["a literal block", "text: |-\n  one two\n  three ^X\n", "one two\nthree X"],
  ["plain text over two lines", "text: one two\n  three ^X", "one two three X"],
])("in %s", (_, yaml, value) => {
  expectPlace(yaml, ["text"], value);
});

test("in a line of words, the word that is wrong", () => {
  expectPlace("words: >-\n  one two\n  three ^X*\n", ["words", 3], "X*");
});

test("in a list", () => {
  expectPlace('list:\n  - one\n  - "two ^X"', ["list", 1], "two X");
});

test("where nothing is written, the nearest parent", () => {
  const file = join(folder, "file.yaml");
  writeFileSync(file, "a: 1\nouter:\n  inner: {b: 2}\n");
  expect(readRuleFile(file, v.unknown()).errorAt(["outer", "inner", "c"], "missing").message).toContain(
    ":3:10: missing",
  );
});

test.each([
  ["a field that is not known", "a: x\nb: y\n", /:2:4: b is not a field that this file can have/],
  ["a field that is missing", "{}\n", /:1:1: a is missing/],
])("%s is told in plain words", (_, yaml, message) => {
  const file = join(folder, "file.yaml");
  writeFileSync(file, yaml);
  expect(() => readRuleFile(file, v.strictObject({ a: v.string() }))).toThrow(message);
});
