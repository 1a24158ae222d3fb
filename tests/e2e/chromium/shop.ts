/**
 * Chromium with the extension on the demo shop, and a watch on what the extension does meanwhile. Tests that leave nothing
 * behind share a browser, for starting one takes longer than most tests.
 */
import { test as base, type Page } from "@playwright/test";
import type { PopupState, ReportView, SurfaceToBackground } from "../../../src/messaging/messages.ts";
import { type ExtensionChromium, launchChromium, OPTIONS_PATH, POPUP_PATH } from "../../tools/chromium.ts";
import { DEMO_URL, routeDemo } from "../../tools/demo.ts";
import { type OpenedPage, openChecked, type Tools, toolsFor } from "../../tools/open-page.ts";
import { builtExtension } from "../../tools/repository.ts";
import { settled } from "../../tools/settled.ts";

export class Shop {
  /** Address of every request of every page and worker. */
  readonly requests: string[] = [];
  /** True where a test did to the browser what cannot be undone: the next one gets another. */
  isSpoilt = false;

  private constructor(
    readonly browser: ExtensionChromium,
    readonly tools: Tools,
  ) {
    browser.context.on("request", (request) => this.requests.push(request.url()));
  }

  static async open(headless: boolean): Promise<Shop> {
    const browser = await launchChromium({ extension: builtExtension("chrome"), headless });
    const shop = new Shop(browser, await toolsFor(browser));
    await routeDemo(browser.context);
    return shop;
  }

  /** Opens a page of the demo shop and waits until the extension is done with it. */
  visit(path: string): Promise<OpenedPage> {
    return openChecked(this.tools, DEMO_URL + path);
  }

  /** Serves a page of the test's own at an address, and nothing else on that host. */
  async serve(url: string, body: string): Promise<void> {
    await this.browser.context.route(`${new URL(url).origin}/**`, (route) =>
      route.request().url() === url
        ? route.fulfill({ contentType: "text/html; charset=utf-8", body })
        : route.fulfill({ status: 404, body: "" }),
    );
  }

  /** Opens a page of the test's own on the demo shop's host, and waits until the extension is done with it. */
  async visitOwn(body: string): Promise<OpenedPage> {
    await this.browser.context.route(`${DEMO_URL}own`, (route) =>
      route.fulfill({
        contentType: "text/html; charset=utf-8",
        body: `<!doctype html><html lang="en">${body}`,
      }),
    );
    return openChecked(this.tools, `${DEMO_URL}own`);
  }

  /** What the browser does when a shortcut of the extension is pressed while a tab is in front. */
  async pressShortcut(command: string, tab: number): Promise<void> {
    const { context } = this.browser;
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    await worker.evaluate(
      ([name, id]) => {
        const { onCommand } = chrome.commands as unknown as {
          onCommand: { dispatch(name: string, tab: { id: number }): void };
        };
        onCommand.dispatch(name, { id });
      },
      [command, tab] as const,
    );
  }

  /** How many popups are open now. */
  popups(): Promise<number> {
    return this.tools.control.page.evaluate(async () => {
      const open = await chrome.runtime.getContexts({
        contextTypes: ["POPUP" as chrome.runtime.ContextType],
      });
      return open.length;
    });
  }

  ask(message: SurfaceToBackground): Promise<unknown> {
    return this.tools.control.ask(message);
  }

  state(tab: number): Promise<PopupState> {
    return this.ask({ type: "popup.report", tabId: tab }) as Promise<PopupState>;
  }

  /** The settled report of a tab. @throws Error if there is another state */
  async report(tab: number): Promise<ReportView> {
    const { state } = await settled(this.tools.control, tab);
    if (state.state !== "report") throw new Error(`No report but "${state.state}".`);
    return state.report;
  }

  /** Quotes that are marked on a tab now, sorted. */
  async marked(tab: number): Promise<string[]> {
    const state = await this.state(tab);
    if (state.state !== "report") return [];
    return state.report.findings
      .filter((finding) => finding.marked)
      .map((finding) => finding.quote)
      .sort();
  }

