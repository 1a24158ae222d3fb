/** Our own pages, built as known shops build theirs, with what is to be found on each. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright";
import type { PageFacts, ProductKind, Summary, Verdict, Zone } from "../../src/engine/model.ts";
import type { ReportView } from "../../src/messaging/messages.ts";
import { ROOT } from "./repository.ts";

const FOLDER = join(ROOT, "tests/pages/shops");

export type ShopFinding = {
  quote: string;
  verdict: Verdict | null;
  zone: Zone;
  marked: boolean;
  counted: boolean;
};

export type ShopPage = {
  /** File in the folder, and the address that it is served at. */
  file: string;
  url: string;
  /** Documents in frames of the page: file by address. */
  frames?: Record<string, string>;
  product: { name: string; brand: string; kind: ProductKind; type: PageFacts["type"]; shop: string | null };
  summary: Summary;
  /** All findings, no more and no less, in any order. */
  findings: ShopFinding[];
  /** Entries of each list that is read, and the actives on it; empty where there is none. */
  labels: { total: number; actives: string[] }[];
};

/** All pages, by file name. */
export function shopPages(): ShopPage[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as ShopPage);
}

/** Answers the page's address and those of its frames from the files, and nothing else. */
export async function routeShopPage(
  context: BrowserContext,
  { url, file, frames = {} }: ShopPage,
): Promise<void> {
  const files = new Map([[url, file], ...Object.entries(frames)]);
  await context.unroute("**/*");
  await context.route("**/*", (route) => {
    const asked = route.request().url();
    if (asked.startsWith("chrome-extension:")) return route.continue();
    const found = files.get(asked);
    if (found === undefined) return route.abort("internetdisconnected");
    return route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: readFileSync(join(FOLDER, found)),
    });
  });
}

const byWords = (a: ShopFinding, b: ShopFinding) =>
  a.quote.localeCompare(b.quote) || a.zone.localeCompare(b.zone) || Number(a.marked) - Number(b.marked);

/** What a page is expected to give, in an order that does not matter. */
export function expectedOf({ product, summary, findings, labels }: ShopPage) {
  return { product, summary, findings: [...findings].sort(byWords), labels };
}

/** The same of what was found. */
export function foundIn(report: ReportView) {
  const lists = report.label === null ? [] : [report.label, ...report.otherLabels];
  return {
    product: report.product,
    summary: report.summary,
    findings: report.findings
      .map(({ quote, verdict, zone, marked, counted }) => ({ quote, verdict, zone, marked, counted }))
      .sort(byWords),
    labels: lists.map(({ total, actives }) => ({ total, actives: actives.map(({ active }) => active) })),
  };
}
