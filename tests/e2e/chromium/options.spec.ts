import { text } from "../../tools/texts.ts";
import { expect, isHighlighted, test } from "./shop.ts";

const MASK = "kaolin-clay-mask.html";

test("lists every rule with its meaning and examples", async ({ shop }) => {
  const options = await shop.options();
  const rules = options.locator("[data-rule]");
  await expect(rules.first()).toBeVisible();
  expect(await rules.count()).toBeGreaterThanOrEqual(5);
  const vacuum = options.locator('[data-rule="device.pore-vacuum"]');
  await vacuum.locator("summary").click();
  await expect(vacuum.locator("mark").first()).toBeVisible();
  await expect(vacuum.locator("cite").first()).toBeVisible();
});

test("switches a rule off and on, at once in an open tab", async ({ shop }) => {
  const { page, tab } = await shop.visit("pore-vacuum.html");
  expect(await isHighlighted(page, "risky")).toBe(true);
  const options = await shop.options();
  const rule = options.locator('[data-rule="device.pore-vacuum"]').getByRole("switch");
  await rule.click();
  await expect.poll(() => isHighlighted(page, "risky")).toBe(false);
  await expect.poll(() => shop.marked(tab)).toEqual([]);
  // It stays off for the next page, and after the options page is opened again.
  await page.reload();
  await shop.report(tab);
  expect(await isHighlighted(page, "risky")).toBe(false);
  await options.reload();
  await expect(rule).not.toBeChecked();
  await rule.click();
  await expect.poll(() => isHighlighted(page, "risky")).toBe(true);
});

test("marks everything, or nothing, on request", async ({ shop }) => {
  const { page, tab } = await shop.visit("pore-reset-serum.html");
  const options = await shop.options();
  await options.getByRole("radio", { name: text("options_mark_nothing") }).check();
  await expect.poll(() => isHighlighted(page, "hype")).toBe(false);
  await options.getByRole("radio", { name: text("options_mark_everything") }).check();
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
  await expect.poll(() => isHighlighted(page, "real-quiet")).toBe(true);
  expect(await shop.marked(tab)).toContain("reduce the look of pores");
});

test("lists sites that are switched off, and switches them on", async ({ shop }) => {
  const { page, tab } = await shop.visit(MASK);
  const popup = await shop.popup(tab);
  await popup.getByRole("switch", { name: text("popup_site") }).click();
  const options = await shop.options();
  const site = options.locator(".site", { hasText: "dermstore.com" });
  await expect(site).toHaveCount(1);
  await site.getByRole("button").click();
  await expect(site).toHaveCount(0);
  await expect.poll(() => isHighlighted(page, "wears-off")).toBe(true);
});

test("resets, and takes the reset back", async ({ shop }) => {
  const options = await shop.options();
  const rule = options.locator('[data-rule="device.pore-vacuum"]').getByRole("switch");
  await rule.click();
  await expect(rule).not.toBeChecked();
  await options.getByRole("button", { name: text("options_reset_button") }).click();
  await expect(rule).toBeChecked();
  await options.getByRole("button", { name: text("undo") }).click();
  await expect(rule).not.toBeChecked();
});

test("a family, an exception and a language act at once in an open tab", async ({ shop }) => {
  const { page } = await shop.visit("pore-vacuum.html");
  const options = await shop.options();
  const family = options.getByRole("switch", { name: text("options_family_on", text("family_devices")) });
  await family.click();
  await expect.poll(() => isHighlighted(page, "risky")).toBe(false);
  await family.click();
  await expect.poll(() => isHighlighted(page, "risky")).toBe(true);

  const rule = options.locator('[data-rule="device.pore-vacuum"]');
  await rule.locator("summary").click();
  await rule.getByRole("textbox").fill(new URL(page.url()).host);
  await rule.getByRole("button", { name: text("options_exception_add_button") }).click();
  await expect.poll(() => isHighlighted(page, "risky")).toBe(false);
  await rule.getByRole("button", { name: text("options_exception_end") }).click();
  await expect.poll(() => isHighlighted(page, "risky")).toBe(true);

  await options.getByRole("switch", { name: text("options_language_on", "English") }).click();
  await expect.poll(() => isHighlighted(page, "risky")).toBe(false);
  await options.getByRole("switch", { name: text("options_language_on", "English") }).click();
  await expect.poll(() => isHighlighted(page, "risky")).toBe(true);
});

test("settings are exported, and imported on a fresh start", async ({ shop }) => {
  const options = await shop.options();
  const rule = options.locator('[data-rule="device.pore-vacuum"]').getByRole("switch");
  await rule.click();
  await expect(rule).not.toBeChecked();
  const saved = options.waitForEvent("download");
  await options.getByRole("button", { name: text("options_export") }).click();
  const file = await (await saved).path();
  await options.getByRole("button", { name: text("options_reset_button") }).click();
  await expect(rule).toBeChecked();
  await options.locator("input[type=file]").setInputFiles(file);
  await expect(rule).not.toBeChecked();
  await expect(options.getByText(text("options_imported"))).toBeVisible();
});
