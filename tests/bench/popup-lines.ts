/** What it costs to open the popup, with its content in it. */
import { type ExtensionChromium, launchChromium, POPUP_PATH } from "../tools/chromium.ts";
import { DEMO_ORIGIN } from "../tools/demo.ts";
import { openChecked, toolsFor } from "../tools/open-page.ts";
import { freshExtension } from "../tools/repository.ts";
import { atMost, type Line } from "./budget.ts";
import { inTurn, median } from "./measure.ts";
import { shopDocument } from "./shop-page.ts";
import { ownTasks, traced } from "./trace.ts";

const ROUNDS = 15;
const MOST_MS = 100;
const PAGES = [
  { what: "20 claims", html: shopDocument({ characters: 40_000, claims: 20, lists: 1 }) },
  { what: "200 claims", html: shopDocument({ characters: 200_000, claims: 200, lists: 1 }) },
];

/** Ms of our script, the background's answer included, from opening a page of ours until `shown` is in it. */
async function scriptOf(chromium: ExtensionChromium, address: string, shown: string): Promise<number> {
  const page = await chromium.context.newPage();
  const trace = await traced(page, { from: chromium.address(""), profile: true }, async () => {
    await page.goto(address, { waitUntil: "commit" });
    await page.locator(shown).waitFor({ state: "attached" });
  });
  await page.close();
  return ownTasks(trace).reduce((sum, ms) => sum + ms, 0);
}

/** The budget of the popup, for a usual page and for one with very many claims. */
export async function* popupLines(): AsyncGenerator<Line> {
  const chromium = await launchChromium({ extension: freshExtension("chrome"), headless: true });
  try {
    const tools = await toolsFor(chromium);
    for (const { what, html } of PAGES) {
      const url = `${DEMO_ORIGIN}/bench/popup`;
      await chromium.context.route(url, (route) =>
        route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }),
      );
      const { tab, page: shop } = await openChecked(tools, url);
      const address = chromium.address(`${POPUP_PATH}?tab=${tab}`);
      const ms = await inTurn(ROUNDS, {
        ours: () => scriptOf(chromium, address, "h1.verdict"),
        bare: () => scriptOf(chromium, chromium.address("manifest.json"), "body"),
      });
      yield atMost(`popup with its content, script, a page of ${what}`, median(ms.ours), MOST_MS, {
        unit: "ms",
        digits: 1,
        floor: `${median(ms.bare).toFixed(1)} ms (a page without script)`,
      });
      await shop.close();
      await chromium.context.unroute(url);
    }
  } finally {
    await chromium.close();
  }
}
