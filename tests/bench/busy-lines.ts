/** Budgets of pages that are huge or never still, with the whole extension in Chromium. It is switched off and on for the site, so that one page is compared with itself. */
import type { Page } from "playwright";
import { Control } from "../tools/chromium.ts";
import { DEMO_ORIGIN } from "../tools/demo.ts";
import { freshExtension } from "../tools/repository.ts";
import { settled } from "../tools/settled.ts";
import { atMost, type Line } from "./budget.ts";
import { FRAMES, LIVE_RANGES, MUTATE } from "./busy-pages.ts";
import { LoadedChromium } from "./loaded-chromium.ts";
import { inTurn, median } from "./measure.ts";
import { shopDocument } from "./shop-page.ts";
import { ownTasks, traced } from "./trace.ts";

/** As settings name it. */
const HOST = new URL(DEMO_ORIGIN).hostname.replace(/^www\./, "");
const LONG_TASK = 50;
const ROUNDS = 5;
const THROTTLE = 4;
const READ_LIMIT = 240_000;
/** Looks by a timer: a tab that is not in front draws no frames. */
const WAIT = { timeout: READ_LIMIT, polling: 100 };

const HUGE = shopDocument({ characters: 10_000_000, claims: 1_000, lists: 10 });
const BUSY = shopDocument({ characters: 300_000, claims: 1_000 });

type Frames = { longestGap: number; frames: number; longTasks: number };
declare const benchMutate: (count: number, batch: number) => Promise<number>;
declare const benchFrames: () => void;
declare const benchFramesEnd: () => Frames;
declare const benchLive: (count: number) => number;

/** One page in a tab of its own, on a site where the extension can be switched off and on. */
class BusyTab {
  private constructor(
    private readonly browser: LoadedChromium,
    private readonly control: Control,
    readonly page: Page,
    private readonly tab: number,
  ) {}

  /** Shows the page with the extension switched off. */
  static async open(browser: LoadedChromium, html: string): Promise<BusyTab> {
    const control = await Control.open(browser.chromium);
    await control.ask({ type: "options.site", host: HOST, on: false });
    const { page, tab } = await control.newTab();
    const url = await browser.serve(page, html);
    await page.goto(url, { waitUntil: "load", timeout: READ_LIMIT });
    await page.evaluate(MUTATE + FRAMES + LIVE_RANGES);
    return new BusyTab(browser, control, page, tab);
  }

  async off(): Promise<void> {
    await this.control.ask({ type: "options.site", host: HOST, on: false });
    await this.page.bringToFront();
    await this.page.waitForFunction(() => CSS.highlights.size === 0, null, WAIT);
  }

  /** Resolves when all is read and marked. */
  async on(): Promise<void> {
    await this.page.bringToFront();
    await this.control.ask({ type: "options.site", host: HOST, on: true });
    await this.page.waitForFunction(() => CSS.highlights.size > 0, null, WAIT);
    await settled(this.control, this.tab, READ_LIMIT);
  }

  /** Ms of our longest turns while `work` runs, the longest first. */
  async ownTasks(work: () => Promise<unknown>): Promise<number[]> {
    return ownTasks(await traced(this.page, { from: this.browser.scripts, profile: true }, work));
  }

  async close(): Promise<void> {
    await this.page.close();
    await this.control.page.close();
  }
}

function taskLine(what: string, tasks: number[]): Line {
  const long = tasks.filter((ms) => ms > LONG_TASK).length;
  return {
    what: `tasks of ours over ${LONG_TASK} ms, ${what}`,
    measured: `${long} (longest ${(tasks[0] ?? 0).toFixed(0)} ms)`,
    floor: "0",
    peer: "–",
    goal: "0",
    met: long === 0,
  };
}

async function* hugeLines(browser: LoadedChromium): AsyncGenerator<Line> {
  const tab = await BusyTab.open(browser, HUGE);
  const session = await tab.page.context().newCDPSession(tab.page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
  const frames = async (work: () => Promise<unknown>): Promise<Frames> => {
    await tab.page.evaluate(() => benchFrames());
    await work();
    return tab.page.evaluate(() => benchFramesEnd());
  };
  const still = await frames(() => tab.page.evaluate(() => new Promise((next) => setTimeout(next, 2_000))));
  const reading = await frames(() => tab.on());
  await tab.off();
  yield atMost(
    `longest frame gap while a page of 10 MB is read, ${THROTTLE} x CPU throttle`,
    reading.longestGap,
    30,
    {
      unit: "ms",
      digits: 0,
      floor: `${still.longestGap.toFixed(0)} ms (page alone)`,
    },
  );
  yield taskLine(`the same page, ${reading.longTasks} of any kind`, await tab.ownTasks(() => tab.on()));
  await tab.close();
}

async function* mutationLines(browser: LoadedChromium): AsyncGenerator<Line> {
  const tab = await BusyTab.open(browser, BUSY);
  const { page } = tab;
  const mutate = (count: number, batch: number) =>
    page.evaluate(([all, each]) => benchMutate(all, each), [count, batch] as [number, number]);
  await mutate(10_000, 1_000);
  const compare = async (count: number) => {
    const work = await inTurn(ROUNDS, {
      without: () => tab.off().then(() => mutate(count, 1_000)),
      with: () => tab.on().then(() => mutate(count, 1_000)),
    });
    return { without: median(work.without), with: median(work.with) };
  };
  const few = await compare(10_000);
  const line = (what: string, work: typeof few, peer = "–") =>
    atMost(what, work.with / work.without, 1.05, {
      unit: "x",
      floor: `1.00 x (${work.without.toFixed(0)} ms)`,
      peer,
    });
  yield line("page's own 100,000 mutations with / without us", await compare(100_000));
  await tab.on();
  yield taskLine("100,000 mutations in 100 turns", await tab.ownTasks(() => mutate(100_000, 1_000)));
  await tab.off();
  await tab.on();
  yield taskLine("100,000 mutations in one turn", await tab.ownTasks(() => mutate(100_000, 100_000)));
  await tab.off();
  const before = await mutate(10_000, 1_000);
  await page.evaluate(() => benchLive(1_000));
  const live = (await mutate(10_000, 1_000)) / before;
  yield line(
    "page's own 10,000 mutations with / without our 1,000 marks",
    few,
    `${live.toFixed(1)} x (live ranges)`,
  );
  await tab.close();
}

/** All budgets of huge and busy pages. */
export async function* busyLines(): AsyncGenerator<Line> {
  const browser = await LoadedChromium.launch(freshExtension("chrome"));
  try {
    yield* mutationLines(browser);
    yield* hugeLines(browser);
  } finally {
    await browser.close();
  }
}
