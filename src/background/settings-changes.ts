/** Changes of settings and all that follows from them in open tabs. */
import { browser } from "../platform/browser.ts";
import { defaultSettings, type Settings } from "../settings/store.ts";
import { hostOf } from "./access.ts";
import { announce, type Context, refreshAll, takeDown, tell } from "./context.ts";

/** Applies a change that affects what is marked, everywhere at once. */
export async function changeSettings(
  context: Context,
  change: (settings: Settings) => Settings,
): Promise<void> {
  await context.settings.update(change);
  await refreshAll(context);
  await announce({ what: "settings" });
}

/** Switches a rule. @throws Error for a rule that does not exist. */
export async function switchRule(context: Context, id: string, on: boolean): Promise<void> {
  const rule = context.engine.rules.get(id);
  if (rule === undefined) throw new Error(`There is no rule "${id}".`);
  await changeSettings(context, (settings) => {
    const { [id]: _, ...others } = settings.rules;
    return { ...settings, rules: on === (rule.default === "on") ? others : { ...others, [id]: on } };
  });
}

/** Tells every document on a host to take everything down, or to read again. */
async function tellSite(context: Context, host: string, on: boolean): Promise<void> {
  const tabs = await browser.tabs.query({});
  for (const { id, url } of tabs) {
    if (id === undefined) continue;
    const state = await context.states.get(id);
    const hostOfTab = url === undefined ? state?.host : hostOf(url);
    if (hostOfTab !== host) continue;
    if (on) await tell(id, { type: "page.start" }, "all");
    else await takeDown(context, id);
    await announce({ what: "report", tabId: id });
  }
}

/** Switches Poreality off or on for one host, at once in all its open tabs. */
export async function switchSite(context: Context, host: string, on: boolean): Promise<void> {
  if (host === "") throw new Error("This page has no site that could be switched.");
  await context.settings.update((settings) => {
    const others = settings.sitesOff.filter((other) => other !== host);
    return { ...settings, sitesOff: on ? others : [...others, host].sort() };
  });
  await tellSite(context, host, on);
  await announce({ what: "settings" });
}

/** Puts whole settings in place (reset, undo), and switches sites accordingly. Returns the settings as they were. */
export async function replaceSettings(
  context: Context,
  next: Settings = defaultSettings(),
): Promise<Settings> {
  const previous = await context.settings.get();
  await changeSettings(context, () => next);
  for (const host of previous.sitesOff)
    if (!next.sitesOff.includes(host)) await tellSite(context, host, true);
  for (const host of next.sitesOff)
    if (!previous.sitesOff.includes(host)) await tellSite(context, host, false);
  return previous;
}
