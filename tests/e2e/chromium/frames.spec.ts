/** Pages within pages: their claims belong to the page around them, for as long as it is there. */
import type { Page } from "@playwright/test";
import { DEMO_URL } from "../../tools/demo.ts";
import { expect, isHighlighted, type Shop, test } from "./shop.ts";

const PAGES: Record<string, string> = {
  "frames/claim": "<title>Alder Serum</title><h1>Alder Serum</h1><p>It erases pores forever.</p>",
  "frames/plain": '<title>Birch Balm</title><h1>Birch Balm</h1><iframe src="inner"></iframe>',
  // The frame is there long before the page around it has been read.
  "frames/quick-frame":
    '<title>Cedar Gel</title><iframe src="inner"></iframe><script src="slow.js"></script><h1>Cedar Gel</h1><p>It closes pores.</p>',
  "frames/inner": "<title>Description</title><p>Tightens pores.</p>",
};
const CLAIM = "erases pores forever";
const INNER = "Tightens pores";

async function visit(shop: Shop, path: string): Promise<{ page: Page; tab: number }> {
  const { context } = shop.browser;
  await context.route(`${DEMO_URL}frames/*`, async (route) => {
    const url = route.request().url().slice(DEMO_URL.length);
    if (url.endsWith("slow.js")) {
      // Held back until the frame has been heard.
      await expect.poll(async () => (await badges(shop)).includes("1")).toBe(true);
      return route.fulfill({ contentType: "text/javascript", body: "" });
    }
    return route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en">${PAGES[url] ?? ""}`,
    });
  });
  const opened = await shop.tools.control.newTab();
  await opened.page.goto(`${DEMO_URL}frames/${path}`);
  return opened;
}

/** The numbers on the toolbar button, one for each tab. */
function badges(shop: Shop): Promise<string[]> {
  return shop.tools.control.page.evaluate(async () =>
    Promise.all((await chrome.tabs.query({})).map(({ id }) => chrome.action.getBadgeText({ tabId: id }))),
  );
}

const badge = (shop: Shop, tab: number): Promise<string> =>
  shop.tools.control.page.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);

test("a frame's claims count for a page that has none itself, and never for the next page", async ({
  shop,
}) => {
  const { page, tab } = await visit(shop, "plain");
  await expect.poll(() => shop.marked(tab)).toEqual([INNER]);
  expect((await shop.report(tab)).product.name).toBe("Birch Balm");
  expect(await badge(shop, tab)).toBe("1");
  await page.goto(`${DEMO_URL}frames/claim`);
  await expect.poll(() => shop.marked(tab)).toEqual([CLAIM]);
  await expect.poll(() => badge(shop, tab)).toBe("1");
  await page.goto(`${DEMO_URL}frames/plain`);
  await expect.poll(() => shop.marked(tab)).toEqual([INNER]);
  await expect.poll(() => badge(shop, tab)).toBe("1");
});

test("a frame that was there before its page is not forgotten", async ({ shop }) => {
  const { page, tab } = await visit(shop, "claim");
  await expect.poll(() => shop.marked(tab)).toEqual([CLAIM]);
  await page.goto(`${DEMO_URL}frames/quick-frame`);
  await expect.poll(() => shop.marked(tab)).toEqual([INNER, "closes pores"]);
});

test("a frame that is taken away takes its claims along", async ({ shop }) => {
  const { page, tab } = await visit(shop, "plain");
  await expect.poll(() => shop.marked(tab)).toEqual([INNER]);
  await page.locator("iframe").evaluate((frame) => frame.remove());
  await expect.poll(() => shop.marked(tab)).toEqual([]);
  await expect.poll(() => badge(shop, tab)).toBe("");
});

test("switching the site off and on again reaches its frames", async ({ shop }) => {
  const { page, tab } = await visit(shop, "plain");
  const frame = page.frames().find((one) => one.url().endsWith("inner"));
  const isMarked = () => frame?.evaluate(() => CSS.highlights.has("poreality-hype"));
  await expect.poll(isMarked).toBe(true);
  const host = new URL(DEMO_URL).hostname.replace(/^www\./, "");
  await shop.ask({ type: "popup.site", tabId: tab, host, on: false });
  await expect.poll(isMarked).toBe(false);
  await shop.ask({ type: "popup.site", tabId: tab, host, on: true });
  await expect.poll(isMarked).toBe(true);
});

test("a change of rules puts no number on the site that came after", async ({ shop }) => {
  const { page, tab } = await visit(shop, "claim");
  await expect.poll(() => badge(shop, tab)).toBe("1");
  await shop.serve("https://news.example/", "<title>News</title><p>Rain tomorrow.</p>");
  await page.goto("https://news.example/");
  await shop.ask({ type: "options.rule", rule: "device.pore-vacuum", on: false });
  expect(await badge(shop, tab)).toBe("");
  await page.goBack();
  await expect.poll(() => isHighlighted(page, "hype")).toBe(true);
  await expect.poll(() => badge(shop, tab)).toBe("1");
});
