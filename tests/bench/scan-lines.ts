/** Budgets of reading a page, measured in a page without the extension. */
import type { Page } from "playwright";
import { atMost, type Line } from "./budget.ts";
import { inPageScript } from "./bundle.ts";
import type * as InPage from "./in-page/scan.ts";
import { inTurn, median } from "./measure.ts";
import { PlainChromium } from "./plain-chromium.ts";
import { shopBody, shopDocument } from "./shop-page.ts";

declare const bench: typeof InPage;

const MB = 1_000_000;
const WARM_ROUNDS = 15;
const COLD_ROUNDS = 5;
/** Peers take seconds on a whole megabyte. */
const PEER_CHARACTERS = MB / 10;
const PEER_ROUNDS = 1;

const few = (characters: number) => shopDocument({ characters, claims: characters / 50_000, lists: 2 });
const many = (characters: number) => shopDocument({ characters, claims: characters / 714, lists: 20 });
const FEW = few(MB);
const MANY = many(MB);
const NOTHING = shopDocument({ characters: MB, claims: 0 });
/** A batch as shops add them when the reader scrolls: 20 KB, a fiftieth of the page. */
const BATCH = shopBody({ characters: 20_000, claims: 28 });

const times = (value: number) => `${value.toFixed(2)} x`;

type Names = Parameters<typeof InPage.rounds>[1];

/** Medians of the named functions, in turn on one page, after as many rounds to warm up. */
async function warm(page: Page, names: Names, rounds: number): Promise<number[]> {
  const run = (count: number) =>
    page.evaluate(([all, list]) => bench.rounds(all, list), [count, names] as [number, Names]);
  await run(Math.ceil(rounds / 3));
  return (await run(rounds)).map(median);
}

/** The other ways, the best first, each as a ratio to the walk on the same load of a page like that one, a tenth of its size. */
async function peer(chromium: PlainChromium, script: string, html: string): Promise<string> {
  const ratios: [string, number][] = [];
  for (const [label, name] of [
    ["findAndReplaceDOMText", "findAndReplace"],
    ["mark.js", "markJs"],
  ] as const) {
    const page = await chromium.open(html, script);
    const [floor = 1, other = 0] = await warm(page, ["walk", name], PEER_ROUNDS);
    ratios.push([label, other / floor]);
    await page.close();
  }
  ratios.sort((a, b) => a[1] - b[1]);
  return ratios.map(([label, ratio]) => `${label} ${ratio.toFixed(1)} x`).join(", ");
}

async function warmLine(
  chromium: PlainChromium,
  script: string,
  what: string,
  make: (characters: number) => string,
  most: number,
): Promise<Line> {
  const page = await chromium.open(make(MB), script);
  const [floor = 1, own = 0] = await warm(page, ["walk", "scan"], WARM_ROUNDS);
  await page.close();
  return atMost(`whole scan / bare walk, 1 MB, warm, ${what}`, own / floor, most, {
    unit: "x",
    floor: `${times(1)} (${floor.toFixed(1)} ms)`,
    peer: await peer(chromium, script, make(PEER_CHARACTERS)),
  });
}

/** The first run of each function on loads of its own, each in a fresh process. @returns medians of their ms */
export async function coldMedians<Name extends "walk" | "look" | "scan">(
  open: () => Promise<Page>,
  names: readonly Name[],
  rounds: number,
): Promise<Record<Name, number>> {
  const first = (name: Name) => async () => {
    const page = await open();
    const ms = await page.evaluate((which) => bench[which](), name as "walk" | "look" | "scan");
    await page.close();
    return ms;
  };
  const works = Object.fromEntries(names.map((name) => [name, first(name)])) as Record<
    Name,
    () => Promise<number>
  >;
  const all = await inTurn(rounds, works);
  return Object.fromEntries(names.map((name) => [name, median(all[name])])) as Record<Name, number>;
}

async function* coldLines(chromium: PlainChromium, script: string): AsyncGenerator<Line> {
  for (const [what, html] of [
    ["few anchors", FEW],
    ["many", MANY],
  ] as const) {
    const { walk, scan } = await coldMedians(
      () => chromium.open(html, script),
      ["walk", "scan"],
      COLD_ROUNDS,
    );
    yield atMost(`the same, first pass on a fresh page, ${what}`, scan / walk, 1.5, {
      unit: "x",
      floor: `${times(1)} (${walk.toFixed(1)} ms)`,
    });
  }
  const nothing = await coldMedians(() => chromium.open(NOTHING, script), ["walk", "look"], COLD_ROUNDS);
  yield atMost("page with nothing to find / cold walk, 1 MB", nothing.look / nothing.walk, 0.5, {
    unit: "x",
    floor: `${times(1)} (${nothing.walk.toFixed(1)} ms)`,
  });
}

async function batchLine(chromium: PlainChromium, script: string): Promise<Line> {
  const page = await chromium.open(MANY, script);
  const results: { batch: number; full: number }[] = [];
  for (let round = 0; round < WARM_ROUNDS; round += 1)
    results.push(await page.evaluate((html) => bench.batch(html), BATCH));
  await page.close();
  const later = results.slice(WARM_ROUNDS >> 2);
  const ratio = median(later.map(({ batch, full }) => batch / full));
  const full = median(later.map((one) => one.full));
  return atMost("added batch (20 KB, 28 claims) / full rescan of 1 MB", ratio, 0.08, {
    unit: "x",
    digits: 3,
    floor: "0 x",
    peer: `full rescan 1 x (${full.toFixed(1)} ms)`,
  });
}

/** All budgets of reading. */
export async function* scanLines(): AsyncGenerator<Line> {
  const script = await inPageScript("scan.ts");
  const chromium = await PlainChromium.launch();
  try {
    yield await warmLine(chromium, script, "few anchors (20)", few, 1.2);
    yield await warmLine(chromium, script, "many (1,400)", many, 1.6);
    yield* coldLines(chromium, script);
    yield await batchLine(chromium, script);
  } finally {
    await chromium.close();
  }
}
