/** Saved pages of shops: read from a file, and given to the browser at the address that they came from. */
import { basename, extname } from "node:path";
import type { BrowserContext, Request, Route } from "playwright";
import { readInput } from "./input-file.ts";

/** A known shop, so that the extension reads the page without being asked. */
const FALLBACK = "https://www.dermstore.com/scan/";

/** A picture of one clear pixel. */
export const EMPTY_IMAGE = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

export type SavedPage = { file: string; body: Buffer; contentType: string; url: string };

function webAddress(text: string | undefined): string | null {
  const address = (text ?? "").replaceAll("&amp;", "&").trim();
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).href : null;
}

/** The address that a page gives itself: its canonical link, else `og:url`. Null where it gives none that is whole. */
export function ownAddress(html: string): string | null {
  const head = html.slice(0, html.search(/<body[\s>]/i) >>> 0);
  const tag = (pattern: RegExp, attribute: string) => {
    const found = head.match(/<(?:link|meta)\b[^>]*>/gi)?.find((text) => pattern.test(text));
    return found?.match(new RegExp(`\\s${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i"));
  };
  const canonical = tag(/\srel\s*=\s*["']?canonical\b/i, "href");
  const openGraph = tag(/\s(?:property|name)\s*=\s*["']?og:url\b/i, "content");
  return (
    [canonical, openGraph]
      .map((match) => webAddress(match?.[1] ?? match?.[2] ?? match?.[3]))
      .find((url) => url !== null) ?? null
  );
}

/** Reads a saved page. `url` overrides the page's own address. @throws InputError if the file cannot be read or is empty */
export function savedPage(file: string, url: string | null): SavedPage {
  const body = readInput(file);
  let text = body.toString("latin1");
  let contentType = "text/html";
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    contentType = "text/html; charset=utf-8";
  } catch {
    // Not UTF-8: the page's own <meta charset> decides, as in the shop.
  }
  const name = encodeURIComponent(basename(file, extname(file)));
  return { file, body, contentType, url: url ?? ownAddress(text) ?? FALLBACK + name };
}

/** Browsers turn some http addresses into https on their own; the page is the same. */
const withoutScheme = (url: string) => new URL(url).href.replace(/^https?:|#.*$/g, "");

function isTopFrame(request: Request): boolean {
  try {
    return request.frame().parentFrame() === null;
  } catch {
    // Playwright knows no frame yet for the first request of a new tab.
    return true;
  }
}

/**
 * Answers the page's own address once, pictures with an empty one, and nothing else: no byte comes from a network and no
 * script of the page leads away from it. `headers` go out with the page.
 */
export async function routeOnly(
  context: BrowserContext,
  saved: SavedPage,
  headers: Record<string, string> = {},
): Promise<void> {
  let served = false;
  const wanted = withoutScheme(saved.url);
  await context.unroute("**/*");
  await context.route("**/*", (route: Route) => {
    const request = route.request();
    if (request.url().startsWith("chrome-extension:")) return route.continue();
    if (!served && request.isNavigationRequest() && withoutScheme(request.url()) === wanted) {
      served = true;
      return route.fulfill({ body: saved.body, contentType: saved.contentType, headers });
    }
    // Some shops ask for a placeholder whenever a picture fails, without end.
    if (request.resourceType() === "image")
      return route.fulfill({ body: EMPTY_IMAGE, contentType: "image/gif" });
    // An aborted navigation would replace the page by an error page; "no content" leaves it as it is. In a frame it is
    // the other way about: "no content" would keep the whole page loading.
    return request.isNavigationRequest() && isTopFrame(request)
      ? route.fulfill({ status: 204 })
      : route.abort("internetdisconnected");
  });
}
