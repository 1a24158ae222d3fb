/** Opens an address in Chromium with the extension, and has it checked as a user would. */
import type { Page } from "playwright";
import type { CheckAnswer } from "../../src/messaging/messages.ts";
import { Control, clickToolbarButton, DeveloperPage, type ExtensionChromium } from "./chromium.ts";
import { type Settled, settled } from "./settled.ts";

const LOAD_LIMIT_MS = 30_000;

export type Tools = { browser: ExtensionChromium; control: Control; developer: DeveloperPage };

export async function toolsFor(browser: ExtensionChromium): Promise<Tools> {
  const [control, developer] = await Promise.all([Control.open(browser), DeveloperPage.open(browser)]);
  return { browser, control, developer };
}

export type OpenedPage = Settled & { page: Page; tab: number };

/**
 * Opens an address in a new tab and waits for the extension. On a site that it may not read, the toolbar button is
 * clicked and "check this page" is asked for.
 * @throws Error if the page does not open, or the extension says nothing about it
 */
export async function openChecked(tools: Tools, url: string): Promise<OpenedPage> {
  const { page, tab } = await tools.control.newTab();
  await page.goto(url, { waitUntil: "domcontentloaded", timeout: LOAD_LIMIT_MS });
  // A page whose load never ends is read all the same.
  await page.waitForLoadState("load", { timeout: LOAD_LIMIT_MS / 3 }).catch(() => undefined);
  let seen = await settled(tools.control, tab);
  // Until the button is clicked, the extension does not even see the address of a page that is not its business.
  if (seen.state.state === "not-checked" || seen.state.state === "browser-page") {
    await clickToolbarButton(tools.browser, page);
    const check = (await tools.control.ask({ type: "popup.check", tabId: tab })) as CheckAnswer;
    if (!check.ok) throw new Error(`The extension could not check ${url}: ${check.failed}`);
    seen = await settled(tools.control, tab);
  }
  return { page, tab, ...seen };
}
