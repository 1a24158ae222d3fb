import { text } from "../../tools/texts.ts";
import { expect, isHighlighted, type Shop, test } from "./shop.ts";

const SERUM = "pore-reset-serum.html";

/** Title of the toolbar button on a tab, which says how it stands. */
function buttonTitle(shop: Shop, tab: number): Promise<string> {
  return shop.tools.control.page.evaluate((tabId) => chrome.action.getTitle({ tabId }), tab);
}

test("a pause takes everything down on all pages, and its end brings it back", async ({ shop }) => {
  const { page, tab } = await shop.visit(SERUM);
  const popup = await shop.popup(tab);
  await popup.getByRole("button", { name: text("page_acts_pause") }).click();
  await expect(popup.getByRole("heading", { level: 1 })).toHaveText(/^Poreality is paused until \d/);
  await expect.poll(() => isHighlighted(page, "hype")).toBe(false);
  await expect(page.locator("poreality-marks")).toHaveCount(0);
  await expect.poll(() => buttonTitle(shop, tab)).toBe(text("toolbar_paused"));
  // Paused means paused for a new page as well, and after the worker was ended.
  await shop.killWorker();
  await page.reload();
  await expect.poll(async () => (await shop.state(tab)).state).toBe("paused");
  expect(await isHighlighted(page, "hype")).toBe(false);

  await popup.getByRole("button", { name: text("popup_unpause") }).click();
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
  await expect.poll(() => buttonTitle(shop, tab)).not.toBe(text("toolbar_paused"));
});

test("a pause is over when its time is", async ({ shop }) => {
  const { page, tab } = await shop.visit(SERUM);
  // The shortest alarm that browsers keep is half a minute; a pause that is over already is found by whoever asks.
  await shop.ask({ type: "popup.pause", tabId: tab, minutes: 0.01 });
  await expect.poll(async () => (await shop.state(tab)).state, { timeout: 20_000 }).not.toBe("paused");
  await page.reload();
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
  await shop.ask({ type: "popup.unpause", tabId: tab });
});

test("marks are hidden on one page while the count stays, and come back", async ({ shop }) => {
  const { page, tab } = await shop.visit(SERUM);
  const popup = await shop.popup(tab);
  const count = () => shop.tools.control.page.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);
  const before = await count();
  expect(Number(before)).toBeGreaterThan(0);
  await popup.getByRole("button", { name: text("page_acts_hide") }).click();
  await expect.poll(() => isHighlighted(page, "hype")).toBe(false);
  expect(await count()).toBe(before);
  // Text that comes later is counted and not marked either.
  await page.getByRole("button", { name: "Read more" }).click();
  await expect.poll(async () => Number(await count())).toBeGreaterThan(Number(before));
  expect(await isHighlighted(page, "hype")).toBe(false);
  await popup.getByRole("button", { name: text("page_acts_show") }).click();
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
});

test("the toolbar button says that a site is off", async ({ shop }) => {
  const { tab } = await shop.visit(SERUM);
  const popup = await shop.popup(tab);
  await popup.getByRole("switch", { name: text("popup_site") }).click();
  await expect.poll(() => buttonTitle(shop, tab)).toBe(text("toolbar_off"));
  await popup.getByRole("switch", { name: text("popup_site") }).click();
  await expect.poll(() => buttonTitle(shop, tab)).not.toBe(text("toolbar_off"));
});
