/** Chromium without the extension, for code that is measured by itself in a page. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Page } from "playwright";
import { ensureBrowsers, findChromium } from "../tools/browsers.ts";

/** With these a page may read a clock of 5 microseconds instead of 100. */
const FINE_CLOCK = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};
const OPEN_LIMIT = 60_000;

export class PlainChromium {
  private opened = 0;
  private document: { body: string | Buffer; contentType: string } = { body: "", contentType: "text/html" };

  private constructor(
    readonly browser: Browser,
    private readonly server: Server,
  ) {
    server.on("request", (request, response) => {
      const isPage = request.url === "/";
      response.writeHead(isPage ? 200 : 404, { ...FINE_CLOCK, "content-type": this.document.contentType });
      response.end(isPage ? this.document.body : "");
    });
  }

  /** @throws Error if Chromium does not start */
  static async launch(): Promise<PlainChromium> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const browser = await chromium.launch({
      executablePath: findChromium() ?? ensureBrowsers(["chromium"]).chromium,
      chromiumSandbox: process.getuid?.() !== 0,
      args: ["--disable-background-networking", "--no-first-run"],
    });
    return new PlainChromium(browser, server);
  }

  /**
   * Shows a document of its own site, so in a process that has run nothing yet, and adds `script`. Nothing else is
   * served. One page at a time.
   */
  async open(body: string | Buffer, script: string, contentType = "text/html; charset=utf-8"): Promise<Page> {
    this.opened += 1;
    this.document = { body, contentType };
    // Every name below localhost is this machine, a site of its own, and may have the fine clock.
    const origin = `http://shop-${this.opened}.localhost:${(this.server.address() as AddressInfo).port}`;
    const page = await this.browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.route(
      (url) => url.origin !== origin,
      (route) => route.abort("internetdisconnected"),
    );
    await page.goto(`${origin}/`, { waitUntil: "domcontentloaded", timeout: OPEN_LIMIT });
    await page.waitForLoadState("load", { timeout: OPEN_LIMIT / 6 }).catch(() => undefined);
    await page.evaluate(script);
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.closeAllConnections();
    this.server.close();
  }
}
