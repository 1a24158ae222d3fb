/** Marks as readers see them who have set their browser to their needs, on paper, by touch and by zoom. */
import type { Page } from "@playwright/test";
import { DEMO_URL } from "../../tools/demo.ts";
import {
  cardText,
  middleOfElement,
  type Point,
  pointAt,
  type ShadowElement,
  shadowElements,
} from "../../tools/on-page.ts";
import { expect, type Shop, test } from "./shop.ts";

const QUOTE = "permanently shrinks pores";
const OWN = `<title>Alder Serum</title><h1>Alder Serum</h1>
  <p id=p style="width:max-content;line-height:3">It erases pores forever.</p>
  <p><a id=a href="#there">It closes pores for good.</a></p><p id=q>Other words.</p>`;

const markers = async (page: Page): Promise<ShadowElement[]> =>
  (await shadowElements(page)).filter(
    ({ name, attributes }) => name === "button" && attributes.has("aria-label") && attributes.has("style"),
  );

/** The page with its marks, in front, once the markers are there. */
async function marked(shop: Shop): Promise<{ page: Page; tab: number }> {
  const { page, tab } = await shop.visit("pore-reset-serum.html");
  await page.bringToFront();
  await expect.poll(async () => (await markers(page)).length).toBeGreaterThan(0);
  return { page, tab };
}

/** Style of an element in a closed shadow root, as the browser computed it. */
async function styleOf(page: Page, { id }: ShadowElement): Promise<Record<string, string>> {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.getDocument", { depth: -1, pierce: true });
  await session.send("CSS.enable");
  const { nodeIds } = await session.send("DOM.pushNodesByBackendIdsToFrontend", { backendNodeIds: [id] });
  const { computedStyle } = await session.send("CSS.getComputedStyleForNode", { nodeId: nodeIds[0] ?? 0 });
  await session.detach();
  return Object.fromEntries(computedStyle.map(({ name, value }) => [name, value]));
}

async function tap(page: Page, { x, y }: Point): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await session.detach();
}

test("nothing of ours is printed, neither marks nor markers nor an open card", async ({ shop }) => {
  const { page, tab } = await marked(shop);
  const point = await pointAt(page, QUOTE);
  await page.mouse.click(point.x, point.y);
  await expect.poll(() => cardText(page)).toContain(QUOTE);
  const seen = await page.screenshot();
  await page.emulateMedia({ media: "print" });
  const printed = await page.screenshot();
  await shop.ask({
    type: "popup.site",
    tabId: tab,
    host: new URL(DEMO_URL).hostname.replace("www.", ""),
    on: false,
  });
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
  expect(printed.equals(await page.screenshot())).toBe(true);
  expect(printed.equals(seen)).toBe(false);
});

test("forced colours: markers take the reader's colours, and marked words are still told from others", async ({
  shop,
}) => {
  const { page } = await marked(shop);
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  const [marker] = await markers(page);
  if (marker === undefined) throw new Error("There is no marker.");
  const system = await page.evaluate(() => {
    const box = document.createElement("div");
    box.style.cssText = "color:CanvasText;background:Canvas";
    document.body.append(box);
    const { color, backgroundColor } = getComputedStyle(box);
    box.remove();
    return { color, backgroundColor };
  });
  const style = await styleOf(page, marker);
  expect([style.color, style["background-color"]]).toEqual([system.color, system.backgroundColor]);
  const { x, y } = await pointAt(page, QUOTE);
  const clip = { x: x - 60, y: y - 12, width: 120, height: 24 };
  const words = await page.screenshot({ clip });
  await page.evaluate(() => CSS.highlights.clear());
  expect(words.equals(await page.screenshot({ clip }))).toBe(false);
});

test("dark: the card is dark where the reader's system is, markers are the same on every ground", async ({
  shop,
}) => {
  const { page } = await marked(shop);
  await page.emulateMedia({ colorScheme: "dark" });
  const point = await pointAt(page, QUOTE);
  await page.mouse.click(point.x, point.y);
  await expect.poll(() => cardText(page)).toContain(QUOTE);
  const dialog = (await shadowElements(page)).find(({ attributes }) => attributes.get("role") === "dialog");
  const [marker] = await markers(page);
  if (dialog === undefined || marker === undefined) throw new Error("There is no card, or no marker.");
  expect((await styleOf(page, dialog))["background-color"]).toBe("rgb(28, 25, 32)");
  expect((await styleOf(page, marker))["background-color"]).toBe("rgb(253, 230, 239)");
});

