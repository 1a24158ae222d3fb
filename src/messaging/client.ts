/** What popup and options call: typed questions to the background, and the few platform calls that they need. */
import { browser } from "../platform/browser.ts";
import type {
  Changed,
  CheckAnswer,
  CheckedText,
  CheckSelected,
  CheckText,
  OptionsState,
  PopupCheck,
  PopupMarks,
  PopupPause,
  PopupReport,
  PopupResume,
  PopupShow,
  PopupSite,
  PopupState,
  PopupStop,
  PopupUnpause,
  RoutineLoad,
  RoutineState,
  SurfaceToBackground,
} from "./messages.ts";

type AnswerTo<M extends SurfaceToBackground> = M extends
  | PopupReport
  | PopupSite
  | PopupStop
  | PopupResume
  | PopupMarks
  | PopupPause
  | PopupUnpause
  ? PopupState
  : M extends PopupCheck
    ? CheckAnswer
    : M extends PopupShow
      ? { shown: boolean }
      : M extends CheckText
        ? CheckedText
        : M extends CheckSelected
          ? { text: string }
          : M extends RoutineLoad
            ? RoutineState
            : OptionsState;

/**
 * What browsers say where an idle background was just on its way out, before or after it got the message: asked again, it is
 * started anew. Every message may be sent twice, for none does more the second time.
 */
const NOT_ANSWERED =
  /receiving end does not exist|could not establish connection|message (?:channel|port) (?:is )?closed|went out of scope|message manager disconnected|conduit/i;
const AGAIN_AFTER_MS = [50, 200, 800];

/** Sends a message, again where the background was just being stopped for idleness. */
async function send(message: SurfaceToBackground): Promise<unknown> {
  for (const wait of AGAIN_AFTER_MS) {
    try {
      return await browser.runtime.sendMessage(message);
    } catch (error) {
      if (!NOT_ANSWERED.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return browser.runtime.sendMessage(message);
}

/**
 * Sends one message to the background and returns its answer.
 * @throws Error with a sentence for the reader if the background refuses the message or cannot be reached.
 */
export async function ask<M extends SurfaceToBackground>(message: M): Promise<AnswerTo<M>> {
  const answer = (await send(message)) as AnswerTo<M> | { error: string } | undefined;
  if (answer === undefined || answer === null) throw new Error("The background did not answer.");
  if (typeof answer === "object" && "error" in answer) throw new Error(answer.error);
  return answer as AnswerTo<M>;
}

/** Calls `listener` whenever the background says that something shown may be stale. Returns the way to stop. */
export function onChanged(listener: (change: Changed) => void): () => void {
  const receive = (message: unknown) => {
    if ((message as Changed | null)?.type === "changed") listener(message as Changed);
    return undefined;
  };
  browser.runtime.onMessage.addListener(receive);
  return () => browser.runtime.onMessage.removeListener(receive);
}

/** Id of the tab that the popup speaks about: `?tab=` in its own address, else the active tab. Null if there is none. */
export async function currentTab(): Promise<number | null> {
  const asked = new URLSearchParams(location.search).get("tab");
  if (asked !== null && /^\d+$/.test(asked)) return Number(asked);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Asks the user for access to one origin pattern. Must be called straight from a click. */
export function requestOrigin(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [origin] });
}

/** Pages of ours besides popup and options, by their folder in src. */
export type OwnPage = "label-check" | "routine" | "welcome";

/** Opens a page of ours in a new tab. @param query begins with "?", for example "?tab=3" */
export async function openPage(page: OwnPage, query = ""): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL(`src/${page}/index.html`)}${query}` });
}

/** Domains of the shops that are read without being asked, sorted: "amazon.com". */
export function knownShops(): string[] {
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  const domains = (scripts[0]?.matches ?? []).map((pattern) =>
    pattern.replace(/^https:\/\/(?:\*\.)?|\/\*$/g, ""),
  );
  return [...new Set(domains)].sort();
}

/** Opens the options page, at `hash` (for example "rule-pores.gone-for-good") where one is given. */
export async function openOptions(hash = ""): Promise<void> {
  if (hash === "") return browser.runtime.openOptionsPage();
  await browser.tabs.create({ url: `${browser.runtime.getURL("src/options/index.html")}#${hash}` });
}

/** Interface text by key from `_locales`, with substitutions for `$1`…; the key itself where it is missing. */
export function t(key: string, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String)) || key;
}
