/** `npx tsx tests/tools/setup.ts [chromium] [firefox]`: makes sure that the browsers are there, and prints their paths. */
import { BROWSER_NAMES, type BrowserName, ensureBrowsers } from "./browsers.ts";

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !BROWSER_NAMES.includes(name as BrowserName));
if (unknown !== undefined) {
  console.error(`Unknown browser "${unknown}". Usage: setup.ts [${BROWSER_NAMES.join("] [")}]`);
  process.exit(2);
}
try {
  const paths = ensureBrowsers(asked.length > 0 ? (asked as BrowserName[]) : BROWSER_NAMES);
  for (const [name, path] of Object.entries(paths)) console.log(`${name}: ${path}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
