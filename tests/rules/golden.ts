/**
 * What is found in every sentence of our own: the rules' examples and the sentences of the tests. Kept in a file, so that a
 * change of a rule shows which sentences it moves.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createReader } from "../../src/engine/claims/read.ts";
import type { RuleSet } from "../../src/engine/model.ts";

export const GOLDEN = join(import.meta.dirname, "golden.txt");
const SENTENCES = join(import.meta.dirname, "../unit/engine/sentences");

type Sentence = { language: string; text: string };

/** Every text in the sentence files: strings that hold a space, which no key or reading of them does without a colon. */
async function testSentences(): Promise<Sentence[]> {
  const files = readdirSync(SENTENCES)
    .filter((name) => name.endsWith(".ts"))
    .sort();
  const sentences: Sentence[] = [];
  for (const file of files) {
    const language = /^[a-z]{2}\.ts$/.test(file) ? file.slice(0, 2) : "en";
    const lists: Record<string, unknown> = await import(join(SENTENCES, file));
    for (const list of Object.values(lists)) {
      for (const text of textsIn(list)) sentences.push({ language, text });
    }
  }
  return sentences;
}

/** Sentences of one exported list: `[text, …]` rows, plain texts, or either by name. */
function textsIn(list: unknown): string[] {
  if (typeof list === "string") return [list];
  if (!Array.isArray(list)) return Object.values(list as object).flatMap(textsIn);
  return list.flatMap((row: unknown) => {
    if (typeof row === "string") return [row];
    if (!Array.isArray(row)) return [];
    // Names are rows of zone, text and reading.
    return [row.length === 3 ? String(row[1]) : String(row[0])];
  });
}

function exampleSentences(ruleSet: RuleSet): Sentence[] {
  return ruleSet.rules.flatMap(({ examples }) =>
    Object.entries(examples).flatMap(([language, { flags, passes }]) =>
      [...flags, ...passes].map((text) => ({ language, text: text.replace("[[", "").replace("]]", "") })),
    ),
  );
}

/** The golden file as it would be now: a line a sentence, with what is asserted in it. */
export async function goldenText(ruleSet: RuleSet): Promise<string> {
  const { read } = createReader(ruleSet);
  const lines = new Set<string>();
  for (const { language, text } of [...exampleSentences(ruleSet), ...(await testSentences())]) {
    const found = read({ text, zone: "description" })
      .filter(({ polarity }) => polarity === "asserted")
      .map(({ rule, rung, quote }) => `${rule} ${rung} "${quote}"`);
    lines.add(`${language} | ${text.replace(/\s+/g, " ")} | ${found.length === 0 ? "-" : found.join(", ")}`);
  }
  return `${[...lines].sort().join("\n")}\n`;
}

export const goldenFile = (): string => readFileSync(GOLDEN, "utf8");
