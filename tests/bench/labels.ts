/** `npm run -s bench:labels`: what it costs to read an ingredient list. Ratios in one run; the machine may be shared. */
import { readRuleSet } from "../../src/build/rules.ts";
import { createEngine } from "../../src/engine/engine.ts";

const ROUNDS = 400;
const MEGABYTE = 1_000_000;

const ruleSet = readRuleSet();
const engine = createEngine(ruleSet);

function median(times: number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Names as most labels print them; of Chinese, Japanese and Korean ones a list holds all or none. */
const names = ruleSet.inciNames.filter((name) => /^[ -~]+$/.test(name));

/** Lists of 30 entries, each another one, so that nothing is remembered. A quarter is misspelt or has brackets, as on real labels. */
function listOf(seed: number): string {
  const entries = Array.from({ length: 30 }, (_, at) => {
    const name = names[(seed * 37 + at * 101) % names.length] ?? "aqua";
    if (at % 7 === 1) return `${name} (${name.split(" ")[0]})`;
    return at % 9 === 2 ? `${name.slice(0, 5)}x${name.slice(5)}` : name;
  });
  return `Ingredients: ${entries.join(", ")}. *From organic farming.`;
}

const lists = Array.from({ length: ROUNDS }, (_, at) => listOf(at));
// Warm, as a page's second list finds it: the engine of a browser compiles what runs often.
for (let at = 0; at < ROUNDS; at += 1) engine.readLabel(listOf(ROUNDS + at));
const perList = median(lists.map((list) => timed(() => engine.readLabel(list))));
const characters = lists.reduce((sum, list) => sum + list.length, 0) / lists.length;
const walk = median(
  lists.map((list) =>
    timed(() => {
      let sum = 0;
      for (let at = 0; at < list.length; at += 1) sum = (sum + list.charCodeAt(at)) | 0;
      return sum;
    }),
  ),
);
console.log(
  `a list of 30 entries (${Math.round(characters)} characters): ${perList.toFixed(3)} ms, median of ${ROUNDS}`,
);
console.log(`a walk over its characters: ${walk.toFixed(4)} ms\n`);

const plain = lists.join("\n").repeat(100).slice(0, MEGABYTE);
const base = timed(() => engine.readLabel(plain)) / plain.length;
console.log(`1 MB of such lists: ${(base * MEGABYTE).toFixed(0)} ms`);
console.log("Hostile text of 1 MB, per character against those lists:");
const hostile: Record<string, string> = {
  "open brackets": "(".repeat(MEGABYTE),
  "brackets in brackets": "a (b ".repeat(MEGABYTE / 5),
  commas: ", ".repeat(MEGABYTE / 2),
  "one word": "a".repeat(MEGABYTE),
  "words without separators": "glycerin aqua ".repeat(MEGABYTE / 14),
  stars: `aqua, b, c${" *".repeat(MEGABYTE / 2)}`,
  percentages: "1% ".repeat(MEGABYTE / 3),
  "lines of praise": "- Zinc: calms the skin.\n".repeat(MEGABYTE / 24),
  "headings again and again": "Ingredients: may contain: ".repeat(MEGABYTE / 26),
  dashes: "a - b-".repeat(MEGABYTE / 6),
};
for (const [name, text] of Object.entries(hostile)) {
  const ratio = timed(() => engine.readLabel(text)) / text.length / base;
  console.log(`${name.padEnd(30)} ${ratio.toFixed(2)}`);
}