test("less motion: what is pointed out does not fade, and scrolling is at once on a smooth page", async ({
  shop,
}) => {
  const { page, tab } = await marked(shop);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.addStyleTag({ content: "html{scroll-behavior:smooth}" });
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
  await shop.pressShortcut("next-claim", tab);
  await expect.poll(() => cardText(page)).not.toBe("");
  const ring = (await shadowElements(page)).find(
    ({ attributes }) => attributes.get("class") === "ring flash",
  );
  if (ring === undefined) throw new Error("There is no ring.");
  expect((await styleOf(page, ring))["animation-timing-function"]).toMatch(/^steps?\b/);
});

test("a tap on marked words opens the card, a tap elsewhere closes it, and links are the page's own", async ({
  shop,
}) => {
  const { page } = await shop.visitOwn(OWN);
  await page.bringToFront();
  await expect.poll(async () => (await markers(page)).length).toBe(2);
  await tap(page, await pointAt(page, "erases pores"));
  await expect.poll(() => cardText(page)).toContain("erases pores");
  await tap(page, { x: 700, y: 700 });
  await expect.poll(() => cardText(page)).toBe("");
  await tap(page, await pointAt(page, "closes pores"));
  await expect.poll(() => page.evaluate(() => location.hash)).toBe("#there");
  expect(await cardText(page)).toBe("");
});

test("a finger finds a marker within 24 pixels", async ({ shop }) => {
  const { page } = await shop.visitOwn(OWN);
  await page.bringToFront();
  await expect.poll(async () => (await markers(page)).length).toBe(2);
  const [marker] = await markers(page);
  const middle = marker && (await middleOfElement(page, marker));
  if (!middle) throw new Error("There is no marker.");
  for (const [x, y] of [
    [-11, 0],
    [11, 0],
    [0, -11],
    [0, 11],
  ] as const) {
    await tap(page, { x: middle.x + x, y: middle.y + y });
    await expect.poll(() => cardText(page)).toContain("erases pores");
    await page.keyboard.press("Escape");
    await expect.poll(() => cardText(page)).toBe("");
  }
});

for (const zoom of [0.5, 1.25, 2, 4]) {
  test(`zoomed to ${zoom * 100}%, markers stand beside their words, and the card is inside the window`, async ({
    shop,
  }) => {
    const { page } = await shop.visitOwn(OWN);
    await page.bringToFront();
    await expect.poll(async () => (await markers(page)).length).toBe(2);
    const session = await page.context().newCDPSession(page);
    const [width, height] = [Math.round(1280 / zoom), Math.round(900 / zoom)];
    // What zooming does: a smaller window, and more pixels of the screen for each of the page's.
    const metrics = { width, height, deviceScaleFactor: zoom, mobile: false };
    await session.send("Emulation.setDeviceMetricsOverride", metrics);
    await expect.poll(() => page.evaluate(() => [innerWidth, devicePixelRatio])).toEqual([width, zoom]);
    const words = await page.locator("#p").evaluate((each) => each.getBoundingClientRect().toJSON());
    await expect
      .poll(async () => {
        const [marker] = await markers(page);
        const middle = marker && (await middleOfElement(page, marker));
        return middle
          ? Math.hypot(middle.x - words.right, middle.y - words.top - words.height / 2)
          : Infinity;
      })
      .toBeLessThan(40);
    await tap(page, await pointAt(page, "erases pores"));
    await expect.poll(() => cardText(page)).toContain("erases pores");
    const dialog = (await shadowElements(page)).find(({ attributes }) => attributes.get("role") === "dialog");
    if (dialog === undefined) throw new Error("There is no card.");
    const { model } = await session.send("DOM.getBoxModel", { backendNodeId: dialog.id });
    const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
    expect(bottom).toBeLessThanOrEqual(height);
  });
}
