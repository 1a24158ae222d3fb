/** Sites outside the list of shops: what the reader allowed, the registrations that follow from it, and open pages. */
import type { Permissions, Tabs } from "webextension-polyfill";
import type { Access, CheckAnswer, PageStatus } from "../messaging/messages.ts";
import { browser } from "../platform/browser.ts";
import { declaredScript, hostOf, injectInto, isReadable, knownShop, originOf } from "./access.ts";
import { announce, type Context, takeDown, tell } from "./context.ts";
import { switchSite } from "./settings-changes.ts";

const REGISTRATION = "sites";
const PAGES = /^(?:https?:\/\/|\*:\/\/|<all_urls>$)/;

/** Why a page that our script is in may be read. */
export async function accessTo(url: string): Promise<Access> {
  if (knownShop(url) !== null) return "shop";
  return (await browser.permissions.contains({ origins: [originOf(url)] })) ? "always" : "once";
}

/** Puts our script into a tab that the reader asked to check, or starts it again where it was stopped. */
export async function check(tabId: number): Promise<CheckAnswer> {
  try {
    const status = await tell<PageStatus>(tabId, { type: "page.timings" });
    if (status?.state === "off") await tell(tabId, { type: "page.start" }, "all");
    else await injectInto(tabId);
    return { ok: true };
  } catch (error) {
    return { ok: false, failed: error instanceof Error ? error.message : String(error) };
  }
}

let registering: Promise<void> = Promise.resolve();

/**
 * Registers the content script for exactly the sites that the reader allowed, whoever asked for the change: us, the browser's
 * own settings, an update that dropped the registrations. Calls run one after the other; each compares anew.
 */
export function registerGranted(): Promise<void> {
  registering = registering.catch(() => undefined).then(register);
  return registering;
}

/** Match patterns of the sites that the reader allowed besides the known shops, sorted. */
export async function allowedSites(): Promise<string[]> {
  const { matches: shops } = declaredScript();
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => PAGES.test(origin) && !shops.includes(origin)).sort();
}

/** Gives the access to a site back, and takes down what is on its pages. @throws Error where the browser keeps it */
export async function forgetSite(context: Context, origin: string): Promise<void> {
  if (!(await allowedSites()).includes(origin)) return;
  await browser.permissions.remove({ origins: [origin] });
  if ((await allowedSites()).includes(origin)) throw new Error("The browser does not give this access back.");
  await accessTaken(context);
}

async function register(): Promise<void> {
  const { matches: shops, js, css } = declaredScript();
  const matches = await allowedSites();
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
  if (matches.length === 0) {
    if (known !== undefined) await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
    return;
  }
  const script = {
    id: REGISTRATION,
    matches,
    excludeMatches: shops,
    js,
    css,
    allFrames: true,
    runAt: "document_start" as const,
    persistAcrossSessions: true,
  };
  if (known === undefined) await browser.scripting.registerContentScripts([script]);
  else await browser.scripting.updateContentScripts([script]);
}

/** The reader allowed sites: pages of theirs that are open are read now, for the popup may have closed under the question. */
export async function accessGiven({ origins = [] }: Permissions.Permissions): Promise<void> {
  await registerGranted();
  const tabs = await browser.tabs.query({ url: origins.filter((origin) => PAGES.test(origin)) });
  for (const { id, url, discarded } of tabs) {
    if (id === undefined || discarded || !isReadable(url)) continue;
    await check(id);
    await announce({ what: "report", tabId: id });
  }
}

/** The reader took access away: what is on pages that we may no longer read is taken down. */
export async function accessTaken(context: Context): Promise<void> {
  await registerGranted();
  for (const { id, url } of await browser.tabs.query({})) {
    // Browsers hide the addresses of pages that we may not read.
    if (id === undefined || url !== undefined) continue;
    await takeDown(context, id);
    await announce({ what: "report", tabId: id });
  }
}

/**
 * Checks the site of a tab no more: gives back its access and takes the page's marks down. Where the browser does not let
 * one site go, because the reader allowed all sites, the site is switched off instead.
 */
export async function stopChecking(context: Context, { id, url }: Tabs.Tab): Promise<void> {
  if (id === undefined || url === undefined)
    throw new Error("This page cannot be stopped: its address is hidden.");
  const origins = [originOf(url)];
  // The browser refuses what it does not count as ours to give back; whether it is gone is asked below.
  await browser.permissions.remove({ origins }).catch(() => false);
  if (await browser.permissions.contains({ origins })) await switchSite(context, hostOf(url), false);
  else await takeDown(context, id);
}
