/**
 * `npm run -s bench:matching`: how fast claims are found, against other ways of finding the same phrases, on the same text in the same
 * run. Machines are shared and noisy: read the ratios. `npm run -s bench:matching -- FILE` measures on a text of your own as well.
 */
import { readFileSync } from "node:fs";
import { readRuleSet } from "../../src/build/rules.ts";
import { createReader } from "../../src/engine/claims/read.ts";
import { ahoCorasick, countMatches, expressionsOf, literalsOf } from "./rivals.ts";
import { HOSTILE, shopText } from "./text.ts";

const MB = 1_000_000;
const RUNS = 9;

/** Least ms of several runs. */
function least(work: (text: string) => unknown, text: string, runs = RUNS): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const before = performance.now();
    work(text);
    best = Math.min(best, performance.now() - before);
  }
  return best;
}

/** What nobody can be faster than: every character looked at once. */
function walk(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

const ruleSet = readRuleSet();
const reader = createReader(ruleSet);
const read = (text: string) => reader.read({ text, zone: "description" });

type Row = { name: string; ms: number; of: number };
const line = ({ name, ms, of }: Row, own: number) =>
  console.log(
    `${name.padEnd(46)} ${ms.toFixed(2).padStart(9)} ms/MB ${(1_000 / ms).toFixed(1).padStart(8)} MB/s ` +
      `${(ms / of).toFixed(2).padStart(8)} x walk ${(ms / own).toFixed(1).padStart(8)} x ours`,
  );

/** Others are so slow that they are measured on a part of the text; `sample` is its length. */
function rivals(): { name: string; work: (text: string) => number; sample: number }[] {
  // English alone: all languages together are more than a regular expression engine has room for.
  const english = { ...ruleSet, words: ruleSet.words.filter(({ language }) => language === "en") };
  const expressions = expressionsOf(english);
  const separate = expressions.map((source) => new RegExp(source, "gi"));
  const joined = new RegExp(expressions.join("|"), "gi");
  const find = ahoCorasick(literalsOf(english));
  return [
    {
      name: "one joined regular expression, English",
      work: (text) => countMatches(joined, text),
      sample: MB / 200,
    },
    {
      name: `one regular expression a phrase, English (${separate.length})`,
      work: (text) => separate.reduce((sum, one) => sum + countMatches(one, text), 0),
      sample: MB / 50,
    },
    {
      name: "Aho-Corasick (@monyone), English words only",
      work: (text) => find(text.toLowerCase()),
      sample: MB / 2,
    },
  ];
}

function compare(name: string, text: string, others: ReturnType<typeof rivals> = []): void {
  const size = text.length / MB;
  read(text);
  const floor = least(walk, text) / size;
  const own = least(read, text) / size;
  console.log(`\n${name}: ${text.length} characters, ${read(text).length} readings`);
  line({ name: "walk over the characters", ms: floor, of: floor }, own);
  line({ name: "Poreality, all rules and languages", ms: own, of: floor }, own);
  for (const rival of others) {
    const part = text.slice(0, rival.sample);
    line({ name: rival.name, ms: least(rival.work, part, 2) / (part.length / MB), of: floor }, own);
  }
}

const plain = shopText(MB, 40);
console.log(
  `${ruleSet.rules.length} rules, ${ruleSet.words.length} languages, ${expressionsOf(ruleSet).length} claim phrases`,
);
compare("Shop text, one sentence in 40 on pores", plain, rivals());
compare("Shop text, one sentence in 5 on pores", shopText(MB, 5));
compare("Shop text without pores", shopText(MB, 0));
const [file] = process.argv.slice(2);
if (file !== undefined) compare(file, readFileSync(file, "utf8"));

console.log("\nHostile text, per character against the first shop text (goal: at most 3)");
const base = least(read, plain) / plain.length;
for (const [name, text] of Object.entries(HOSTILE)) {
  const ratio = least(read, text, 3) / text.length / base;
  console.log(`${name.padEnd(46)} ${ratio.toFixed(2).padStart(9)}`);
}
