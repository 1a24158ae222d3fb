import { clickToolbarButton } from "../../tools/chromium.ts";
import { cardText } from "../../tools/on-page.ts";
import { text } from "../../tools/texts.ts";
import { expect, isHighlighted, test } from "./shop.ts";

const QUOTE = "permanently shrinks pores";
test("shows product, verdict, quotes with their reality, evidence and ingredients", async ({ shop }) => {
  const { tab } = await shop.visit("pore-reset-serum.html");
  const popup = await shop.popup(tab);
  await expect(popup.getByRole("heading", { level: 1 })).toHaveText(text("summary_hype_despite_real"));
  await expect(popup.locator(".summary")).toContainText("Velmora Pore Reset Serum, 30 ml");
  const claim = popup.locator(".finding", { hasText: QUOTE }).first();
  await expect(claim).toContainText(text("verdict_hype"));
  await claim.locator("summary").click();
  await expect(claim.locator("cite").first()).toBeVisible();
  await expect(popup.getByText("Niacinamide").first()).toBeVisible();
  // What customers say is shown apart and carries no badge.
  const customers = popup.locator('[data-group="customer"]');
  await expect(customers).toContainText("shrank my pores");
  await expect(customers.locator("[data-verdict]")).toHaveCount(0);
});

test("scrolls to a finding and opens its card", async ({ shop }) => {
  const { page, tab } = await shop.visit("pore-reset-serum.html");
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const popup = await shop.popup(tab);
  await popup.getByRole("button", { name: text("claim_show_for", QUOTE) }).click();
  await expect.poll(() => cardText(page)).toContain(QUOTE);
});

test("takes over under a modal dialog of the page: its words are lit up, those behind it cannot be shown", async ({
  shop,
}) => {
  const { page, tab } = await shop.visitOwn(`<title>Gel</title><h1>Gel</h1><p>It closes pores.</p>
    <dialog><p>It erases pores forever.</p></dialog><script>document.querySelector("dialog").showModal()</script>`);
  await page.bringToFront();
  await expect.poll(async () => (await shop.marked(tab)).length).toBe(2);
  const popup = await shop.popup(tab);
  await popup.getByRole("button", { name: text("claim_show_for", "erases pores forever") }).click();
  await expect.poll(() => page.evaluate(() => CSS.highlights.has("poreality-pointed-out"))).toBe(true);
  await popup.getByRole("button", { name: text("claim_show_for", "closes pores") }).click();
  await expect(popup.getByText(text("claim_show_failed"))).toBeVisible();
  expect(await cardText(page)).toBe("");
});

test("says that the page keeps taking our marks away", async ({ shop }) => {
  const { page, tab } = await shop.visitOwn(
    "<title>Gel</title><h1>Gel</h1><p>It closes pores.</p><div style='height:3000px'></div>",
  );
  await page.bringToFront();
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
  // At each frame the page takes highlights away, and scrolls, at which they are put back.
  await page.evaluate(() => {
    let turn = 0;
    const clear = () => {
      CSS.highlights.clear();
      turn += 1;
      scrollTo(0, turn % 50);
      if (turn < 200) requestAnimationFrame(clear);
    };
    clear();
  });
  await expect
    .poll(async () => {
      const state = await shop.state(tab);
      return state.state === "report" && state.report.notChecked.includes("highlights-removed");
    })
    .toBe(true);
  const popup = await shop.popup(tab);
  await expect(popup.getByText(text("not_checked_highlights_removed"))).toBeVisible();
});

test("switches this site off and on, in the open page too", async ({ shop }) => {
  const { page, tab } = await shop.visit("pore-reset-serum.html");
  const popup = await shop.popup(tab);
  const site = popup.getByRole("switch", { name: text("popup_site") });
  await site.click();
  await expect(popup.getByRole("heading", { level: 1 })).toHaveText(text("popup_off"));
  await expect.poll(() => isHighlighted(page, "hype")).toBe(false);
  await expect(page.locator("poreality-marks")).toHaveCount(0);
  // Off means off for a new page of the site as well.
  await page.reload();
  await expect.poll(async () => (await shop.state(tab)).state).toBe("off");
  expect(await isHighlighted(page, "hype")).toBe(false);

  await site.click();
  await expect(popup.getByText("Velmora Pore Reset Serum, 30 ml").first()).toBeVisible();
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
});

test("says that nothing was found, and what was not checked", async ({ shop }) => {
  const { tab } = await shop.visit("oat-lip-balm.html");
  const popup = await shop.popup(tab);
  await expect(popup.getByRole("heading", { level: 1 })).toHaveText(text("summary_no_claims"));
});

test("says that pages of the browser cannot be read", async ({ shop }) => {
  const { page, tab } = await shop.tools.control.newTab();
  await page.goto("chrome://version");
  await clickToolbarButton(shop.browser, page);
  const popup = await shop.popup(tab);
  await expect(popup.getByRole("heading", { level: 1 })).toHaveText(text("popup_browser_page"));
});
