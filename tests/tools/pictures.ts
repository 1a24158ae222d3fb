/** Pictures of the extension at work, for people to look at and for the README. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright";
import { OPTIONS_PATH, POPUP_PATH } from "./chromium.ts";
import { cardText, pointAt } from "./on-page.ts";
import type { OpenedPage, Tools } from "./open-page.ts";
import { until } from "./settled.ts";

const POPUP_WIDTH = 400;

/** Clicks on marked words and waits until their card is open. @throws Error if no card opens */
export async function openCard(page: Page, quote: string): Promise<void> {
  const point = await pointAt(page, quote);
  await page.mouse.click(point.x, point.y);
  await until(`a card on “${quote}”`, 10_000, async () => ((await cardText(page)) === "" ? undefined : true));
}

async function save(page: Page, file: string, fullPage: boolean): Promise<string> {
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file, fullPage });
  return file;
}

/** Saves the popup for a tab, as high as its content. @returns the path of the picture */
export async function popupPicture(tools: Tools, tab: number, file: string): Promise<string> {
  const page = await tools.browser.context.newPage();
  await page.setViewportSize({ width: POPUP_WIDTH, height: 600 });
  await page.goto(tools.browser.address(`${POPUP_PATH}?tab=${tab}`));
  await page.locator("h1, h2, [role=status]").first().waitFor();
  await save(page, file, true);
  await page.close();
  return file;
}

/** Saves the options page. @returns the path of the picture */
export async function optionsPicture(tools: Tools, file: string): Promise<string> {
  const page = await tools.browser.context.newPage();
  await page.goto(tools.browser.address(OPTIONS_PATH));
  await page.locator("input[type=checkbox], [role=switch]").first().waitFor();
  await save(page, file, true);
  await page.close();
  return file;
}

/** Above this height in CSS pixels, only the part of a page around its first mark is saved. */
const WHOLE_PAGE_MOST = 6000;

/**
 * Saves a page with its marks: all of it, or, of a very long page, the window around the first mark that can be seen.
 * @returns the path of the picture
 */
export async function marksPicture({ page, state }: OpenedPage, file: string): Promise<string> {
  await page.bringToFront();
  const marked = state.state === "report" ? state.report.findings.filter((finding) => finding.marked) : [];
  // Marks in frames alone give the top document none of ours.
  const top = marked.filter(({ frame }) => frame === 0);
  if (top.length > 0) await page.locator("poreality-marks").waitFor({ state: "attached", timeout: 10_000 });
  const isShort = (await page.evaluate(() => document.documentElement.scrollHeight)) <= WHOLE_PAGE_MOST;
  const [first] = top;
  if (!isShort && first !== undefined) await pointAt(page, first.quote).catch(() => undefined);
  return save(page, file, isShort);
}

/** Saves the page with its marks, and again with the card of `quote` open. @returns the paths of both pictures */
export async function pagePictures(opened: OpenedPage, quote: string, folder: string): Promise<string[]> {
  const { page } = opened;
  await page.bringToFront();
  await pointAt(page, quote);
  const marks = await save(page, join(folder, "page-marks.png"), false);
  await openCard(page, quote);
  const card = await save(page, join(folder, "page-card.png"), false);
  await page.keyboard.press("Escape");
  return [marks, card];
}

const dataUrl = (file: string) => `data:image/png;base64,${readFileSync(file).toString("base64")}`;

/** Puts a picture of a page and one of the popup side by side. @returns the path of the new picture */
export async function compose(tools: Tools, left: string, right: string, file: string): Promise<string> {
  const page = await tools.browser.context.newPage();
  await page.setContent(`<!doctype html><style>
    body { margin: 0; padding: 24px; display: inline-flex; gap: 24px; align-items: flex-start; background: #d9d4cd; }
    img { border-radius: 10px; box-shadow: 0 6px 24px rgb(0 0 0 / 20%); display: block; }
    .page { width: 900px; height: auto; }
    .popup { width: ${POPUP_WIDTH}px; height: 632px; object-fit: cover; object-position: top left; }
  </style><img class="page" src="${dataUrl(left)}"><img class="popup" src="${dataUrl(right)}">`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await page.locator("body").screenshot());
  await page.close();
  return file;
}
