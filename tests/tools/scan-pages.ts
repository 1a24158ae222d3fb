/** `scan --page`: saved pages in the real browser, with the built extension and without a network. */
import type { Page } from "playwright";
import type { PopupState, ReportView } from "../../src/messaging/messages.ts";
import { launchChromium } from "./chromium.ts";
import { openChecked, type Tools, toolsFor } from "./open-page.ts";
import { freshExtension } from "./repository.ts";
import { routeOnly, type SavedPage, savedPage } from "./saved-page.ts";

export type PageScan = {
  file: string;
  url: string;
  /** What the popup shows; absent where the extension gives no report, and then `state` says why. */
  report?: ReportView;
  state?: PopupState["state"];
  /** All in ms. `walk` is a bare walk over the page's text, the measure for the others; the rest is null without a report. */
  timing: {
    walk: number;
    read: number | null;
    judge: number | null;
    paint: number | null;
    longestSlice: number | null;
  };
  /** Errors that the extension caused, with their places. */
  errors: string[];
};

/** Time of a walk over all text of the page that reads every node and touches every character, in ms. */
function bareWalk(page: Page): Promise<number> {
  return page.evaluate(() => {
    const start = performance.now();
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    let sum = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node as Text).data;
      for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
    }
    const taken = performance.now() - start;
    // The sum is used, so that the loop cannot be left out.
    return Number.isInteger(sum) ? taken : Number.NaN;
  });
}

const rounded = (ms: number) => Math.round(ms * 100) / 100;

async function scanPage(tools: Tools, saved: SavedPage): Promise<PageScan> {
  await tools.developer.takeErrors();
  await routeOnly(tools.browser.context, saved);
  const { page, state, timings } = await openChecked(tools, saved.url);
  const walk = rounded(await bareWalk(page));
  await page.close();
  const report = state.state === "report" ? state.report : null;
  return {
    file: saved.file,
    url: saved.url,
    ...(report === null ? { state: state.state } : { report }),
    timing: {
      walk,
      read: timings && rounded(timings.read),
      judge: report && rounded(report.timing.judge),
      paint: timings && rounded(timings.paint),
      longestSlice: timings && rounded(timings.longestSlice),
    },
    errors: await tools.developer.takeErrors(),
  };
}

/**
 * Scans saved pages one after the other in one browser.
 * @throws InputError before anything starts, if a file cannot be read; Error that names the file, if a page fails
 */
export async function* scanPages(files: readonly string[], url: string | null): AsyncGenerator<PageScan> {
  const pages = files.map((file) => savedPage(file, url));
  const browser = await launchChromium({ extension: freshExtension("chrome"), headless: true });
  try {
    const tools = await toolsFor(browser);
    for (const saved of pages) {
      try {
        yield await scanPage(tools, saved);
      } catch (error) {
        throw new Error(`${saved.file}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    }
  } finally {
    await browser.close();
  }
}
