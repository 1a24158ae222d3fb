/** What tests in a browser ask of the one who drives it. */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BrowserContext, Page } from "playwright";
import type { BrowserCommand } from "vitest/node";
import { RESULTS } from "./repository.ts";

export type PictureOf = {
  /** Path below the folder of results, ending in ".png". */
  file: string;
  /** A whole document. */
  html: string;
  scheme: "light" | "dark";
  width: number;
};

const pages = new WeakMap<BrowserContext, Promise<Page>>();

/** A page in a window of its own: one beside a test's page would take the front from it, and with that the pointer. */
async function openPage(context: BrowserContext): Promise<Page> {
  const browser = context.browser();
  if (browser === null) throw new Error("The browser cannot be reached.");
  return (await browser.newContext()).newPage();
}

/** Saves a document as a picture, as high as it is. Not drawn in a test's own frame, which is clipped to its window. */
export const savePicture: BrowserCommand<[PictureOf]> = async (
  { context },
  { file, html, scheme, width },
) => {
  const opened = pages.get(context) ?? openPage(context);
  pages.set(context, opened);
  const page = await opened;
  await page.setViewportSize({ width, height: 700 });
  await page.emulateMedia({ colorScheme: scheme });
  await page.setContent(html);
  const path = join(RESULTS, file);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage: true });
};

declare module "vitest/browser" {
  interface BrowserCommands {
    savePicture: (picture: PictureOf) => Promise<void>;
  }
}
