import type { InterfaceTexts } from "../engine/model.ts";
import { browser } from "../platform/browser.ts";

/** Key under which the build puts the texts of the rules into `_locales`. */
const KEY = "rule_texts";

/** What people read of the rules, in the language that the browser gives this extension; English where it has no other. */
export function interfaceTexts(): InterfaceTexts {
  return JSON.parse(browser.i18n.getMessage(KEY)) as InterfaceTexts;
}
