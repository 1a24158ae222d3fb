/** Budgets of the whole extension in Chromium: what a page feels of it, beside extensions that do next to nothing. */
import { rmSync } from "node:fs";
import { freshExtension } from "../tools/repository.ts";
import { atMost, type Line, NOT_MEASURED } from "./budget.ts";
import { LoadedChromium } from "./loaded-chromium.ts";
import { inTurn, median } from "./measure.ts";
import { shopDocument } from "./shop-page.ts";
import { scriptMs, traced } from "./trace.ts";
import { type Yardstick, yardstick } from "./yardsticks.ts";

const SCRIPT_ROUNDS = 9;
const LOAD_ROUNDS = 21;
const MARK_ROUNDS = 9;
const ASLEEP_ROUNDS = 7;
/** mark.js takes seconds on a megabyte. */
const PEER_ROUNDS = 2;

const QUIET = shopDocument({ characters: 40_000, claims: 0 });
const SMALL = shopDocument({ characters: 40_000, claims: 20, lists: 1 });
const LARGE = shopDocument({ characters: 650_000, claims: 40, lists: 2 });

const kilobytes = (html: string) =>
  html.length > 900_000 ? `${(html.length / 1e6).toFixed(1)} MB` : `${Math.round(html.length / 1e3)} KB`;

type Browsers = Record<"ours" | Yardstick, LoadedChromium>;

async function scriptLine({ ours, empty }: Browsers): Promise<Line> {
  const quiet = (browser: LoadedChromium) => async () => {
    const { page, url } = await browser.tab(QUIET);
    const trace = await traced(page, { from: browser.scripts }, async () => {
      await page.goto(url, { waitUntil: "load" });
      // What begins at `load` has had its turn two frames later.
      await page.evaluate(
        () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))),
      );
    });
    await page.close();
    return scriptMs(trace);
  };
  const ms = await inTurn(SCRIPT_ROUNDS, { ours: quiet(ours), empty: quiet(empty) });
  return atMost(`script time on a page of ${kilobytes(QUIET)} with nothing to find`, median(ms.ours), 2, {
    unit: "ms",
    floor: `${median(ms.empty).toFixed(2)} ms`,
    peer: `uBO Lite, ${NOT_MEASURED}`,
  });
}

async function loadLine({ ours, empty }: Browsers): Promise<Line> {
  const visits = await inTurn(LOAD_ROUNDS, {
    ours: () => ours.visit(SMALL, false),
    empty: () => empty.visit(SMALL, false),
  });
  const [own, floor] = [visits.ours, visits.empty].map((list) => median(list.map(({ load }) => load))) as [
    number,
    number,
  ];
  return atMost(`load of a page of ${kilobytes(SMALL)} / with an empty extension`, own / floor, 1.03, {
    unit: "x",
    floor: `1.00 x (${floor.toFixed(1)} ms)`,
  });
}

async function markLine({ ours, ask, markJs }: Browsers, html: string, most: number): Promise<Line> {
  const first = (browser: LoadedChromium) => async () => (await browser.visit(html, true)).mark;
  const ms = await inTurn(MARK_ROUNDS, { ours: first(ours), ask: first(ask) });
  const peer = await inTurn(PEER_ROUNDS, { markJs: first(markJs) });
  const floor = median(ms.ask);
  return atMost(
    `first mark after DOMContentLoaded, worker awake, ${kilobytes(html)}`,
    median(ms.ours),
    most,
    {
      unit: "ms",
      digits: 0,
      floor: `${floor.toFixed(0)} ms (one message)`,
      peer: `${median(peer.markJs).toFixed(0)} ms (mark.js extension)`,
    },
  );
}

async function asleepLine({ ours, ask }: Browsers): Promise<Line> {
  const first = (browser: LoadedChromium) => async () => {
    await browser.endWorker();
    return (await browser.visit(SMALL, true)).mark;
  };
  const ms = await inTurn(ASLEEP_ROUNDS, { ours: first(ours), ask: first(ask) });
  const floor = median(ms.ask);
  const own = median(ms.ours);
  return {
    what: `the same with the worker asleep, ${kilobytes(SMALL)}`,
    measured: `${own.toFixed(0)} ms`,
    floor: `${floor.toFixed(0)} ms (worker start)`,
    peer: "–",
    goal: `≤ ${(floor + 40).toFixed(0)} ms (start + 40)`,
    met: own <= floor + 40,
  };
}

/** All budgets of the whole extension that are taken while a page loads. */
export async function* extensionLines(): AsyncGenerator<Line> {
  const folders = (["empty", "ask", "markJs"] as const).map((name) => [name, yardstick(name)] as const);
  const open: [string, LoadedChromium][] = [];
  try {
    for (const [name, folder] of [["ours", freshExtension("chrome")] as const, ...folders])
      open.push([name, await LoadedChromium.launch(folder)]);
    const browsers = Object.fromEntries(open) as Browsers;
    // Once each, so that nobody pays for the first page of a browser.
    for (const browser of Object.values(browsers)) await browser.visit(SMALL, browser !== browsers.empty);
    yield await scriptLine(browsers);
    yield await loadLine(browsers);
    yield await markLine(browsers, SMALL, 35);
    yield await markLine(browsers, LARGE, 50);
    yield await asleepLine(browsers);
  } finally {
    for (const [, browser] of open) await browser.close();
    for (const [, folder] of folders) rmSync(folder, { recursive: true, force: true });
  }
}
