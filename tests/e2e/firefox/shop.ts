/**
 * Firefox with the extension on the demo shop, and a watch on what the extension does meanwhile. Tests that leave nothing
 * behind share a browser, for starting one takes longer than most tests.
 */
import { test as base } from "@playwright/test";
import type { PopupState, ReportView } from "../../../src/messaging/messages.ts";
import { OPTIONS_PATH, POPUP_PATH } from "../../tools/chromium.ts";
import { DEMO_URL } from "../../tools/demo.ts";
import { Firefox } from "../../tools/firefox.ts";
import type { FirefoxTab } from "../../tools/firefox-tab.ts";
import { builtExtension } from "../../tools/repository.ts";
import { until } from "../../tools/settled.ts";

const LIMIT_MS = 40_000;

/** Hosts that Firefox itself speaks to; nothing is answered there either. */
const BROWSER_OWN = /^https?:\/\/([a-z0-9-]+\.)*(mozilla\.(com|org|net)|firefox\.com|mozgcp\.net)\//;

export class Shop {
  /** True where a test did to the browser what cannot be undone: the next one gets another. */
  isSpoilt = false;

  private constructor(
    readonly firefox: Firefox,
    private readonly control: FirefoxTab,
  ) {}

  static async open(backgroundIdleMs: number): Promise<Shop> {
    const firefox = await Firefox.launch({
      extension: builtExtension("firefox"),
      ...(backgroundIdleMs > 0 ? { backgroundIdleMs } : {}),
    });
    return new Shop(firefox, await firefox.extensionPage(POPUP_PATH));
  }

  /** Opens a page in a new tab and waits for its report. `tab` is the id that the extension knows it by. */
  async visit(path: string): Promise<{ page: FirefoxTab; tab: number; report: ReportView }> {
    const { page, tab } = await this.newTab(DEMO_URL + path);
    return { page, tab, report: await this.report(tab) };
  }

  /** Opens an address in a new tab, without waiting for the extension. */
  async newTab(url: string): Promise<{ page: FirefoxTab; tab: number }> {
    const ids = () =>
      this.control.run<number[]>("browser.tabs.query({}).then((tabs) => tabs.map((tab) => tab.id))");
    const before = await ids();
    const page = await this.firefox.newTab();
    const tab = (await ids()).find((id) => !before.includes(id));
    if (tab === undefined) throw new Error("The extension does not see the new tab.");
    await page.open(url);
    return { page, tab };
  }

  state(tab: number): Promise<PopupState> {
    return this.control.ask<PopupState>({ type: "popup.report", tabId: tab });
  }

  /** The report of a tab, once it has come twice the same. */
  async report(tab: number): Promise<ReportView> {
    let before = "";
    return until(`a report on tab ${tab}`, LIMIT_MS, async () => {
      const state = await this.state(tab);
      const now = JSON.stringify(state);
      const again = now === before;
      before = now;
      return again && state.state === "report" ? state.report : undefined;
    });
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

  popup(tab: number): Promise<FirefoxTab> {
    return this.firefox.extensionPage(`${POPUP_PATH}?tab=${tab}`);
  }

  /** Takes back the leave to read a shop, as the user can do. @returns false where Firefox refuses */
  withhold(pattern: string): Promise<boolean> {
    this.isSpoilt = true;
    return this.control.run<boolean>(`browser.permissions.remove({ origins: [${JSON.stringify(pattern)}] })`);
  }

  /** As it was at the start: no page open, nothing served but the demo shop, settings as they come. */
  async tidy(): Promise<void> {
    await this.control.ask({ type: "options.reset" });
    await this.firefox.tidy(this.control);
  }

  options(): Promise<FirefoxTab> {
    return this.firefox.extensionPage(OPTIONS_PATH);
  }

  /** Waits until Firefox has stopped the idle background. Looking does not wake it. */
  async backgroundStopped(): Promise<void> {
    await this.control.becomes(
      `browser.extension.getViews().every((view) => view.location.pathname !== "/_generated_background_page.html")`,
    );
  }

  /** Requests for anything but the pages served, the browser's own left out. */
  strangeRequests(): string[] {
    return (
      this.firefox.requests
        .map((request) => request.url)
        .filter((url) => url.startsWith("http") || url.startsWith("ws"))
        .filter((url) => !url.startsWith(DEMO_URL) && !/\.example[/:]/.test(url) && !BROWSER_OWN.test(url))
        // The picture for the tab, which the browser looks for by itself.
        .filter((url) => new URL(url).pathname !== "/favicon.ico")
    );
  }
}

/** Expression that is true where the page's registry holds the marks of a verdict. */
export const highlighted = (verdict: string): string => `CSS.highlights.has("poreality-${verdict}")`;

/** Text of the card that is open on a page; empty while none is. */
export async function cardText(page: FirefoxTab): Promise<string> {
  const dialog = (await page.shadowElements()).find((one) => one.attributes.get("role") === "dialog");
  return dialog?.text ?? "";
}

/** After every test: requests that went anywhere but to the pages served, and errors of the extension, fail it. */
export const test = base.extend<{ idleMs: number; shop: Shop }, { shared: { shop: Shop | null } }>({
  idleMs: [0, { option: true }],
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern.
    async ({}, use) => {
      const shared = { shop: null as Shop | null };
      await use(shared);
      await shared.shop?.firefox.close();
    },
    { scope: "worker" },
  ],
  shop: async ({ idleMs, shared }, use) => {
    const shop = (idleMs === 0 ? shared.shop : null) ?? (await Shop.open(idleMs));
    if (idleMs === 0) shared.shop = shop;
    else shop.isSpoilt = true;
    await use(shop);
    const strange = shop.strangeRequests();
    const errors = [...shop.firefox.errors];
    if (shop.isSpoilt) {
      if (shared.shop === shop) shared.shop = null;
      await shop.firefox.close();
    } else await shop.tidy();
    base.expect(strange, "requests that no page made").toEqual([]);
    base.expect(errors, "errors of the extension").toEqual([]);
  },
});
export const expect = base.expect;
