import { text } from "../../tools/texts.ts";
import { expect, test } from "./shop.ts";

const WELCOME = "src/welcome/index.html";

test("shows live what marks and cards are, in the words of the rules", async ({ shop }) => {
  const { context } = shop.browser;
  const page = await context.newPage();
  await page.goto(shop.browser.address(WELCOME));
  const hype = page.locator(".marked-hype");
  await expect(hype).toHaveCount(1);
  await expect(page.locator(".marked-wears-off")).toHaveCount(1);
  await hype.hover();
  const card = page.getByRole("dialog");
  await expect(card).toContainText(text("verdict_hype"));
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await page.locator(".marked-wears-off").focus();
  await page.keyboard.press("Enter");
  await expect(card).toBeFocused();
  await expect(card).toContainText(text("verdict_wears_off"));
});

test("names the shops, and leads on to the other pages", async ({ shop }) => {
  const { context } = shop.browser;
  const page = await context.newPage();
  await page.goto(shop.browser.address(WELCOME));
  await expect(page.locator(".shop", { hasText: /^Amazon$/ })).toHaveCount(1);
  for (const [name, path] of [
    [text("check_heading"), "src/label-check/"],
    [text("routine_heading"), "src/routine/"],
    [text("popup_settings"), "src/options/"],
  ] as const) {
    const opened = context.waitForEvent("page");
    await page.getByRole("button", { name }).click();
    await (await opened).waitForURL(`**/${path}index.html`);
  }
});
