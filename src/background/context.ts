/** What the handlers share: the compiled rules, the stores, and telling everyone of a change. */
import type { Engine } from "../engine/engine.ts";
import type { RuleSet } from "../engine/model.ts";
import type { BackgroundToContent, Changed, Mark, PageStatus } from "../messaging/messages.ts";
import { browser } from "../platform/browser.ts";
import type { SettingsStore } from "../settings/store.ts";
import { marksFor, reportOf } from "./report.ts";
import type { TabState, TabStates } from "./tab-state.ts";
import { showCount } from "./toolbar.ts";
import type { Views } from "./views.ts";

export type Context = {
  engine: Engine;
  ruleSet: RuleSet;
  views: Views;
  states: TabStates;
  settings: SettingsStore;
  /** What language a text is in, as the browser tells without asking anybody. */
  detectLanguage: typeof browser.i18n.detectLanguage;
};

/** Tells open popups and options pages that something changed. Nobody listening is no error. */
export async function announce(change: Omit<Changed, "type">): Promise<void> {
  await browser.runtime.sendMessage({ type: "changed", ...change } satisfies Changed).catch(() => undefined);
}

/** Sends a message to one document, or to all of a tab; undefined where no script of ours answers. */
export async function tell<Answer>(
  tabId: number,
  message: BackgroundToContent,
  frameId: number | "all" = 0,
): Promise<Answer | undefined> {
  try {
    const options = frameId === "all" ? {} : { frameId };
    return (await browser.tabs.sendMessage(tabId, message, options)) as Answer | undefined;
  } catch {
    return undefined;
  }
}

/** Takes everything down in a tab, and forgets what was found there. */
export async function takeDown(context: Context, tabId: number): Promise<void> {
  await tell(tabId, { type: "page.stop" }, "all");
  await context.states.update(tabId, async () => undefined);
  await showCount(tabId, null);
}

/** Ms that a busy document is given to say that it is still there; then it is taken to be. */
const PATIENCE = 400;

/** What browsers say of a tab or a frame in which nobody listens. Other failures tell nothing of the document. */
const NOBODY = /receiving end does not exist|no tab with id|invalid tab id|no frame with id/i;

async function isGone(tabId: number, frame: number, docId: string): Promise<boolean> {
  const busy = new Promise<"busy">((resolve) => setTimeout(resolve, PATIENCE, "busy"));
  const message = { type: "page.timings" } satisfies BackgroundToContent;
  const asked = browser.tabs.sendMessage(tabId, message, { frameId: frame }) as Promise<
    PageStatus | undefined
  >;
  const answer = asked.catch((error: unknown) => (NOBODY.test(String(error)) ? undefined : "busy"));
  const status = await Promise.race([answer, busy]);
  return status !== "busy" && status?.docId !== docId;
}

/**
 * Drops the documents of a tab that are no longer in it: frames that were removed, and whatever an earlier page left behind.
 * Documents say goodbye themselves; this is for those that could not.
 */
export async function prune(tabId: number, state: TabState): Promise<void> {
  const frames = Object.keys(state.docs).map(Number);
  const gone = await Promise.all(frames.map((frame) => isGone(tabId, frame, state.docs[frame]?.docId ?? "")));
  for (const [at, frame] of frames.entries()) if (gone[at]) delete state.docs[frame];
}

/** Whether no document is left of a tab; then nothing is left of its number either. */
export async function isEmpty(tabId: number, state: TabState): Promise<boolean> {
  if (Object.keys(state.docs).length > 0) return false;
  await showCount(tabId, null);
  return true;
}

/** Judges a tab again, in place, and shows the new count. */
export async function rejudge(context: Context, tabId: number, state: TabState): Promise<void> {
  const before = performance.now();
  state.report = reportOf(state, context.engine, await context.settings.get());
  state.judged += performance.now() - before;
  await showCount(tabId, state.report);
}

/** What one document of a tab has to draw now. */
export function marksOf({ report, unmarked }: TabState, frame: number): Mark[] {
  return unmarked === true ? [] : marksFor(report, frame);
}

/** Sends each document of a tab what it has to draw now. */
export async function repaint(tabId: number, state: TabState): Promise<void> {
  await Promise.all(
    Object.entries(state.docs).map(([frame, { docId }]) =>
      tell(tabId, { type: "page.marks", docId, marks: marksOf(state, Number(frame)) }, Number(frame)),
    ),
  );
}

/** Judges and draws every open tab again, after a change of settings. */
export async function refreshAll(context: Context): Promise<void> {
  for (const tabId of await context.states.ids()) {
    await context.states.update(tabId, async (state) => {
      if (state === undefined) return undefined;
      await prune(tabId, state);
      if (await isEmpty(tabId, state)) return undefined;
      await rejudge(context, tabId, state);
      await repaint(tabId, state);
      return state;
    });
    await announce({ what: "report", tabId });
  }
}
