/** Saved pages in Chromium with and without the extension. */
import { type BrowserContext, chromium, type Page } from "playwright";
import { ensureBrowsers, findChromium } from "./browsers.ts";
import { launchChromium } from "./chromium.ts";
import type { GuestBrowser } from "./guest-check.ts";
import { COUNT_SHIFTS, SNAPSHOT, type Snapshot, WHEN_STILL } from "./guest-snapshot.ts";
import { openChecked, toolsFor } from "./open-page.ts";
import { freshExtension } from "./repository.ts";
import { routeOnly } from "./saved-page.ts";

const VIEWPORT = { width: 1280, height: 900 };
const LOAD_LIMIT_MS = 30_000;

/** Texts of the console errors and uncaught exceptions of all pages of a context, to be emptied between pages. */
function listen(context: BrowserContext): string[] {
  const errors: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  context.on("weberror", (error) => void errors.push(error.error().message));
  return errors;
}

async function snapshotOf(page: Page, errors: string[]): Promise<Snapshot> {
  await page.evaluate(WHEN_STILL);
  const seen = (await page.evaluate(SNAPSHOT)) as Omit<Snapshot, "errors">;
  return { ...seen, errors: [...new Set(errors)] };
}

/** Starts both browsers. @throws Error if one does not start */
export async function guestChromium(): Promise<GuestBrowser> {
  const plain = await chromium.launch({
    executablePath: findChromium() ?? ensureBrowsers(["chromium"]).chromium,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ["--disable-background-networking", "--no-first-run"],
  });
  const context = await plain.newContext({ viewport: VIEWPORT });
  const loaded = await launchChromium({
    extension: freshExtension("chrome"),
    headless: true,
    viewport: VIEWPORT,
  });
  const tools = await toolsFor(loaded);
  const errors = { plain: listen(context), loaded: listen(loaded.context) };
  await context.addInitScript(COUNT_SHIFTS);
  await loaded.context.addInitScript(COUNT_SHIFTS);
  return {
    name: "Chromium",
    async without(saved, headers) {
      await routeOnly(context, saved, headers);
      errors.plain.length = 0;
      const page = await context.newPage();
      await page.goto(saved.url, { waitUntil: "domcontentloaded", timeout: LOAD_LIMIT_MS });
      await page.waitForLoadState("load", { timeout: LOAD_LIMIT_MS / 3 }).catch(() => undefined);
      const snapshot = await snapshotOf(page, errors.plain);
      await page.close();
      return snapshot;
    },
    async with(saved, headers) {
      await routeOnly(loaded.context, saved, headers);
      await tools.developer.takeErrors();
      errors.loaded.length = 0;
      const { page, state } = await openChecked(tools, saved.url);
      const snapshot = await snapshotOf(page, errors.loaded);
      await page.close();
      const marks =
        state.state === "report" ? state.report.findings.filter(({ marked }) => marked).length : 0;
      return { snapshot, own: await tools.developer.takeErrors(), marks };
    },
    async close() {
      await plain.close();
      await loaded.close();
    },
  };
}