  /** The popup for a tab, as a page. */
  popup(tab: number): Promise<Page> {
    return this.surface(`${POPUP_PATH}?tab=${tab}`);
  }

  options(hash = ""): Promise<Page> {
    return this.surface(`${OPTIONS_PATH}${hash}`);
  }

  /** As it was at the start: no page open, nothing served but the demo shop, settings as they come. */
  async tidy(): Promise<void> {
    const { context } = this.browser;
    const { control, developer } = this.tools;
    const others = context.pages().filter((page) => page !== control.page && page !== developer.page);
    await Promise.all(others.map((page) => page.close()));
    await context.unrouteAll({ behavior: "ignoreErrors" });
    await context.clearPermissions();
    await routeDemo(context);
    await this.ask({ type: "options.reset" });
    this.requests.length = 0;
  }

  /** The part of the browser's own pages that gives and takes leave to read sites. */
  get leave(): Tools["developer"] {
    this.isSpoilt = true;
    return this.tools.developer;
  }

  /** Ends the extension's worker, as the browser does when it is idle. */
  async killWorker(): Promise<void> {
    const session = await this.browser.context.browser()?.newBrowserCDPSession();
    if (session === undefined) throw new Error("The browser cannot be reached.");
    const worker = async () =>
      (await session.send("Target.getTargets")).targetInfos.find(
        (target) => target.type === "service_worker" && target.url.includes(this.browser.id),
      );
    const running = await worker();
    if (running === undefined) throw new Error("There is no worker to end.");
    await session.send("Target.closeTarget", { targetId: running.targetId });
    while ((await worker())?.targetId === running.targetId) await session.send("Browser.getVersion");
    await session.detach();
  }

  /** Reloads the whole extension, as an update does. Its pages close; a new `Control` must be opened to ask it things. */
  async reloadExtension(): Promise<void> {
    this.isSpoilt = true;
    const { context } = this.browser;
    const restarted = context.waitForEvent("serviceworker");
    const closed = this.tools.control.page.waitForEvent("close");
    await this.tools.control.page.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await Promise.all([restarted, closed]);
  }

  private async surface(path: string): Promise<Page> {
    const page = await this.browser.context.newPage();
    await page.goto(this.browser.address(path));
    return page;
  }
}

/** True where the page's highlight registry holds the mark of a verdict. */
export function isHighlighted(page: Page, verdict: string): Promise<boolean> {
  return page.evaluate((name) => CSS.highlights.has(name), `poreality-${verdict}`);
}

/** The whole document as text, without our host element. */
export function serialised(page: Page): Promise<string> {
  return page.evaluate(() =>
    document.documentElement.outerHTML.replace(/<poreality-marks\b[^>]*><\/poreality-marks>/, ""),
  );
}

/** After every test: requests that went anywhere but to the pages served, and errors of the extension, fail it. */
export const test = base.extend<{ shop: Shop }, { shared: { shop: Shop | null } }>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern.
    async ({}, use) => {
      const shared = { shop: null as Shop | null };
      await use(shared);
      await shared.shop?.browser.close();
    },
    { scope: "worker" },
  ],
  shop: async ({ headless, shared }, use) => {
    const shop = shared.shop ?? (await Shop.open(headless));
    shared.shop = shop;
    await use(shop);
    const errors = await shop.tools.developer.takeErrors();
    const away = shop.requests.filter((url) => !/^(chrome|chrome-extension|data|about|blob):/.test(url));
    if (shop.isSpoilt) {
      shared.shop = null;
      await shop.browser.close();
    } else await shop.tidy();
    const strange = away.filter((url) => !url.startsWith(DEMO_URL) && !/\.example[/:]/.test(url));
    base.expect(strange, "requests that no page made").toEqual([]);
    base.expect(errors, "errors of the extension").toEqual([]);
  },
});
export const expect = base.expect;
