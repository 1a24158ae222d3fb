/** The one place that knows which WebExtension namespace there is. Content scripts do not use it: it is too large. */
import browser from "webextension-polyfill";

export { browser };
