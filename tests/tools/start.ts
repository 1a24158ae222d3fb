/**
 * `npm start`: builds the extension and opens it on the demo shop, or on the page that was asked for. With no display it
 * prints what was found and saves pictures.
 */
import { relative } from "node:path";
import type { ReportView } from "../../src/messaging/messages.ts";
import { launchChromium } from "./chromium.ts";
import { DEMO_URL, differences, type Expected, expectations, routeDemo, serveDemo } from "./demo.ts";
import { InputError } from "./input-error.ts";
import { type OpenedPage, openChecked, type Tools, toolsFor } from "./open-page.ts";
import { compose, marksPicture, optionsPicture, pagePictures, popupPicture } from "./pictures.ts";
import { build, builtExtension, RESULTS, ROOT } from "./repository.ts";
import { routeOnly, type SavedPage, savedPage } from "./saved-page.ts";
import { parseStart, START_USAGE, type StartCommand } from "./start-arguments.ts";

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
    const name = expected.path.replace(/\.html$/, "") || "index";
    pictures.push(await marksPicture(opened, `${OUTPUT}/${name}.png`));
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

/** A page to open instead of the demo shop. */
type Wanted = { url: string; saved: SavedPage | null };

/** @throws InputError if it is a file that cannot be read */
function wantedPage(what: Extract<StartCommand, { mode: "open" }>["what"]): Wanted | null {
  if (what === null) return null;
  if ("url" in what) return { url: what.url, saved: null };
  const saved = savedPage(what.file, null);
  return { url: saved.url, saved };
}

async function headless(wanted: Wanted | null, forDocs: boolean): Promise<number> {
  const browser = await launchChromium({ extension: builtExtension("chrome"), headless: true });
  try {
    const tools = await toolsFor(browser);
    await routeDemo(browser.context);
    if (wanted === null) return await showDemo(tools, forDocs);
    if (wanted.saved !== null) await routeOnly(browser.context, wanted.saved);
    const opened = await openChecked(tools, wanted.url);
    const problems = printPage(wanted.url, opened, null);
    const marks = await marksPicture(opened, `${OUTPUT}/page.png`);
    printPictures([marks, await popupPicture(tools, opened.tab, `${OUTPUT}/popup.png`)]);
    return problems;
  } finally {
    await browser.close();
  }
}

async function headed(wanted: Wanted | null): Promise<void> {
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
    if (wanted?.saved) await routeOnly(browser.context, wanted.saved);
    const url = wanted?.url ?? DEMO_URL;
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

/** @returns exit status: 0 where all is as it should be */
async function start(command: StartCommand): Promise<number> {
  if (command.mode === "help") {
    process.stdout.write(START_USAGE);
    return 0;
  }
  // Read before anything is built: a wrong name is said at once.
  const wanted = wantedPage(command.what);
  build("chrome");
  if (!command.headless && hasDisplay()) {
    await headed(wanted);
    return 0;
  }
  return (await headless(wanted, command.pictures)) > 0 ? 1 : 0;
}

const command = parseStart(process.argv.slice(2));
if (typeof command === "string") {
  process.stderr.write(`${command}\n\n${START_USAGE}`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await start(command);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = error instanceof InputError ? 2 : 1;
  }
}
