/** Addresses: which pages can be read, which are known shops. And putting our scripts into pages that are open. */
import { browser } from "../platform/browser.ts";

/** A host as settings name it: lower case, without "www.". Empty for addresses that have none. */
export function hostOf(url: string | undefined): string {
  if (url === undefined) return "";
  try {
    return new URL(url).hostname.toLowerCase().replace(/^www\./, "");
  } catch {
    return "";
  }
}

/**
 * Stores of extensions and the browser's own pages let no extension in. The toolbar button shows us the address of any
 * other page, so one that is still hidden from us is such a page.
 */
export function isReadable(url: string | undefined): boolean {
  if (url === undefined) return false;
  const closed = /^(?:chromewebstore\.google\.com|chrome\.google\.com|addons\.mozilla\.org)$/;
  return /^https?:/.test(url) && !closed.test(hostOf(url));
}

/** The content script as the manifest declares it, for known shops; its files by their paths within the extension. */
export function declaredScript(): { matches: string[]; js: string[]; css: string[] } {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  const { matches = [], js = [], css = [] } = script ?? {};
  return { matches, js: js.map(inExtension), css: css.map(inExtension) };
}

/** The match pattern of an address's host and nothing else: "https://www.shop.example/*". */
export function originOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** The match pattern of the known shop that an address belongs to, or null. Patterns are all "https://*.shop.tld/*". */
export function knownShop(url: string | undefined): string | null {
  if (url === undefined || !url.startsWith("https:")) return null;
  const host = new URL(url).hostname;
  const fits = (pattern: string) => {
    const own = /^https:\/\/(\*\.)?([^/*]+)\/\*$/.exec(pattern);
    if (own === null) return false;
    const [, any, domain] = own;
    return host === domain || (any !== undefined && host.endsWith(`.${domain}`));
  };
  return declaredScript().matches.find(fits) ?? null;
}

/** Path within the extension; Firefox gives absolute addresses in the manifest that it returns. */
function inExtension(file: string): string {
  const root = browser.runtime.getURL("");
  return file.startsWith(root) ? file.slice(root.length) : file;
}

/**
 * Puts the content script into an open tab, for pages that it was not in from the start. At once, for it waits by itself where
 * a document is not ready: the browser would wait for every frame, also for one that never comes.
 * @throws what the browser says if it does not let us (no permission, a page of its own, a closed tab).
 */
export async function injectInto(tabId: number): Promise<void> {
  const { js, css } = declaredScript();
  const target = { tabId, allFrames: true };
  await browser.scripting.insertCSS({ target, files: css });
  await browser.scripting.executeScript({ target, files: js, injectImmediately: true });
}

/** Scripts that the manifest does not name: each is injected into the one frame that wants it. */
const SCRIPTS = { reader: "src/content/reader.js", card: "src/content/card.js" };

/** Puts a script into one frame. @throws what the browser says if the frame is gone or may not be read. */
export async function inject(script: keyof typeof SCRIPTS, tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [SCRIPTS[script]],
    injectImmediately: true,
  });
}
