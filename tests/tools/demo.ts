/** The demo shop: our own pages, as files, as a local server, and as the known shop that the extension sees. */
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import type { BrowserContext } from "playwright";
import type { PageFacts, ProductKind, Summary, Verdict } from "../../src/engine/model.ts";
import { ROOT } from "./repository.ts";

const FOLDER = join(ROOT, "tests/pages/demo");
const PATH = "/demo/";

/** A shop that the extension may read without asking; its name is all that the demo borrows. */
export const DEMO_ORIGIN = "https://www.dermstore.com";
export const DEMO_URL = DEMO_ORIGIN + PATH;

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

export type Expected = {
  /** Below DEMO_URL. */
  path: string;
  product: { name: string; kind: ProductKind; type: PageFacts["type"] };
  summary: Summary;
  /** All that may be marked, no more and no less, in any order. */
  marked: { quote: string; verdict: Verdict; counted: boolean }[];
  /** What must be found as well, and not be marked. */
  unmarked: { quote: string; verdict: Verdict | null }[];
};

export type DemoFile = { body: Buffer; contentType: string };

/** One file of the shop by the path of its address ("/demo/x.html"), or null where there is none. */
export function demoFile(pathname: string): DemoFile | null {
  if (!pathname.startsWith(PATH)) return null;
  const name = pathname.slice(PATH.length) || "index.html";
  const file = normalize(join(FOLDER, name));
  const contentType = TYPES[extname(file)];
  if (contentType === undefined || !file.startsWith(FOLDER + sep)) return null;
  try {
    return { body: readFileSync(file), contentType };
  } catch {
    return null;
  }
}

/** The shop's files by the path of their addresses, its pages among them. */
export function demoPaths(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => TYPES[extname(name)] !== undefined)
    .map((name) => PATH + name);
}

/** What is to be found on each page of the shop, the front page first. */
export function expectations(): Expected[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as Expected)
    .sort((a, b) => a.path.localeCompare(b.path));
}

/** Answers the demo's addresses from the files; everything else on that host is "not found". */
export async function routeDemo(context: BrowserContext): Promise<void> {
  await context.route(`${DEMO_ORIGIN}/**`, (route) => {
    const file = demoFile(new URL(route.request().url()).pathname);
    return route.fulfill(file === null ? { status: 404, body: "Not found" } : file);
  });
}

/** Serves the same files on this machine, so that any browser can look at them. @returns the server and its address */
export async function serveDemo(): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const file = demoFile(new URL(request.url ?? "/", "http://localhost").pathname);
    if (file === null) response.writeHead(404).end("Not found");
    else response.writeHead(200, { "content-type": file.contentType }).end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The demo shop has no address.");
  return { server, url: `http://127.0.0.1:${address.port}${PATH}` };
}

/** Findings as the demo's expectations speak of them. */
type Found = { quote: string; verdict: Verdict | null; marked: boolean; counted: boolean };
type FoundReport = { product: Expected["product"]; summary: Summary; findings: Found[] };

const said = (finding: { quote: string; verdict: Verdict | null }) =>
  `“${finding.quote}” (${finding.verdict ?? "no verdict"})`;

/** Compares a report with what was expected. @returns one sentence for each difference, none where all is well */
export function differences(expected: Expected, report: FoundReport): string[] {
  const problems: string[] = [];
  for (const key of ["name", "kind", "type"] as const) {
    const found = report.product[key];
    const wanted = expected.product[key];
    if (found !== wanted) problems.push(`the product's ${key} is "${found}", not "${wanted}"`);
  }
  if (report.summary !== expected.summary) {
    problems.push(`the summary is "${report.summary}", not "${expected.summary}"`);
  }
  const marked = report.findings.filter((finding) => finding.marked);
  const unlisted = [...marked];
  for (const wanted of expected.marked) {
    const at = unlisted.findIndex(
      (one) => one.quote === wanted.quote && one.verdict === wanted.verdict && one.counted === wanted.counted,
    );
    if (at >= 0) unlisted.splice(at, 1);
    else problems.push(`not marked: ${said(wanted)}${wanted.counted ? "" : ", not counted"}`);
  }
  for (const one of unlisted) {
    problems.push(`marked and not expected: ${said(one)}${one.counted ? "" : ", not counted"}`);
  }
  const quiet = report.findings.filter((finding) => !finding.marked);
  for (const wanted of expected.unmarked) {
    const there = quiet.some((one) => one.quote === wanted.quote && one.verdict === wanted.verdict);
    if (!there) problems.push(`not found without a mark: ${said(wanted)}`);
  }
  return problems;
}
