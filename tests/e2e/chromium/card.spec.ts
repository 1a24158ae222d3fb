import type { Page } from "@playwright/test";
import manifest from "../../../manifest.json" with { type: "json" };
import { DEMO_URL } from "../../tools/demo.ts";
import { cardText, middleOfElement, pointAt, shadowElements } from "../../tools/on-page.ts";
import { text } from "../../tools/texts.ts";
import { expect, isHighlighted, type Shop, test } from "./shop.ts";

const QUOTE = "permanently shrinks pores";

async function serum(shop: Shop): Promise<{ page: Page; tab: number }> {
  const { page, tab } = await shop.visit("pore-reset-serum.html");
  await page.bringToFront();
  // The host element with markers and card comes after the page's load.
  await expect.poll(async () => (await shadowElements(page)).length).toBeGreaterThan(0);
  return { page, tab };
}

async function press(page: Page, words: string): Promise<void> {
  const button = (await shadowElements(page)).find((one) => one.name === "button" && one.text === words);
  const place = button && (await middleOfElement(page, button));
  if (!place) throw new Error(`There is no button “${words}” on the card.`);
  await page.mouse.click(place.x, place.y);
}

test("opens on a click on the words, and closes on Escape", async ({ shop }) => {
  const { page } = await serum(shop);
  const words = await pointAt(page, QUOTE);
  await page.mouse.click(words.x, words.y);
  await expect.poll(() => cardText(page)).toContain(QUOTE);
  expect(await cardText(page)).toContain(text("verdict_hype"));
  await page.keyboard.press("Escape");
  await expect.poll(() => cardText(page)).toBe("");
});

test("opens when the pointer rests on the words, and closes when it leaves", async ({ shop }) => {
  const { page } = await serum(shop);
  const words = await pointAt(page, QUOTE);
  await page.mouse.move(words.x - 1, words.y);
  await page.mouse.move(words.x, words.y);
  await expect.poll(() => cardText(page)).toContain(QUOTE);
  await page.mouse.move(2, 2, { steps: 4 });
  await expect.poll(() => cardText(page)).toBe("");
});

test("opens with the keyboard from a marker, takes the focus, and gives it back on Escape", async ({
  shop,
}) => {
  const { page } = await serum(shop);
  // Our host stands at the end of the body: the last stop of the page is one step before it.
  await page.locator("footer button").last().focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => cardText(page)).not.toBe("");
  await page.keyboard.press("Escape");
  await expect.poll(() => cardText(page)).toBe("");
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe("poreality-marks");
});

test("switches its rule off from the card, and on again", async ({ shop }) => {
  const { page, tab } = await serum(shop);
  const words = await pointAt(page, QUOTE);
  await page.mouse.click(words.x, words.y);
  await expect.poll(() => cardText(page)).toContain(text("card_rule_off"));
  await press(page, text("card_rule_off"));
  await expect.poll(() => cardText(page)).toContain(text("undo"));
  await expect.poll(() => shop.marked(tab)).not.toContain(QUOTE);
  await press(page, text("undo"));
  await expect.poll(() => shop.marked(tab)).toContain(QUOTE);
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
});

test("says that this is wrong: a report on the clipboard, without the query of the address", async ({
  shop,
}) => {
  await shop.browser.context.grantPermissions(["clipboard-read", "clipboard-write"], {
    origin: new URL(DEMO_URL).origin,
  });
  const { page } = await shop.visit("pore-reset-serum.html?session=secret#part");
  await page.bringToFront();
  const words = await pointAt(page, QUOTE);
  await page.mouse.click(words.x, words.y);
  await expect.poll(() => cardText(page)).toContain(text("card_wrong"));
  await press(page, text("card_wrong"));
  await expect.poll(() => cardText(page)).toContain(text("card_wrong_copied"));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n")).toEqual([
    "Poreality: this is wrong",
    `Address of the page: ${DEMO_URL}pore-reset-serum.html`,
    `Words: “${QUOTE}”`,
    "Rule: pores.gone-for-good",
    "Rung: 5",
    "Verdict: hype",
    expect.stringMatching(/^Part of the page: \w+$/),
    `Version: ${manifest.version}`,
    "What it should say, and why: ",
  ]);
});

test("shows the report where the page lets nobody copy", async ({ shop }) => {
  await shop.browser.context.route(`${DEMO_URL}closed`, (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "Permissions-Policy": "clipboard-write=()" },
      body: "<!doctype html><title>Gel</title><h1>Gel</h1><p>It erases pores forever.</p>",
    }),
  );
  const { page } = await shop.visit("closed");
  await page.bringToFront();
  const words = await pointAt(page, "erases pores forever");
  await page.mouse.click(words.x, words.y);
  await expect.poll(() => cardText(page)).toContain(text("card_wrong"));
  await press(page, text("card_wrong"));
  await expect.poll(() => cardText(page)).toContain(text("card_wrong_by_hand"));
  expect((await shadowElements(page)).some(({ name }) => name === "textarea")).toBe(true);
});

test("switches the site off from the card, and on again in place", async ({ shop }) => {
  const { page, tab } = await serum(shop);
  const words = await pointAt(page, QUOTE);
  await page.mouse.click(words.x, words.y);
  await expect.poll(() => cardText(page)).toContain(text("card_site_off"));
  await press(page, text("card_site_off"));
  await expect.poll(() => cardText(page)).toContain(text("card_site_off_done"));
  expect(await isHighlighted(page, "hype")).toBe(false);
  expect((await shop.state(tab)).state).toBe("off");
  await press(page, text("undo"));
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
  await expect.poll(() => cardText(page)).toBe("");
  await expect(page.locator("poreality-marks")).toHaveCount(1);
});

test("goes, once the site is off, with Escape, and nothing of ours is left", async ({ shop }) => {
  const { page } = await serum(shop);
  const words = await pointAt(page, QUOTE);
  await page.mouse.click(words.x, words.y);
  await expect.poll(() => cardText(page)).toContain(text("card_site_off"));
  await press(page, text("card_site_off"));
  await expect.poll(() => cardText(page)).toContain(text("card_site_off_done"));
  await page.keyboard.press("Escape");
  await expect(page.locator("poreality-marks")).toHaveCount(0);
});

test("is not opened by a click that a script makes up", async ({ shop }) => {
  const { page } = await serum(shop);
  const words = await pointAt(page, QUOTE);
  await page.evaluate(({ x, y }) => {
    const target = document.elementFromPoint(x, y);
    for (const type of ["pointermove", "pointerdown", "pointerup", "click"]) {
      target?.dispatchEvent(
        new PointerEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y }),
      );
    }
  }, words);
  // The real click proves that the card would have been there by now.
  const mask = await pointAt(page, "erases pores for good");
  await page.mouse.click(mask.x, mask.y);
  await expect.poll(() => cardText(page)).toContain("for good");
  expect(await cardText(page)).not.toContain(QUOTE);
});
