import { text } from "../../tools/texts.ts";
import { expect, isHighlighted, test } from "./shop.ts";

const LATE = "closes pores";

test("reads text that comes late", async ({ shop }) => {
  const { page, tab } = await shop.visit("pore-reset-serum.html");
  expect(await shop.marked(tab)).not.toContain(LATE);
  await page.getByRole("button", { name: "Read more" }).click();
  await expect.poll(() => shop.marked(tab)).toContain(LATE);
});

test("marks a claim in a closed part once the reader opens it", async ({ shop }) => {
  const { page, tab } = await shop.visit("pore-reset-serum.html");
  expect(await shop.marked(tab)).not.toContain("eliminates pores");
  await page.getByText("How it works").click();
  await expect.poll(() => shop.marked(tab)).toContain("eliminates pores");
});

test("forgets text that the page takes away", async ({ shop }) => {
  const { page, tab } = await shop.visit("pore-vacuum.html");
  await page.locator(".feature-bullets li", { hasText: "pore vacuum" }).evaluate((item) => item.remove());
  await expect.poll(() => shop.marked(tab)).toEqual([]);
  await expect.poll(() => isHighlighted(page, "risky")).toBe(false);
});

test("follows navigation inside a page", async ({ shop }) => {
  const { page, tab } = await shop.visit("");
  await page.getByRole("link", { name: "Kaolin Clay Mask" }).click();
  await expect(page).toHaveURL(/kaolin-clay-mask/);
  await expect
    .poll(async () => {
      const state = await shop.state(tab);
      return state.state === "report" ? [state.report.product.name, state.report.summary] : [];
    })
    .toEqual(["Brookmoss Kaolin Clay Mask", "wears-off"]);
  expect(await shop.marked(tab)).toEqual(["Instantly tightens pores"]);
  await page.goBack();
  await expect.poll(() => shop.marked(tab)).toEqual(["Permanently shrinks pores"]);
});

test("answers the popup after the worker was ended", async ({ shop }) => {
  const { tab } = await shop.visit("pore-reset-serum.html");
  const before = await shop.marked(tab);
  await shop.killWorker();
  const popup = await shop.popup(tab);
  await expect(popup.getByRole("heading", { level: 1 })).toHaveText(text("summary_hype_despite_real"));
  expect(await shop.marked(tab)).toEqual(before);
});

test("reads late text after the worker was ended", async ({ shop }) => {
  const { page, tab } = await shop.visit("pore-reset-serum.html");
  const before = await shop.marked(tab);
  await shop.killWorker();
  await page.getByRole("button", { name: "Read more" }).click();
  await expect.poll(() => shop.marked(tab)).toEqual([...before, LATE].sort());
});

test("applies an option after the worker was ended", async ({ shop }) => {
  const { page } = await shop.visit("pore-vacuum.html");
  const options = await shop.options();
  const rule = options.locator('[data-rule="device.pore-vacuum"]').getByRole("switch");
  await expect(rule).toBeChecked();
  await shop.killWorker();
  await rule.click();
  await expect.poll(() => isHighlighted(page, "risky")).toBe(false);
});
