/** How sentences of each language are read. */
import { describe, expect, test } from "vitest";
import { readRuleSet } from "../../../src/build/rules.ts";
import { createReader } from "../../../src/engine/claims/read.ts";

type Sentences = { SENTENCES: [text: string, readings: string[]][] };

const reader = createReader(readRuleSet());
const files = import.meta.glob<Sentences>("./sentences/??.ts", { eager: true });

describe.each(Object.entries(files))("%s", (_, { SENTENCES }) => {
  test.each(SENTENCES)("%s", (text, expected) => {
    const found = reader
      .read({ text, zone: "description" })
      .filter(({ polarity }) => polarity === "asserted")
      .map(({ rung, quote }) => `${rung}: ${quote}`);
    expect(found).toEqual(expected);
  });
});
