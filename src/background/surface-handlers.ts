/** What popup and options ask. */
import type { NotChecked } from "../engine/model.ts";
import type { OptionsState, PageStatus, PopupState, SurfaceToBackground } from "../messaging/messages.ts";
import { browser } from "../platform/browser.ts";
import { parseSettings } from "../settings/schema.ts";
import { hostOf, isReadable, knownShop, originOf } from "./access.ts";
import { checkText } from "./check-text.ts";
import { type Context, isEmpty, prune, rejudge, repaint, tell } from "./context.ts";
import { selectedText } from "./menus.ts";
import { endPause, pause, pausedUntil } from "./pause.ts";
import { reportOf } from "./report.ts";
import { routineState } from "./routine.ts";
import {
  changeSettings,
  replaceSettings,
  switchException,
  switchFamily,
  switchLanguage,
  switchRule,
  switchSite,
} from "./settings-changes.ts";
import { accessTo, allowedSites, check, forgetSite, stopChecking } from "./site-access.ts";
import type { TabState } from "./tab-state.ts";

async function tabOf(tabId: number) {
  try {
    return await browser.tabs.get(tabId);
  } catch {
    throw new Error("This tab is gone.");
  }
}

/** The state of a tab without the documents that are gone. */
async function freshState(context: Context, tabId: number): Promise<TabState | undefined> {
  await context.states.update(tabId, async (state) => {
    if (state === undefined) return undefined;
    const before = Object.keys(state.docs).length;
    await prune(tabId, state);
    if (await isEmpty(tabId, state)) return undefined;
    if (Object.keys(state.docs).length < before) await rejudge(context, tabId, state);
    return state;
  });
  return context.states.get(tabId);
}

async function popupState(context: Context, tabId: number): Promise<PopupState> {
  const tab = await tabOf(tabId);
  const known = await context.states.get(tabId);
  const { url } = tab;
  if (url === undefined || !isReadable(url)) return { state: "browser-page" };
  const host = hostOf(url) || (known?.host ?? "");
  const settings = await context.settings.get();
  const until = await pausedUntil();
  if (until !== null) return { state: "paused", until };
  if (settings.sitesOff.includes(host)) return { state: "off", host };
  const status = await tell<PageStatus>(tabId, { type: "page.timings" });
  if (status === undefined || status.state === "off") return notThere(url, host);
  const origin = originOf(url);
  const access = await accessTo(url);
  const state = await freshState(context, tabId);
  const isKnown = state?.docs[0]?.docId === status.docId;
  if (!isKnown && status.state !== "nothing") return { state: "checking", host, access, origin };
  const report = state?.report ?? reportOf({ docs: {}, hidden: [], host }, context.engine, settings);
  const product = { ...report.product, name: report.product.name || (tab.title ?? "") };
  const paused: NotChecked[] = status.paused ? ["paused"] : [];
  const notChecked: NotChecked[] = [...report.notChecked, ...paused, ...status.removed];
  return {
    state: "report",
    host,
    access,
    origin,
    unmarked: state?.unmarked === true,
    report: context.views.report({ ...report, product, notChecked }, state?.judged ?? 0),
  };
}

/** Why no script of ours works in a page: we may not, it was open before we came, or it was stopped. */
async function notThere(url: string, host: string): Promise<PopupState> {
  const shop = knownShop(url);
  const origin = shop ?? originOf(url);
  if (await browser.permissions.contains({ origins: [origin] }))
    return { state: "not-checked", host, origin: null };
  return { state: shop === null ? "not-checked" : "withheld", host, origin };
}

async function show(context: Context, tabId: number, id: string): Promise<{ shown: boolean }> {
  const state = await context.states.get(tabId);
  const finding = state?.report.findings.find((one) => one.id === id);
  const doc = finding && state?.docs[finding.frame];
  if (finding === undefined || doc === undefined) return { shown: false };
  const { block, start, end } = finding;
  const message = { type: "page.show", docId: doc.docId, finding: id, block, start, end } as const;
  return (await tell<{ shown: boolean }>(tabId, message, finding.frame)) ?? { shown: false };
}

