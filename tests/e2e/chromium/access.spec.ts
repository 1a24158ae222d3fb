import type { Page } from "@playwright/test";
import { Control, clickToolbarButton } from "../../tools/chromium.ts";
import { DEMO_URL } from "../../tools/demo.ts";
import { settled } from "../../tools/settled.ts";
import { type TextKey, text } from "../../tools/texts.ts";
import { expect, isHighlighted, type Shop, test } from "./shop.ts";

const QUOTE = "permanently shrinks pores";
const ELSEWHERE = "https://small-shop.example/serum";
const PAGE = `<!doctype html><title>A serum</title><h1>A serum</h1><p>This serum permanently shrinks pores.</p>`;

const PATTERN = "https://small-shop.example/*";

const button = (popup: Page, key: TextKey) => popup.getByRole("button", { name: text(key), exact: true });

/** A page of a site outside the list of shops, and the popup on it after a click on the toolbar button. */
async function openElsewhere(shop: Shop) {
  await shop.serve(ELSEWHERE, PAGE);
  const { page, tab } = await shop.tools.control.newTab();
  await page.goto(ELSEWHERE);
  await clickToolbarButton(shop.browser, page);
  return { page, tab, popup: await shop.popup(tab) };
}

/** Opens another page of the site; true where it is read without being asked for. */
async function isReadByItself(shop: Shop): Promise<boolean> {
  const { page, tab } = await shop.tools.control.newTab();
  await page.goto(ELSEWHERE);
  const { state } = await settled(shop.tools.control, tab);
  await page.close();
  return state.state === "report" && state.report.findings.some(({ quote }) => quote === QUOTE);
}

/** Allows the site without the popup, as where it closed under the browser's question. */
async function allow(shop: Shop): Promise<void> {
  await shop.leave.grantHost(PATTERN);
  await shop.tools.control.page.evaluate(
    (origin) => chrome.permissions.request({ origins: [origin] }),
    PATTERN,
  );
}

/** Says yes to the browser's own question when the popup asks it: that question is drawn outside every page. */
async function agreeWhenAsked(shop: Shop, popup: Page, pattern: string): Promise<void> {
  await popup.exposeFunction("agree", () => shop.leave.grantHost(pattern));
  await popup.evaluate(() => {
    const request = chrome.permissions.request.bind(chrome.permissions);
    const { agree } = globalThis as unknown as { agree: () => Promise<void> };
    chrome.permissions.request = (async (wanted: chrome.permissions.Permissions) => {
      await agree();
      return request(wanted);
    }) as typeof chrome.permissions.request;
  });
}

/** Patterns of the content scripts that are registered now. */
function registered(control: Control): Promise<string[][]> {
  return control.page.evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).map(({ matches = [] }) => matches),
  );
}

test("offers to check a page of another site, and does", async ({ shop }) => {
  await shop.serve(ELSEWHERE, PAGE);
  const { page, tab } = await shop.tools.control.newTab();
  await page.goto(ELSEWHERE);
  await clickToolbarButton(shop.browser, page);
  const popup = await shop.popup(tab);
  await expect(popup.getByRole("heading", { level: 1 })).toHaveText(text("popup_not_checked"));
  expect(await isHighlighted(page, "hype")).toBe(false);
  await popup.getByRole("button", { name: text("popup_check") }).click();
  await expect(popup.locator(".finding").first()).toContainText(QUOTE);
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
});

test("checks a page though one of its frames never comes", async ({ shop }) => {
  await shop.serve(ELSEWHERE, `${PAGE}<iframe src="https://never.example/"></iframe>`);
  await shop.browser.context.route("https://never.example/**", () => {
    // No answer.
  });
  const { page, tab } = await shop.tools.control.newTab();
  await page.goto(ELSEWHERE, { waitUntil: "domcontentloaded" });
  await clickToolbarButton(shop.browser, page);
  const popup = await shop.popup(tab);
  await button(popup, "popup_check").click();
  await expect(popup.locator(".finding").first()).toContainText(QUOTE);
});

test("says why a page without access cannot be checked", async ({ shop }) => {
  await shop.serve(ELSEWHERE, PAGE);
  await shop.serve("https://other-shop.example/", PAGE);
  const { page, tab } = await shop.tools.control.newTab();
  await page.goto(ELSEWHERE);
  await clickToolbarButton(shop.browser, page);
  const popup = await shop.popup(tab);
  await expect(popup.getByRole("heading", { level: 1 })).toHaveText(text("popup_not_checked"));
  // What the toolbar button allowed ends where the page goes elsewhere.
  await page.goto("https://other-shop.example/").catch(() => undefined);
  await popup.getByRole("button", { name: text("popup_check") }).click();
  await expect(popup.getByText(text("popup_check_failed"))).toBeVisible();
  expect(await isHighlighted(page, "hype")).toBe(false);
});

