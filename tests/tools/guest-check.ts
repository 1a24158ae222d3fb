/** Is the extension a guest in a saved page: no node changed, nothing moved, no error? Compared with the page without it. */

import { differencesOf, type Snapshot } from "./guest-snapshot.ts";
import type { SavedPage } from "./saved-page.ts";

/** Loads a page with or without the extension and looks at it once it is still. */
export type GuestBrowser = {
  name: string;
  without(saved: SavedPage, headers: Record<string, string>): Promise<Snapshot>;
  /** `own` are the errors whose source is the extension. */
  with(
    saved: SavedPage,
    headers: Record<string, string>,
  ): Promise<{ snapshot: Snapshot; own: string[]; marks: number }>;
  close(): Promise<void>;
};

export type GuestResult = {
  file: string;
  browser: string;
  /** Marked findings; a page without any shows less of us. */
  marks: number;
  /** How the page was judged: "as saved", or with its scripts off because it changes by itself. */
  way: "as saved" | "scripts off";
  /** What is wrong; empty where all is well. */
  problems: string[];
};

/** Ms after which a visit is given up: some pages never come to an end. */
const VISIT_LIMIT = 180_000;

/** @throws Error that says what took too long */
async function inTime<Value>(what: string, visit: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took over ${VISIT_LIMIT / 1_000} s`)), VISIT_LIMIT);
  });
  try {
    return await Promise.race([visit, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Keeps every script of the page from running, and none of ours. */
const SCRIPTS_OFF = { "content-security-policy": "script-src 'none'" };

/**
 * Checks one page. A page that is not the same on two visits without us changes by itself; it is judged with its scripts off,
 * where every difference is ours.
 */
export async function checkGuest(browser: GuestBrowser, saved: SavedPage): Promise<GuestResult> {
  const visit = {
    without: (headers = {}) => inTime("the page without us", browser.without(saved, headers)),
    with: (headers = {}) => inTime("the page with us", browser.with(saved, headers)),
  };
  const plain = await visit.without();
  const { snapshot, own, marks } = await visit.with();
  const result = { file: saved.file, browser: browser.name, marks };
  const errors = own.map((text) => `error of ours: ${text}`);
  if (differencesOf(plain, snapshot).length === 0) return { ...result, way: "as saved", problems: errors };
  const again = await visit.without();
  const problems = differencesOf(again, snapshot);
  if (problems.length === 0) return { ...result, way: "as saved", problems: errors };
  if (differencesOf(plain, again).length === 0 && differencesOf(again, plain).length === 0) {
    // The page seems to be the same each time. Once more with us, lest a slow machine be taken for a fault.
    const second = await visit.with();
    errors.push(...second.own.map((text) => `error of ours: ${text}`));
    const twice = differencesOf(again, second.snapshot);
    return { ...result, way: "as saved", problems: [...errors, ...twice] };
  }
  const still = await visit.without(SCRIPTS_OFF);
  const quiet = await visit.with(SCRIPTS_OFF);
  errors.push(...quiet.own.map((text) => `error of ours: ${text}`));
  return { ...result, way: "scripts off", problems: [...errors, ...differencesOf(still, quiet.snapshot)] };
}
