import type { Page } from "@playwright/test";
import { text } from "../../tools/texts.ts";
import { expect, type Shop, test } from "./shop.ts";

async function openRoutine(shop: Shop, query = ""): Promise<Page> {
  const page = await shop.browser.context.newPage();
  await page.goto(shop.browser.address(`src/routine/index.html${query}`));
  return page;
}

test("shows the routine of the rules, step by step", async ({ shop }) => {
  const routine = await openRoutine(shop);
  for (const step of ["cleanser", "niacinamide", "sunscreen", "salicylic-acid", "retinoid", "clay-mask"]) {
    const item = routine.locator(`.step[data-step="${step}"]`);
    await expect(item).toContainText(text("routine_do"));
    await expect(item).toContainText(text("advice_avoid"));
    // A label text that is missing would leave its line out.
    await expect(item).toContainText(text("routine_look"));
    await item.locator("summary").click();
    await expect(item.locator("cite").first()).toBeVisible();
  }
  await expect(routine.locator(".evening")).toHaveCount(7);
  await expect(routine.locator(".here")).toHaveCount(0);
});

test("says where the product of a tab fits", async ({ shop }) => {
  const { tab } = await shop.visit("pore-reset-serum.html");
  const routine = await openRoutine(shop, `?tab=${tab}`);
  await expect(routine.locator(".here")).toContainText(text("routine_here_fits"));
  await routine.locator(".here-steps a", { hasText: "Niacinamide" }).click();
  await expect(routine.locator("#step-niacinamide")).toBeFocused();
  await expect(routine.locator('.step[data-step="niacinamide"]')).toContainText(text("advice_routine_here"));
});

test("says that the page was not read", async ({ shop }) => {
  const routine = await openRoutine(shop, "?tab=999999");
  await expect(routine.locator(".here")).toContainText(text("routine_here_no_page"));
});
