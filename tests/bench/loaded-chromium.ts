/** Chromium with one extension, ours or a yardstick, and pages of ours at a shop's address. */
import type { Page } from "playwright";
import { type ExtensionChromium, launchChromium } from "../tools/chromium.ts";
import { DEMO_ORIGIN } from "../tools/demo.ts";

/** How long a page may take to show its first mark. */
const MARK_LIMIT = 60_000;

export type Visit = {
  /** Ms from the arrival of the page to its `load`. */
  load: number;
  /** Ms from DOMContentLoaded to the first highlight; NaN where none was waited for. */
  mark: number;
};

/**
 * In every page: notes when the first highlight is there. Looks every few ms; timers of a page come no more often. As
 * text, because functions lose what the compiler adds around them on the way into a page.
 */
export const WATCH_MARKS = `(() => {
  const seen = (globalThis.benchSeen = { ready: NaN, mark: NaN });
  const look = () => {
    if (CSS.highlights.size > 0) seen.mark = performance.now();
    else setTimeout(look, 1);
  };
  const begin = () => {
    seen.ready = performance.now();
    look();
  };
  addEventListener("DOMContentLoaded", begin, { once: true, capture: true });
})()`;

export class LoadedChromium {
  private visits = 0;

  private constructor(readonly chromium: ExtensionChromium) {}

  /** @throws Error if Chromium or the extension does not start */
  static async launch(extension: string): Promise<LoadedChromium> {
    const chromium = await launchChromium({ extension, headless: true });
    return new LoadedChromium(chromium);
  }

  /** Start of the addresses of the extension's scripts in pages. */
  get scripts(): string {
    return this.chromium.address("");
  }

  /** Serves `html` to a tab at a new address of the shop, and nothing else. @returns the address */
  async serve(page: Page, html: string): Promise<string> {
    this.visits += 1;
    const url = `${DEMO_ORIGIN}/bench/${this.visits}`;
    await page.route("**/*", (route) =>
      route.request().url() === url
        ? route.fulfill({ body: html, contentType: "text/html; charset=utf-8" })
        : route.fulfill({ status: 404, body: "" }),
    );
    return url;
  }

  /** A new tab for `html`, and the address to open in it. */
  async tab(html: string): Promise<{ page: Page; url: string }> {
    const page = await this.chromium.context.newPage();
    return { page, url: await this.serve(page, html) };
  }

  /** Shows `html` once and takes the times. @param marks wait for the first highlight */
  async visit(html: string, marks: boolean): Promise<Visit> {
    const { page, url } = await this.tab(html);
    try {
      if (marks) await page.addInitScript(WATCH_MARKS);
      await page.goto(url, { waitUntil: "load", timeout: MARK_LIMIT });
      if (marks) await page.waitForFunction(() => CSS.highlights.size > 0, null, { timeout: MARK_LIMIT });
      return await page.evaluate(async () => {
        const seen = (globalThis as { benchSeen?: { ready: number; mark: number } }).benchSeen;
        while (seen !== undefined && Number.isNaN(seen.mark))
          await new Promise((next) => setTimeout(next, 5));
        const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
        return {
          load: (entry?.loadEventStart ?? Number.NaN) - (entry?.responseStart ?? Number.NaN),
          mark: seen === undefined ? Number.NaN : seen.mark - seen.ready,
        };
      });
    } finally {
      await page.close();
    }
  }

  /** Ends the extension's worker, as the browser does when it is idle. */
  async endWorker(): Promise<void> {
    const session = await this.chromium.context.browser()?.newBrowserCDPSession();
    if (session === undefined) throw new Error("The browser cannot be reached.");
    const worker = async () =>
      (await session.send("Target.getTargets")).targetInfos.find(
        ({ type, url }) => type === "service_worker" && url.includes(this.chromium.id),
      );
    const running = await worker();
    if (running !== undefined) {
      await session.send("Target.closeTarget", { targetId: running.targetId });
      while ((await worker())?.targetId === running.targetId) await session.send("Browser.getVersion");
    }
    await session.detach();
  }

  close(): Promise<void> {
    return this.chromium.close();
  }
}
