/** What the handlers share: the compiled rules, the stores, and telling everyone of a change. */
import type { Engine } from "../engine/engine.ts";
import type { RuleSet } from "../engine/model.ts";
import type { BackgroundToContent, Changed } from "../messaging/messages.ts";
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
};

/** Tells open popups and options pages that something changed. Nobody listening is no error. */
export async function announce(change: Omit<Changed, "type">): Promise<void> {
  await browser.runtime.sendMessage({ type: "changed", ...change } satisfies Changed).catch(() => undefined);
}

/** Sends a message to one document; undefined where no script of ours answers. */
export async function tell<Answer>(
  tabId: number,
  message: BackgroundToContent,
  frameId = 0,
): Promise<Answer | undefined> {
  try {
    return (await browser.tabs.sendMessage(tabId, message, { frameId })) as Answer | undefined;
  } catch {
    return undefined;
  }
}

/** Judges a tab again, in place, and shows the new count. */
export async function rejudge(context: Context, tabId: number, state: TabState): Promise<void> {
  const before = performance.now();
  state.report = reportOf(state, context.engine, await context.settings.get());
  state.judged += performance.now() - before;
  await showCount(tabId, state.report);
}

/** Sends each document of a tab what it has to draw now. */
export async function repaint(tabId: number, state: TabState): Promise<void> {
  await Promise.all(
    Object.entries(state.docs).map(([frame, { docId }]) =>
      tell(tabId, { type: "page.marks", docId, marks: marksFor(state.report, Number(frame)) }, Number(frame)),
    ),
  );
}

/** Judges and draws every open tab again, after a change of settings. */
export async function refreshAll(context: Context): Promise<void> {
  for (const tabId of await context.states.ids()) {
    await context.states.update(tabId, async (state) => {
      if (state === undefined) return undefined;
      await rejudge(context, tabId, state);
      await repaint(tabId, state);
      return state;
    });
    await announce({ what: "report", tabId });
  }
}
