/** A pause of everything for a while: nothing is read or marked in any page until it is over. */
import { browser } from "../platform/browser.ts";
import { announce, type Context, takeDown, tell } from "./context.ts";
import { showPaused } from "./toolbar.ts";

const KEY = "pausedUntil";
const ALARM = "pause-over";
const MINUTE_MS = 60_000;

/** When the pause ends, in ms since 1970; null where there is none. */
export async function pausedUntil(): Promise<number | null> {
  const until: unknown = (await browser.storage.local.get(KEY))[KEY];
  return typeof until === "number" && until > Date.now() ? until : null;
}

/** Begins a pause, at once in all open pages. @param minutes how long, above 0 */
export async function pause(context: Context, minutes: number): Promise<void> {
  const until = Date.now() + minutes * MINUTE_MS;
  await browser.storage.local.set({ [KEY]: until });
  await browser.alarms.create(ALARM, { when: until });
  const tabs = await context.states.ids();
  for (const tabId of tabs) {
    await takeDown(context, tabId);
    await announce({ what: "report", tabId });
  }
  await showPaused(true, tabs);
  await announce({ what: "settings" });
}

/** Ends the pause: open pages are read again. */
export async function endPause(): Promise<void> {
  await browser.storage.local.remove(KEY);
  await browser.alarms.clear(ALARM);
  const tabs = (await browser.tabs.query({})).flatMap(({ id }) => id ?? []);
  await showPaused(false, tabs);
  for (const id of tabs) {
    await tell(id, { type: "page.start" }, "all");
    await announce({ what: "report", tabId: id });
  }
  await announce({ what: "settings" });
}

/** Ends the pause when its time is over. */
export function onAlarm({ name }: { name: string }): void {
  if (name === ALARM) void endPause();
}

/** Shows on the toolbar button how it stands, after a start of the browser. */
export async function showPause(): Promise<void> {
  const until: unknown = (await browser.storage.local.get(KEY))[KEY];
  if (until === undefined) return;
  if ((await pausedUntil()) === null) await endPause();
  else await showPaused(true);
}
