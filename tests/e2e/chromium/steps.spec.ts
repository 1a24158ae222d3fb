/** Next and previous claim by keyboard. */
import type { Page } from "@playwright/test";
import { DEMO_URL } from "../../tools/demo.ts";
import { cardText } from "../../tools/on-page.ts";
import { expect, type Shop, test } from "./shop.ts";

const NEXT = "next-claim";
const PREVIOUS = "previous-claim";
const TWO = `<title>Alder Serum</title><h1>Alder Serum</h1><button>Bag</button>
  <p>It erases pores forever.</p><div style="height:3000px"></div><p>It closes pores.</p>`;

const FRAMED = `<title>Birch Balm</title><h1>Birch Balm</h1><p>It closes pores.</p><iframe src="inner"></iframe>`;

async function framed(shop: Shop): Promise<{ page: Page; tab: number }> {
  await shop.browser.context.route(`${DEMO_URL}inner`, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: "<!doctype html><title>Description</title><p>Tightens pores.</p>",
    }),
  );
  const { page, tab } = await shop.visitOwn(FRAMED);
  await expect.poll(async () => (await shop.marked(tab)).length).toBe(2);
  return { page, tab };
}

test("the keys are there from the start, and clash with none of the browser's", async ({ shop }) => {
  const commands = await shop.tools.control.page.evaluate(() => chrome.commands.getAll());
  const keys = Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut]));
  // Chromium leaves a suggested key out where it has that key itself.
  expect(keys).toMatchObject({ [NEXT]: "Alt+Shift+J", [PREVIOUS]: "Alt+Shift+K" });
});

test("goes from claim to claim, around at the end, and back", async ({ shop }) => {
  const { page, tab } = await shop.visitOwn(TWO);
  await page.bringToFront();
  await page.getByRole("button", { name: "Bag" }).focus();
  for (const [command, words] of [
    [NEXT, "erases pores forever"],
    [NEXT, "closes pores"],
    [NEXT, "erases pores forever"],
    [PREVIOUS, "closes pores"],
    [PREVIOUS, "erases pores forever"],
  ] as const) {
    await shop.pressShortcut(command, tab);
    await expect.poll(() => cardText(page)).toContain(words);
    const top = await page.getByText(words).evaluate((element) => element.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(900);
  }
  await page.keyboard.press("Escape");
  await expect.poll(() => cardText(page)).toBe("");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Bag");
});

test("goes on from the card that was opened by hand, also after the worker was ended", async ({ shop }) => {
  const { page, tab } = await shop.visitOwn(TWO);
  await page.bringToFront();
  await page.getByText("erases pores").click({ position: { x: 40, y: 8 } });
  await expect.poll(() => cardText(page)).toContain("erases pores forever");
  await shop.killWorker();
  // Any message starts the worker, as the shortcut itself does.
  await shop.state(tab);
  await shop.pressShortcut(NEXT, tab);
  await expect.poll(() => cardText(page)).toContain("closes pores");
});

test("goes on into frames, and closes the card of the page around them", async ({ shop }) => {
  const { page, tab } = await framed(shop);
  await page.bringToFront();
  await shop.pressShortcut(NEXT, tab);
  await expect.poll(() => cardText(page)).toContain("closes pores");
  await shop.pressShortcut(NEXT, tab);
  await expect.poll(() => cardText(page)).toContain("Tightens pores");
  expect(await cardText(page)).not.toContain("closes pores");
  await shop.pressShortcut(NEXT, tab);
  await expect.poll(() => cardText(page)).toContain("closes pores");
  await shop.pressShortcut(PREVIOUS, tab);
  await expect.poll(() => cardText(page)).toContain("Tightens pores");
});

test("opens the popup, which says how it stands, where there is no claim to go to", async ({ shop }) => {
  const { page, tab } = await shop.visit("oat-lip-balm.html");
  await page.bringToFront();
  expect(await shop.popups()).toBe(0);
  await shop.pressShortcut(NEXT, tab);
  await expect.poll(() => shop.popups()).toBe(1);
});
