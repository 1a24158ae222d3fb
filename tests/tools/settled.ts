/** Waits until the extension has said all that it has to say about a page. */
import type { PageStatus, PopupState } from "../../src/messaging/messages.ts";
import type { Control } from "./chromium.ts";

export type Settled = { state: PopupState; timings: PageStatus | null };

const LOOK_EVERY_MS = 50;
/** A page whose own scripts still add text gives new reports; this many equal looks in a row mean that it has ended. */
const EQUAL_LOOKS = 4;

/** States in which the extension will not report until the user does something. */
const FINAL = ["not-checked", "withheld", "off", "browser-page"];

/** Looks every few milliseconds until `look` gives a value. @throws Error that says what was awaited, after `limitMs` */
export async function until<Value>(
  what: string | (() => string),
  limitMs: number,
  look: () => Promise<Value | undefined>,
): Promise<Value> {
  const end = Date.now() + limitMs;
  for (;;) {
    const value = await look();
    if (value !== undefined) return value;
    if (Date.now() > end) {
      const awaited = typeof what === "string" ? what : what();
      throw new Error(`Waited ${limitMs / 1000} s in vain for ${awaited}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/**
 * The state that the popup would show for a tab once it no longer changes: a report that the page's content script
 * stands behind, or a state that only the user can change.
 * @throws Error if the extension is still reading, or still silent, after `limitMs`
 */
export async function settled(control: Control, tab: number, limitMs = 30_000): Promise<Settled> {
  let before = "";
  let equal = 0;
  let answered: PageStatus | null = null;
  const awaited = () =>
    `a report on the page (last seen: ${before.slice(0, 200)}, timings: ${JSON.stringify(answered)})`;
  return until(awaited, limitMs, async () => {
    const state = (await control.ask({ type: "popup.report", tabId: tab })) as PopupState;
    const timings =
      state.state === "report"
        ? ((await control.askPage(tab, { type: "page.timings" })) as PageStatus)
        : null;
    answered = timings;
    const now = JSON.stringify(state);
    equal = now === before ? equal + 1 : 1;
    before = now;
    const final = FINAL.includes(state.state) || (state.state === "report" && timings !== null);
    return final && equal >= EQUAL_LOOKS ? { state, timings } : undefined;
  });
}
