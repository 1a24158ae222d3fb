/**
 * `npm start`: builds the extension and opens it on the demo shop, or on the page that was asked for. With no display it
 * prints what was found and saves pictures.
 */
import { existsSync } from "node:fs";
import { relative } from "node:path";
import type { ReportView } from "../../src/messaging/messages.ts";
import { launchChromium } from "./chromium.ts";
import { DEMO_URL, differences, type Expected, expectations, routeDemo, serveDemo } from "./demo.ts";
import { InputError } from "./input-error.ts";
import { type OpenedPage, openChecked, type Tools, toolsFor } from "./open-page.ts";
import { compose, optionsPicture, pagePictures, popupPicture } from "./pictures.ts";
import { build, builtExtension, RESULTS, ROOT } from "./repository.ts";
import { routeOnly, savedPage } from "./saved-page.ts";

const USAGE = `Usage: npm start                       the demo shop
       npm start -- URL-or-file.html     that page instead
       npm start -- --headless           as if there were no display
       npm start -- --pictures           headless, and renews docs/images
`;
const PICTURED = { path: "pore-reset-serum.html", quote: "permanently shrinks pores" };
const OUTPUT = `${RESULTS}/start`;

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === "darwin" || process.platform === "win32" || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

function printReport(report: ReportView): void {
  const { name, kind } = report.product;
  console.log(`  product: ${name || "(no name)"} [${kind}]`);
  console.log(`  summary: ${report.summary}`);
  for (const { verdict, quote, marked, zone } of report.findings) {
    console.log(`  ${marked ? "*" : " "} ${(verdict ?? "-").padEnd(9)} “${quote}” (${zone})`);
  }
  for (const { title, position, certainty } of report.label?.actives ?? []) {
    console.log(
      `    label: ${title}, number ${position}${certainty === null ? "" : `, certainty ${certainty}`}`,
    );
  }
}

/** Prints what was found on a page. @returns how many things are not as they should be */
function printPage(url: string, opened: OpenedPage, expected: Expected | null): number {
  console.log(`\n${url}`);
  if (opened.state.state !== "report") {
    console.log(`  no report: ${opened.state.state}`);
    return 1;
  }
  printReport(opened.state.report);
  const problems = expected === null ? [] : differences(expected, opened.state.report);
  for (const problem of problems) console.log(`  NOT AS EXPECTED: ${problem}`);
  return problems.length;
}

function printPictures(paths: string[]): void {
  console.log("\nPictures:");
  for (const path of paths) console.log(`  ${relative(ROOT, path)}`);
}

async function showDemo(tools: Tools, forDocs: boolean): Promise<number> {
  let problems = 0;
  const pictures: string[] = [];
  for (const expected of expectations()) {
    const opened = await openChecked(tools, DEMO_URL + expected.path);
    problems += printPage(DEMO_URL + expected.path, opened, expected);
    if (expected.path === PICTURED.path) {
      const onPage = await pagePictures(opened, PICTURED.quote, OUTPUT);
      const popup = await popupPicture(tools, opened.tab, `${OUTPUT}/popup.png`);
      pictures.push(...onPage, popup, await optionsPicture(tools, `${OUTPUT}/options.png`));
      if (forDocs) {
        pictures.push(await compose(tools, onPage[1] ?? "", popup, `${ROOT}/docs/images/poreality.png`));
      }
    }
    await opened.page.close();
  }
  console.log("\n* marked in the page");
  printPictures(pictures);
  return problems;
}

/** Makes a file available at the address that it came from. @returns the address to open */
async function addressOf(tools: Tools, what: string): Promise<string> {
  if (/^https?:\/\//i.test(what)) return what;
  if (!existsSync(what))
    throw new InputError(`${what}: there is no such file, and it is not an http address.`);
  const saved = savedPage(what, null);
  await routeOnly(tools.browser.context, saved);
  return saved.url;
}

async function headless(what: string | null, forDocs: boolean): Promise<number> {
  const browser = await launchChromium({ extension: builtExtension("chrome"), headless: true });
  try {
    const tools = await toolsFor(browser);
    await routeDemo(browser.context);
    if (what === null) return await showDemo(tools, forDocs);
    const url = await addressOf(tools, what);
    const opened = await openChecked(tools, url);
    const problems = printPage(url, opened, null);
    printPictures([await popupPicture(tools, opened.tab, `${OUTPUT}/popup.png`)]);
    return problems;
  } finally {
    await browser.close();
  }
}

async function headed(what: string | null): Promise<void> {
  const browser = await launchChromium({
    extension: builtExtension("chrome"),
    headless: false,
    viewport: null,
  });
  const closed = new Promise<void>((resolve) => browser.context.once("close", () => resolve()));
  const demo = await serveDemo();
  try {
    const tools = await toolsFor(browser);
    await routeDemo(browser.context);
    const url = what === null ? DEMO_URL : await addressOf(tools, what);
    const { page } = await openChecked(tools, url);
    for (const other of browser.context.pages()) if (other !== page) await other.close();
    await page.bringToFront();
    console.log(`${url} is open. The demo shop for any other browser: ${demo.url}`);
    console.log("Close the window to end.");
    await closed;
  } finally {
    demo.server.close();
    await browser.close();
  }
}

const args = process.argv.slice(2);
const flags = args.filter((arg) => arg.startsWith("--"));
const [what = null, ...more] = args.filter((arg) => !arg.startsWith("--"));
if (more.length > 0 || flags.some((flag) => flag !== "--headless" && flag !== "--pictures")) {
  process.stderr.write(USAGE);
  process.exit(2);
}
try {
  build("chrome");
  const forDocs = flags.includes("--pictures");
  if (hasDisplay() && flags.length === 0) await headed(what);
  else if ((await headless(what, forDocs)) > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof InputError ? 2 : 1;
}
