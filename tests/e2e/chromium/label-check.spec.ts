import type { Page } from "@playwright/test";
import { text } from "../../tools/texts.ts";
import { expect, type Shop, test } from "./shop.ts";

const PATH = "src/label-check/index.html";
const LIST = "Ingredients: Aqua, Niacinamide, Glycerin, Propanediol, Panthenol, Phenoxyethanol, Parfum";

async function labelCheck({ browser }: Shop): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(browser.address(PATH));
  return page;
}

/** What the browser does when "Check with Poreality" is chosen for selected words. Gives the page that it opens. */
async function checkSelected({ browser }: Shop, selectionText: string): Promise<Page> {
  const { context } = browser;
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const opened = context.waitForEvent("page");
  await worker.evaluate((words) => {
    const { onClicked } = chrome.contextMenus as unknown as {
      onClicked: { dispatch(click: { menuItemId: string; selectionText: string }): void };
    };
    onClicked.dispatch({ menuItemId: "check-text", selectionText: words });
  }, selectionText);
  return opened;
}

test("an ingredient list that is typed shows what helps in it", async ({ shop }) => {
  const page = await labelCheck(shop);
  const box = page.getByRole("textbox", { name: text("check_text") });
  await box.pressSequentially(LIST);
  await expect(page.locator("[data-active=niacinamide]")).toBeVisible();
  await expect(page.getByRole("status").first()).toHaveText(/7 ingredients/);
  await expect(page.locator("h2.verdict")).toHaveText(text("summary_list_only"));
  await expect(box).toBeFocused();
});

test("the example has a claim beyond its list, which can be shown in the text", async ({ shop }) => {
  const page = await labelCheck(shop);
  await page.getByRole("button", { name: text("check_example") }).click();
  await expect(page.locator("[data-summary=hype-despite-real]")).toBeVisible();
  const claim = page.locator("[data-group=seller] .finding").first();
  const quote = (await claim.locator("bdi").first().textContent()) ?? "";
  await claim.getByRole("button", { name: text("claim_show_in_text_for", quote) }).click();
  const selected = await page.locator("textarea").evaluate((box: HTMLTextAreaElement) => {
    return box.value.slice(box.selectionStart, box.selectionEnd);
  });
  expect(quote).not.toBe("");
  expect(selected).toBe(quote);
});

test("a claim is judged for the sort of product that is chosen", async ({ shop }) => {
  const page = await labelCheck(shop);
  await page.getByRole("textbox", { name: text("check_text") }).fill("Permanently shrinks pores.");
  await expect(page.locator("[data-group=seller] .finding")).toBeVisible();
  await page.getByLabel(text("check_product")).selectOption("service");
  await expect(page.locator(".product-kind")).toHaveText(text("kind_service"));
  await expect(page.locator("#treatments")).toBeVisible();
});

test("words that were selected on a page arrive and are read", async ({ shop }) => {
  const page = await checkSelected(shop, "Erases pores forever.");
  await expect(page.getByRole("textbox", { name: text("check_text") })).toHaveValue("Erases pores forever.");
  await expect(page.locator("[data-group=seller] .finding")).toContainText("Erases pores forever");
  await expect(page.getByText(text("not_checked_no_list_in_text"))).toBeVisible();
});
