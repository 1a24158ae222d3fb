import { Control } from "../../tools/chromium.ts";
import { shadowElements } from "../../tools/on-page.ts";
import { settled } from "../../tools/settled.ts";
import { expect, isHighlighted, test } from "./shop.ts";

const SERUM = "pore-reset-serum.html";

test("after the extension is reloaded, the old script leaves an open page and the new one marks it once", async ({
  shop,
}) => {
  const { page } = await shop.visit(SERUM);
  const markers = async () => (await shadowElements(page)).filter(({ name }) => name === "button").length;
  await expect.poll(markers).toBeGreaterThan(0);
  const before = await markers();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });

  await shop.reloadExtension();
  // The old script learns that it is alone when it next has something to do.
  await page.getByRole("button", { name: "Read more" }).click();
  const control = await Control.open(shop.browser);
  const tab = await control.page.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((one) => one.url === url)?.id ?? -1;
  }, page.url());
  await expect.poll(() => page.locator("poreality-marks").count()).toBe(0);
  expect(await isHighlighted(page, "hype")).toBe(false);

  expect(await control.ask({ type: "popup.check", tabId: tab })).toEqual({ ok: true });
  const { state } = await settled(control, tab);
  expect(state.state).toBe("report");
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
  expect(await page.locator("poreality-marks").count()).toBe(1);
  // One more than before: "Read more" brought a claim.
  await expect.poll(markers).toBe(before + 1);
  expect(problems).toEqual([]);
});
