/** Budgets of the engine: reading claims in the background, and looking up names of ingredients. */
import { readRuleSet } from "../../src/build/rules.ts";
import { createReader } from "../../src/engine/claims/read.ts";
import { createInciNames } from "../../src/engine/label/inci.ts";
import { createNameTable } from "../../src/engine/label/names.ts";
import { atMost, type Line } from "./budget.ts";
import { inTurn, median } from "./measure.ts";
import { countMatches, expressionsOf } from "./rivals.ts";
import { shopText } from "./text.ts";

const MB = 1_000_000;
const ROUNDS = 7;
/** Peers are so slow that they get a part of the text. */
const PEER_TEXT = MB / 200;
const NAMES = 20_000;

let used = 0;

function timed(work: () => number): number {
  const started = performance.now();
  used += work();
  return performance.now() - started;
}

function touch(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

async function matchingLine(): Promise<Line> {
  const ruleSet = readRuleSet();
  const reader = createReader(ruleSet);
  const text = shopText(MB, 40);
  const part = text.slice(0, PEER_TEXT);
  const joined = ruleSet.words.map(
    (words) => new RegExp(expressionsOf({ ...ruleSet, words: [words] }).join("|") || "$^", "gi"),
  );
  const read = () => reader.read({ text, zone: "description" }).length;
  read();
  const times = await inTurn(ROUNDS, { walk: () => timed(() => touch(text)), own: () => timed(read) });
  const peer = await inTurn(1, {
    joined: () => timed(() => joined.reduce((sum, one) => sum + countMatches(one, part), 0)),
  });
  const perSecond = (ms: number, length: number) => length / MB / (ms / 1_000);
  const own = perSecond(median(times.own), text.length);
  return {
    what: "all rules and languages, plain shop text, in Node",
    measured: `${own.toFixed(1)} MB/s`,
    floor: `${perSecond(median(times.walk), text.length).toFixed(0)} MB/s`,
    peer: `${perSecond(median(peer.joined), part.length).toFixed(3)} MB/s (regex per language)`,
    goal: "≥ 100 MB/s",
    met: own >= 100,
  };
}

/** Names as labels print them, each another object, so that nothing is known by identity. */
function printedNames(names: readonly string[]): string[] {
  const plain = names.filter((name) => /^[ -~]+$/.test(name));
  return Array.from({ length: NAMES }, (_, at) => ` ${plain[(at * 37) % plain.length] ?? ""}`.slice(1));
}

async function nameLines(): Promise<Line[]> {
  const ruleSet = readRuleSet();
  const inci = createInciNames(ruleSet.inciNames);
  const table = createNameTable(ruleSet.actives, ruleSet.onePercentMarkers, inci);
  const names = printedNames([...ruleSet.inciNames, ...ruleSet.actives.flatMap((active) => active.names)]);
  const typos = names.map((name) => `${name.slice(0, 3)}x${name.slice(3)}`);
  const plain = new Map(names.map((name) => [name.toLowerCase(), name]));
  const look = (list: string[]) => list.reduce((sum, name) => sum + Number(table.find(name) !== null), 0);
  look(names);
  look(typos);
  const times = await inTurn(ROUNDS, {
    pass: () => timed(() => names.reduce((sum, name) => sum + touch(name), 0)),
    map: () => timed(() => names.reduce((sum, name) => sum + Number(plain.has(name.toLowerCase())), 0)),
    own: () => timed(() => look(names)),
    typo: () => timed(() => look(typos)),
  });
  const [pass, map, own, typo] = [times.pass, times.map, times.own, times.typo].map(
    (list) => (median(list) * 1_000) / NAMES,
  ) as [number, number, number, number];
  return [
    atMost("ingredient name lookup / one pass over its characters", own / pass, 2, {
      unit: "x",
      floor: `1.00 x (${pass.toFixed(2)} µs)`,
      peer: `Map ${(map / pass).toFixed(2)} x`,
    }),
    atMost("a name with a typo", typo, 5, { unit: "µs" }),
  ];
}

/** All budgets of the engine. */
export async function engineLines(): Promise<Line[]> {
  return [await matchingLine(), ...(await nameLines())];
}

/** The sum of all results, so that no engine can leave the work out. */
export const result = (): number => used;
