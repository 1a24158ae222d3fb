/** The entries of the menu that a right click opens, and the text that was selected for one of them. */
import type { Menus, Tabs } from "webextension-polyfill";
import { CHECKED_TEXT_MOST } from "../messaging/limits.ts";
import { browser } from "../platform/browser.ts";
import { check } from "./site-access.ts";

const CHECK_PAGE = "check-page";
const CHECK_TEXT = "check-text";
/** In `storage.session`: the text must not stand in the address, which goes into the history. */
const SELECTED = "selectedText";

/** Makes the entries; browsers keep them. */
export function createMenus(): void {
  // Firefox for Android has no context menus.
  browser.contextMenus?.create({
    id: CHECK_PAGE,
    title: browser.i18n.getMessage("menu_check_page"),
    contexts: ["page"],
  });
  browser.contextMenus?.create({
    id: CHECK_TEXT,
    title: browser.i18n.getMessage("menu_check_text"),
    contexts: ["selection"],
  });
}

/** The text that was selected for "Check with Poreality", once: then it is forgotten. Empty where there is none. */
export async function selectedText(): Promise<string> {
  const text: unknown = (await browser.storage.session.get(SELECTED))[SELECTED];
  await browser.storage.session.remove(SELECTED);
  return typeof text === "string" ? text : "";
}

async function checkSelected(text: string): Promise<void> {
  await browser.storage.session.set({ [SELECTED]: text.slice(0, CHECKED_TEXT_MOST) });
  await browser.tabs.create({ url: browser.runtime.getURL("src/label-check/index.html?selected") });
}

/** Answers a click on one of the entries. */
export function onMenu({ menuItemId, selectionText = "" }: Menus.OnClickData, tab?: Tabs.Tab): void {
  if (menuItemId === CHECK_PAGE && tab?.id !== undefined) void check(tab.id);
  if (menuItemId === CHECK_TEXT) void checkSelected(selectionText);
}
