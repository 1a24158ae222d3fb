/** Wires the background. Listeners are registered at once, so that a worker that has just been started hears them. */

import ruleSet from "virtual:rule-set";
import * as v from "valibot";
import type { Runtime } from "webextension-polyfill";
import { createEngine } from "../engine/engine.ts";
import { senderOf } from "../messaging/sender.ts";
import { contentSchema, surfaceSchema } from "../messaging/validate.ts";
import { browser } from "../platform/browser.ts";
import { createSettingsStore } from "../settings/store.ts";
import type { Context } from "./context.ts";
import { interfaceTexts } from "./interface-texts.ts";
import { createMenus, onMenu } from "./menus.ts";
import { handlePage } from "./page-handlers.ts";
import { onAlarm, showPause } from "./pause.ts";
import { accessGiven, accessTaken, registerGranted } from "./site-access.ts";
import { onCommand } from "./steps.ts";
import { handleSurface } from "./surface-handlers.ts";
import { createTabStates } from "./tab-state.ts";
import { createViews, type Views } from "./views.ts";

const engine = createEngine(ruleSet);
/** Opened once, when the extension is installed. */
const WELCOME = "src/welcome/index.html";

let views: Views | null = null;
const context: Context = {
  engine,
  ruleSet,
  // Only where somebody is going to read them: most pages are read with nobody looking.
  get views() {
    views ??= createViews(engine, ruleSet, interfaceTexts());
    return views;
  },
  states: createTabStates(),
  settings: createSettingsStore(),
  detectLanguage: (text) => browser.i18n.detectLanguage(text),
};
const self = { id: browser.runtime.id, origin: browser.runtime.getURL("") };

/** Checks sender and message, then hands it on. Whatever goes wrong becomes `{error}` for the one who asked. */
async function answer(message: unknown, from: Runtime.MessageSender): Promise<unknown> {
  const sender = senderOf(from, self);
  try {
    switch (sender.tier) {
      case "content":
        return await handlePage(context, sender, v.parse(contentSchema, message));
      case "surface":
        return await handleSurface(context, v.parse(surfaceSchema, message));
      case "refused":
        throw new Error("This message came from elsewhere and was refused.");
    }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
  // Our own announcements reach every page of ours; they ask nothing.
  if ((message as { type?: unknown } | null)?.type === "changed") return undefined;
  return answer(message, sender);
});

const forget = (tabId: number) => void context.states.update(tabId, async () => undefined);
browser.tabs.onRemoved.addListener((tabId) => forget(tabId));
browser.tabs.onReplaced?.addListener((_, replaced) => forget(replaced));

// Firefox for Android has no context menus.
browser.contextMenus?.onClicked.addListener(onMenu);
browser.alarms.onAlarm.addListener(onAlarm);

// Firefox for Android has no shortcuts.
browser.commands?.onCommand.addListener((command, tab) => void onCommand(context, command, tab?.id));

browser.permissions.onAdded.addListener((added) => void accessGiven(added));
browser.permissions.onRemoved.addListener(() => void accessTaken(context));
// An update drops registrations, and a grant may have come while nobody listened: each start of the background looks.
// The listener is there so that a start of the browser starts the background.
browser.runtime.onStartup.addListener(() => void showPause());
void registerGranted();

browser.runtime.onInstalled.addListener(({ reason }) => {
  createMenus();
  if (reason === "install") void browser.tabs.create({ url: browser.runtime.getURL(WELCOME) });
});