test("asks for access to a known shop that was withheld, and reads it once allowed", async ({ shop }) => {
  await shop.leave.withholdHosts();
  const { page, tab } = await shop.tools.control.newTab();
  await page.goto(`${DEMO_URL}pore-reset-serum.html`);
  await clickToolbarButton(shop.browser, page);
  const popup = await shop.popup(tab);
  await expect(popup.getByRole("heading", { level: 1 })).toHaveText(text("popup_withheld"));
  expect(await isHighlighted(page, "hype")).toBe(false);
  await agreeWhenAsked(shop, popup, "https://*.dermstore.com/*");
  await popup.getByRole("button", { name: text("popup_allow") }).click();
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
  await expect(popup.getByRole("heading", { level: 1 })).toHaveText(text("summary_hype_despite_real"));
});

test("reads a page once: says so, stops when asked, and starts again", async ({ shop }) => {
  const { page, popup } = await openElsewhere(shop);
  await button(popup, "popup_check").click();
  await expect(popup.getByText(text("access_once", "small-shop.example"))).toBeVisible();
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
  await button(popup, "access_stop_once").click();
  await expect(popup.getByRole("heading", { level: 1 })).toHaveText(text("popup_not_checked"));
  await expect.poll(() => isHighlighted(page, "hype")).toBe(false);
  await expect(page.locator("poreality-marks")).toHaveCount(0);
  expect(await isReadByItself(shop)).toBe(false);
  await button(popup, "popup_check").click();
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
});

test("reads a site always: new pages too, until stopped", async ({ shop }) => {
  const { page, tab, popup } = await openElsewhere(shop);
  await agreeWhenAsked(shop, popup, PATTERN);
  await button(popup, "popup_always").click();
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
  await expect(popup.getByText(text("access_always", "small-shop.example"))).toBeVisible();
  expect(await isReadByItself(shop)).toBe(true);
  await page.reload();
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);

  await button(popup, "access_stop_always").click();
  await expect.poll(() => isHighlighted(page, "hype")).toBe(false);
  await expect.poll(() => registered(shop.tools.control)).toEqual([]);
  expect(await isReadByItself(shop)).toBe(false);
  expect((await shop.state(tab)).state).not.toBe("report");
});

test("asks for the one host from a page that is read once", async ({ shop }) => {
  const { popup } = await openElsewhere(shop);
  await button(popup, "popup_check").click();
  await expect(popup.getByText(text("access_once", "small-shop.example"))).toBeVisible();
  const asked = popup.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        chrome.permissions.request = (async (wanted: unknown) => {
          resolve(wanted);
          return false;
        }) as typeof chrome.permissions.request;
      }),
  );
  await button(popup, "popup_always").click();
  expect(await asked).toEqual({ origins: [PATTERN] });
  await expect(popup.getByText(text("popup_allow_refused"))).toBeVisible();
  await expect(popup.locator(".finding").first()).toContainText(QUOTE);
});

test("follows what is given and taken in the browser's own settings", async ({ shop }) => {
  const { page } = await shop.tools.control.newTab();
  await shop.serve(ELSEWHERE, PAGE);
  await page.goto(ELSEWHERE);
  await allow(shop);
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
  expect(await registered(shop.tools.control)).toEqual([[PATTERN]]);
  await shop.leave.revokeHost(PATTERN);
  await expect.poll(() => isHighlighted(page, "hype")).toBe(false);
  await expect(page.locator("poreality-marks")).toHaveCount(0);
  await expect.poll(() => registered(shop.tools.control)).toEqual([]);
  expect(await isReadByItself(shop)).toBe(false);
});

test("the worker's end and a reload of the extension that lost the registration change nothing", async ({
  shop,
}) => {
  await shop.serve(ELSEWHERE, PAGE);
  await allow(shop);
  await expect.poll(() => registered(shop.tools.control)).toEqual([[PATTERN]]);
  await shop.killWorker();
  expect(await isReadByItself(shop)).toBe(true);

  // As an update of the extension does.
  await shop.tools.control.page.evaluate(() => chrome.scripting.unregisterContentScripts());
  await shop.reloadExtension();
  const control = await Control.open(shop.browser);
  await expect.poll(() => registered(control)).toEqual([[PATTERN]]);
  const { page } = await control.newTab();
  await page.goto(ELSEWHERE);
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
});
