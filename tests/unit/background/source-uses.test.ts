import { expect, test } from "vitest";
import { usesOfSources } from "../../../src/background/source-uses.ts";
import { readInterfaceTexts } from "../../../src/build/interface-texts.ts";
import { readRuleSet } from "../../../src/build/rules.ts";

const ruleSet = readRuleSet();
const uses = usesOfSources(ruleSet, readInterfaceTexts("en", ruleSet));

test("every source is used somewhere: one that nothing cites is left over", () => {
  expect(ruleSet.sources.map(({ id }) => id).filter((id) => !uses.has(id))).toEqual([]);
});

test("each use is named once, with the title that people read", () => {
  const chiu = uses.get("chiu2007") ?? [];
  expect(chiu).toContainEqual({ kind: "active", id: "niacinamide", title: "Niacinamide" });
  for (const [source, all] of uses) {
    const names = all.map(({ kind, id }) => `${kind} ${id}`);
    expect(new Set(names).size, source).toBe(names.length);
  }
});