/** Shows or hides the marks on a page. */
async function showMarks(context: Context, tabId: number, on: boolean): Promise<void> {
  await context.states.update(tabId, async (state) => {
    if (state === undefined) return undefined;
    const changed = { ...state, unmarked: !on };
    await repaint(tabId, changed);
    return changed;
  });
}

async function optionsState(context: Context): Promise<OptionsState> {
  const { ruleSet, views, settings: store } = context;
  const settings = await store.get();
  return {
    rules: ruleSet.rules.map((rule) => {
      const exceptions = settings.exceptions[rule.id] ?? [];
      return views.rule(rule, settings.rules[rule.id] ?? rule.default === "on", exceptions);
    }),
    sources: views.sources(),
    actives: ruleSet.actives.map(views.active),
    treatments: ruleSet.treatments.map(views.treatment),
    sitesOff: settings.sitesOff,
    sitesAlways: await allowedSites(),
    languages: ruleSet.words.map(({ language, popupOnly }) => ({
      language,
      on: !settings.languagesOff.includes(language),
      marked: popupOnly !== true,
    })),
    mark: settings.mark,
    pausedUntil: await pausedUntil(),
    settings,
    version: browser.runtime.getManifest().version,
    settingsRecovered: await store.recovered(),
  };
}

async function importSettings(context: Context, settings: unknown): Promise<void> {
  const parsed = parseSettings(settings);
  if (parsed.state !== "read") throw new Error("These settings cannot be read, so nothing was changed.");
  await replaceSettings(context, parsed.settings);
}

/** Answers one checked message of popup or options. @throws Error with a sentence for the reader. */
export async function handleSurface(context: Context, message: SurfaceToBackground): Promise<unknown> {
  switch (message.type) {
    case "popup.report":
      return popupState(context, message.tabId);
    case "popup.check":
      return check(message.tabId);
    case "popup.site":
      await switchSite(context, message.host, message.on);
      return popupState(context, message.tabId);
    case "popup.show":
      return show(context, message.tabId, message.finding);
    case "popup.stop":
      await stopChecking(context, await tabOf(message.tabId));
      return popupState(context, message.tabId);
    case "popup.resume":
      await tell(message.tabId, { type: "page.resume" }, "all");
      return popupState(context, message.tabId);
    case "options.load":
      return optionsState(context);
    case "options.rule":
      await switchRule(context, message.rule, message.on);
      return optionsState(context);
    case "options.site":
      await switchSite(context, message.host, message.on);
      return optionsState(context);
    case "options.mark":
      await changeSettings(context, (settings) => ({ ...settings, mark: message.mark }));
      return optionsState(context);
    case "popup.marks":
      await showMarks(context, message.tabId, message.on);
      return popupState(context, message.tabId);
    case "popup.pause":
      await pause(context, message.minutes);
      return popupState(context, message.tabId);
    case "popup.unpause":
      await endPause();
      return popupState(context, message.tabId);
    case "options.family":
      await switchFamily(context, message.family, message.on);
      return optionsState(context);
    case "options.exception":
      await switchException(context, message.rule, message.host, message.on);
      return optionsState(context);
    case "options.language":
      await switchLanguage(context, message.language, message.on);
      return optionsState(context);
    case "options.forget":
      await forgetSite(context, message.origin);
      return optionsState(context);
    case "options.reset":
      await replaceSettings(context);
      return optionsState(context);
    case "options.import":
      await importSettings(context, message.settings);
      return optionsState(context);
    case "check.text":
      return checkText(context, message.text, message.kind);
    case "check.selected":
      return { text: await selectedText() };
    case "routine.load":
      return routineState(context, message.tabId);
  }
}
