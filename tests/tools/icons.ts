/**
 * Draws the icons in assets/icons as PNG in every size that the manifest and the toolbar button name: `npx tsx tests/tools/icons.ts`.
 * The browser is the one in CHROMIUM_PATH, else /usr/bin/chromium.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";

const SIZES: Record<string, number[]> = {
  icon: [16, 32, 48, 128],
  "icon-off": [16, 32],
  "icon-paused": [16, 32],
};
const folder = new URL("../../assets/icons/", import.meta.url);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  for (const [name, sizes] of Object.entries(SIZES)) {
    const svg = await readFile(new URL(`${name}.svg`, folder), "utf8");
    for (const size of sizes) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(
        `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      const path = fileURLToPath(new URL(`${name}-${size}.png`, folder));
      await page.screenshot({ path, omitBackground: true });
      await page.close();
      console.log(`${name}-${size}.png`);
    }
  }
} finally {
  await browser.close();
}
