import type { Page } from "@playwright/test";
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
