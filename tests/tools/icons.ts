/**
 * Draws assets/icons/icon.svg as PNG in every size that the manifest names: `npx tsx tests/tools/icons.ts`.
 * The browser is the one in CHROMIUM_PATH, else /usr/bin/chromium.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";

const SIZES = [16, 32, 48, 128];
const folder = new URL("../../assets/icons/", import.meta.url);

const svg = await readFile(new URL("icon.svg", folder), "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    const path = fileURLToPath(new URL(`icon-${size}.png`, folder));
    await page.screenshot({ path, omitBackground: true });
    await page.close();
    console.log(`icon-${size}.png`);
  }
} finally {
  await browser.close();
}
