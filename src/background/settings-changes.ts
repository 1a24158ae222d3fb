/** Changes of settings and all that follows from them in open tabs. */
import { browser } from "../platform/browser.ts";
import { defaultSettings, type Settings } from "../settings/store.ts";
import { hostOf } from "./access.ts";
import { announce, type Context, refreshAll, takeDown, tell } from "./context.ts";
import { showOff } from "./toolbar.ts";

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

/** Switches all rules of a family. @throws Error for a family that no rule belongs to. */
export async function switchFamily(context: Context, family: string, on: boolean): Promise<void> {
  const members = [...context.engine.rules.values()].filter((rule) => rule.family === family);
  if (members.length === 0) throw new Error(`There is no family "${family}".`);
  await changeSettings(context, (settings) => {
    const rules = { ...settings.rules };
    for (const { id, default: usual } of members) {
      delete rules[id];
      if (on !== (usual === "on")) rules[id] = on;
    }
    return { ...settings, rules };
  });
}

/** The host that a reader's or a stored text names. @throws Error where it names none */
function checkedHost(text: string): string {
  const host = hostOf(`https://${text}`);
  if (host === "") throw new Error(`"${text}" is no site.`);
  return host;
}

/** Switches one rule off or on again on one host. @throws Error for a rule or a site that does not exist. */
export async function switchException(
  context: Context,
  id: string,
  site: string,
  on: boolean,
): Promise<void> {
  if (!context.engine.rules.has(id)) throw new Error(`There is no rule "${id}".`);
  const host = checkedHost(site);
  await changeSettings(context, (settings) => {
    const hosts = (settings.exceptions[id] ?? []).filter((other) => other !== host);
    if (!on) hosts.push(host);
    const { [id]: _, ...others } = settings.exceptions;
    return { ...settings, exceptions: hosts.length === 0 ? others : { ...others, [id]: hosts.sort() } };
  });
}

/** Switches the reading of a language. @throws Error for a language that is not read. */
export async function switchLanguage(context: Context, language: string, on: boolean): Promise<void> {
  if (!context.engine.languages.has(language)) throw new Error(`"${language}" is not read.`);
  await changeSettings(context, (settings) => {
    const others = settings.languagesOff.filter((other) => other !== language);
    return { ...settings, languagesOff: on ? others : [...others, language].sort() };
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
    await showOff(id, !on);
    await announce({ what: "report", tabId: id });
  }
}

/** Switches Poreality off or on for one host, at once in all its open tabs. */
export async function switchSite(context: Context, site: string, on: boolean): Promise<void> {
  if (site === "") throw new Error("This page has no site that could be switched.");
  const host = checkedHost(site);
  await context.settings.update((settings) => {
    const others = settings.sitesOff.filter((other) => other !== host);
    return { ...settings, sitesOff: on ? others : [...others, host].sort() };
  });
  await tellSite(context, host, on);
  await announce({ what: "settings" });
}

/** Puts whole settings in place (reset, import, undo), and switches sites accordingly. */
export async function replaceSettings(context: Context, next: Settings = defaultSettings()): Promise<void> {
  const previous = await context.settings.get();
  await changeSettings(context, () => next);
  for (const host of previous.sitesOff)
    if (!next.sitesOff.includes(host)) await tellSite(context, host, true);
  for (const host of next.sitesOff)
    if (!previous.sitesOff.includes(host)) await tellSite(context, host, false);
}
