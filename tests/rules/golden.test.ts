import { expect, test } from "vitest";
import { readRuleSet } from "../../src/build/rules.ts";
import { goldenFile, goldenText } from "./golden.ts";

/** Sentences whose findings moved: "-" as they were, "+" as they are. */
function moved(before: string, now: string): string[] {
  const [old, fresh] = [new Set(before.split("\n")), new Set(now.split("\n"))];
  return [
    ...[...old].filter((line) => !fresh.has(line)).map((line) => `- ${line}`),
    ...[...fresh].filter((line) => !old.has(line)).map((line) => `+ ${line}`),
  ];
}

test("no sentence is read otherwise than before (npm run rules -- --write takes the change over)", async () => {
  expect(moved(goldenFile(), await goldenText(readRuleSet()))).toEqual([]);
});
