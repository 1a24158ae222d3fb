/**
 * Budgets of hostile pages: what a hostile text costs against a bare walk over it; and, for these and for pages of very many
 * elements, the longest time without a pause for the page.
 */
import { atMost, type Line } from "./budget.ts";
import { inPageScript } from "./bundle.ts";
import { CROWDED_PAGES, HOSTILE_TEXTS } from "./hostile-pages.ts";
import type * as InPage from "./in-page/scan.ts";
import { median } from "./measure.ts";
import { PlainChromium } from "./plain-chromium.ts";

declare const bench: typeof InPage;

const ROUNDS = 5;
/** After this many ms a page counts as hanging. */
const LIMIT = 30_000;

type Result = { name: string; ratio: number; ms: number; step: number };

/** Null where the page has not ended in time; the browser is closed then, since its page would go on for ever. */
async function measure(chromium: PlainChromium, script: string, html: string) {
  const page = await chromium.open(html, script);
  const limit = new AbortController();
  const late = new Promise<null>((resolve) => {
    const timer = setTimeout(() => resolve(null), LIMIT);
    limit.signal.addEventListener("abort", () => clearTimeout(timer));
  });
  const work = page
    .evaluate((rounds) => {
      // The first alone, so that a page which takes seconds is not read five times.
      const first = bench.rounds(1, ["walk", "scan", "longestStep"]);
      return (first[1]?.[0] ?? 0) > 3_000 ? first : bench.rounds(rounds, ["walk", "scan", "longestStep"]);
    }, ROUNDS)
    .catch(() => null);
  const times = await Promise.race([work, late]);
  limit.abort();
  if (times !== null) await page.close();
  return times;
}

/** Each hostile page, the worst first. A page that hangs has an infinite ratio. */
async function hostileResults(script: string, pages: Record<string, () => string>): Promise<Result[]> {
  const results: Result[] = [];
  let chromium = await PlainChromium.launch();
  for (const [name, html] of Object.entries(pages)) {
    const times = await measure(chromium, script, html());
    const [floor = 1, own = Number.POSITIVE_INFINITY, step = own] = times?.map(median) ?? [];
    results.push({ name, ratio: own / floor, ms: own, step });
    if (times === null) {
      await chromium.close();
      chromium = await PlainChromium.launch();
    }
  }
  await chromium.close();
  return results.sort((a, b) => b.ratio - a.ratio);
}

/** The worst of the hostile pages. @param detail told of each of them */
export async function hostileLines(detail: (text: string) => void): Promise<Line[]> {
  const script = await inPageScript("scan.ts");
  const texts = await hostileResults(script, HOSTILE_TEXTS);
  const all = [...texts, ...(await hostileResults(script, CROWDED_PAGES))];
  for (const { name, ratio, ms, step } of all)
    detail(
      `hostile: ${name.padEnd(42)} ${ratio.toFixed(1).padStart(9)} x ${ms.toFixed(1).padStart(10)} ms, longest step ${step.toFixed(1)} ms`,
    );
  const [worst = { name: "none", ratio: Number.NaN }] = texts;
  const [longest = { name: "none", step: Number.NaN }] = [...all].sort((a, b) => b.step - a.step);
  return [
    atMost(`worst hostile text / its own walk (${worst.name})`, worst.ratio, 10, {
      unit: "x",
      digits: 1,
      floor: "1.0 x",
      peer: "a gap expression hangs; not run here",
    }),
    atMost(`longest step without a pause on hostile pages (${longest.name})`, longest.step, 50, {
      unit: "ms",
      digits: 1,
    }),
  ];
}
