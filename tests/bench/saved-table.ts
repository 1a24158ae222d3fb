/** Saved pages one by one: what reading costs on real pages, beside its floor and its peer, and what the page feels of it. */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { Control } from "../tools/chromium.ts";
import { DEMO_URL, demoFile } from "../tools/demo.ts";
import { freshExtension, ROOT } from "../tools/repository.ts";
import { routeOnly, type SavedPage } from "../tools/saved-page.ts";
import { settled } from "../tools/settled.ts";
import { columns } from "./budget.ts";
import { inPageScript } from "./bundle.ts";
import type * as InPage from "./in-page/scan.ts";
import { LoadedChromium, WATCH_MARKS } from "./loaded-chromium.ts";
import { median } from "./measure.ts";
import { PlainChromium } from "./plain-chromium.ts";
import { ownTasks, traced } from "./trace.ts";

declare const bench: typeof InPage;

const ROUNDS = 9;
const THROTTLE = 4;
const LIMIT = 60_000;

type Reading = { walk: number; look: number; warm: number; first: number; peer: number; blocks: number };
type Feeling = { mark: number; longest: number };

/** The pages of the demo shop, as if they had been saved. */
function demoPages(): SavedPage[] {
  const folder = join(ROOT, "tests/pages/demo");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".html"))
    .map((name) => {
      const { body = Buffer.from(""), contentType = "" } = demoFile(`/demo/${name}`) ?? {};
      return { file: join(folder, name), body, contentType, url: DEMO_URL + name };
    });
}

async function reading(chromium: PlainChromium, script: string, saved: SavedPage): Promise<Reading> {
  const open = () => chromium.open(saved.body, script, saved.contentType);
  const other = await open();
  const coldWalk = await other.evaluate(() => bench.walk());
  const [, peers = []] = await other.evaluate(() => bench.rounds(1, ["walk", "findAndReplace"]));
  await other.close();
  const page = await open();
  const cold = await page.evaluate(() => bench.scan());
  const times = await page.evaluate((rounds) => bench.rounds(rounds, ["walk", "look", "scan"]), ROUNDS);
  const [walk, look, scan] = times.map(median) as [number, number, number];
  const blocks = await page.evaluate(() => bench.blocks());
  await page.close();
  return {
    walk,
    look: look / walk,
    warm: scan / walk,
    first: cold / coldWalk,
    peer: median(peers) / walk,
    blocks,
  };
}

/** The first mark on a page as it is, then our longest turn on a slow machine. NaN where nothing is marked or read. */
async function feeling(browser: LoadedChromium, control: Control, saved: SavedPage): Promise<Feeling> {
  const { context } = browser.chromium;
  const visit = async (throttle: number) => {
    await routeOnly(context, saved);
    const { page, tab } = await control.newTab();
    await page.addInitScript(WATCH_MARKS);
    if (throttle > 1) {
      const session = await context.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    }
    const load = async () => {
      await page.goto(saved.url, { waitUntil: "domcontentloaded", timeout: LIMIT });
      await settled(control, tab, LIMIT);
    };
    return { page, load };
  };
  const plain = await visit(1);
  await plain.load();
  const mark = await plain.page.evaluate(() => {
    const { benchSeen } = globalThis as unknown as { benchSeen: { ready: number; mark: number } };
    return benchSeen.mark - benchSeen.ready;
  });
  await plain.page.close();
  const slow = await visit(THROTTLE);
  const tasks = ownTasks(await traced(slow.page, { from: browser.scripts, profile: true }, slow.load));
  await slow.page.close();
  return { mark, longest: tasks[0] ?? 0 };
}

const HEAD = [
  "page",
  "blocks",
  "bare walk",
  "look / walk",
  "scan / walk",
  "first / first walk",
  "findAndReplaceDOMText / walk",
  "first mark",
  `longest own task, ${THROTTLE} x throttle`,
];
const GOAL = ["goal", "", "", "≤ 0.50", "≤ 1.20 to 1.60", "≤ 1.50", "", "≤ 35 to 50 ms", "≤ 50 ms"];

function row(name: string, read: Reading, felt: Feeling): string[] {
  const ms = (value: number, digits: number) => (Number.isNaN(value) ? "–" : `${value.toFixed(digits)} ms`);
  return [
    name,
    String(read.blocks),
    ms(read.walk, 2),
    ...[read.look, read.warm, read.first, read.peer].map((ratio) => ratio.toFixed(2)),
    ms(felt.mark, 0),
    ms(felt.longest, 0),
  ];
}

function middle(all: { read: Reading; felt: Feeling }[]): string[] {
  const of = (pick: (one: { read: Reading; felt: Feeling }) => number) =>
    median(all.map(pick).filter((value) => !Number.isNaN(value)));
  const read: Reading = {
    walk: of((one) => one.read.walk),
    look: of((one) => one.read.look),
    warm: of((one) => one.read.warm),
    first: of((one) => one.read.first),
    peer: of((one) => one.read.peer),
    blocks: of((one) => one.read.blocks),
  };
  return row("median", read, { mark: of((one) => one.felt.mark), longest: of((one) => one.felt.longest) });
}

/**
 * Measures saved pages, or the demo shop where there are none.
 * @returns the table
 */
export async function measurePages(
  saved: readonly SavedPage[] | null,
  note: (text: string) => void,
): Promise<string> {
  const script = await inPageScript("scan.ts");
  const plain = await PlainChromium.launch();
  const loaded = await LoadedChromium.launch(freshExtension("chrome"));
  const all: { name: string; read: Reading; felt: Feeling }[] = [];
  try {
    const control = await Control.open(loaded.chromium);
    for (const page of saved ?? demoPages()) {
      const name = basename(page.file);
      const read = await reading(plain, script, page);
      // A page that cannot be checked unasked has no first mark and no turn of ours.
      const felt = await feeling(loaded, control, page).catch(() => ({
        mark: Number.NaN,
        longest: Number.NaN,
      }));
      all.push({ name, read, felt });
      note(row(name, read, felt).join("  "));
    }
  } finally {
    await plain.close();
    await loaded.close();
  }
  return columns([HEAD, ...all.map(({ name, read, felt }) => row(name, read, felt)), middle(all), GOAL]);
}
