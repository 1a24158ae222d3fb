/** Firefox with the built extension, driven over WebDriver BiDi. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bidi, type BidiObject } from "./bidi.ts";
import { ensureBrowsers, findFirefox } from "./browsers.ts";
import { DEMO_ORIGIN, demoFile } from "./demo.ts";
import { FirefoxTab } from "./firefox-tab.ts";
import { EMPTY_IMAGE, type SavedPage } from "./saved-page.ts";

/** From src/build/manifest.ts. */
const EXTENSION_ID = "poreality@poreality.example";
/** Firefox gives each installation its own random host; a fixed one lets tests open the extension's pages. */
const HOST = "6f0c2f4e-2d8b-4a53-9a0e-3f4f6f1c9d11";

const START_LIMIT_MS = 60_000;

const PREFERENCES: Record<string, boolean | number | string> = {
  "extensions.webextensions.uuids": JSON.stringify({ [EXTENSION_ID]: HOST }),
  "extensions.webextOptionalPermissionPrompts": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
  "app.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
};

export type FirefoxOptions = {
  /** Folder of the built extension; null for a Firefox without it. */
  extension: string | null;
  /** Ms without work after which Firefox stops the extension's background; its own default is 30 s. */
  backgroundIdleMs?: number;
};

type Served = { body: Buffer; contentType: string; headers?: Record<string, string> };

/** One request that the browser wanted to make. `context` is null for requests that belong to no page. */
export type SeenRequest = { url: string; context: string | null };

async function addressOf(browser: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`Firefox did not start in time:\n${said}`)),
      START_LIMIT_MS,
    );
    browser.once("error", reject);
    browser.once("exit", () => reject(new Error(`Firefox ended before it was ready:\n${said}`)));
    browser.stderr?.on("data", (data) => {
      said += String(data);
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said);
      if (found?.[1] === undefined) return;
      clearTimeout(timer);
      resolve(found[1]);
    });
  });
}

export class Firefox {
  /** Every request since the start, the extension's own included. */
  readonly requests: SeenRequest[] = [];
  /** Console errors and uncaught exceptions whose source is the extension. */
  readonly errors: string[] = [];
  /** All console errors and uncaught exceptions, with the page that they came from. */
  readonly logged: { text: string; context: string | null }[] = [];
  private readonly pages = new Map<string, Served>();
  private readonly tabs = new Set<string>();
  private holdsPages = false;

  private constructor(
    private readonly process: ChildProcess,
    private readonly profile: string,
    private readonly bidi: Bidi,
  ) {
    bidi.on("network.beforeRequestSent", (event) => this.onRequest(event));
    bidi.on("log.entryAdded", (event) => this.onLog(event));
  }

  /** Starts Firefox on a new profile with the extension installed. @throws Error if it cannot */
  static async launch(options: FirefoxOptions): Promise<Firefox> {
    const path = findFirefox() ?? ensureBrowsers(["firefox"]).firefox;
    const profile = mkdtempSync(join(tmpdir(), "poreality-firefox-"));
    const preferences = {
      ...PREFERENCES,
      ...(options.backgroundIdleMs ? { "extensions.background.idle.timeout": options.backgroundIdleMs } : {}),
    };
    writeFileSync(
      join(profile, "user.js"),
      Object.entries(preferences)
        .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
        .join(""),
    );
    const args = ["--headless", "--no-remote", "--profile", profile];
    const child = spawn(path, [...args, "--remote-debugging-port=0", "--remote-allow-system-access"], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    try {
      const bidi = await Bidi.connect(`${await addressOf(child)}/session`);
      await bidi.send("session.new", { capabilities: {} });
      const firefox = new Firefox(child, profile, bidi);
      await bidi.send("session.subscribe", { events: ["network.beforeRequestSent", "log.entryAdded"] });
      await bidi.send("network.addIntercept", {
        phases: ["beforeRequestSent"],
        urlPatterns: [
          { type: "pattern", protocol: "https" },
          { type: "pattern", protocol: "http" },
        ],
      });
      if (options.extension !== null)
        await bidi.send("webExtension.install", { extensionData: { type: "path", path: options.extension } });
      return firefox;
    } catch (error) {
      child.kill("SIGKILL");
      throw error;
    }
  }

  /** Address of a page of the extension. */
  address(path: string): string {
    return `moz-extension://${HOST}/${path}`;
  }

  /** Serves `body` at `url`; the demo shop is always served, and nothing else is. */
  serve(url: string, body: string | Buffer, contentType = "text/html; charset=utf-8"): void {
    this.pages.set(url, { body: Buffer.from(body), contentType });
  }

  /**
   * Serves a saved page at its own address. From now on pictures are answered with an empty one, and no script leads away
   * from a page.
   */
  serveSaved(saved: SavedPage, headers: Record<string, string> = {}): void {
    this.pages.set(saved.url.replace(/#.*/, ""), { ...saved, headers });
    this.holdsPages = true;
  }

  /** Closes every tab but one, and serves and remembers nothing any more. */
  async tidy(kept: FirefoxTab): Promise<void> {
    const { contexts } = (await this.bidi.send("browsingContext.getTree", { maxDepth: 0 })) as {
      contexts: { context: string }[];
    };
    for (const { context } of contexts)
      if (context !== kept.context) await this.bidi.send("browsingContext.close", { context });
    this.pages.clear();
    this.requests.length = 0;
    this.errors.length = 0;
  }

  async newTab(): Promise<FirefoxTab> {
    const { context } = await this.bidi.send("browsingContext.create", { type: "tab" });
    this.tabs.add(String(context));
    return new FirefoxTab(this.bidi, String(context));
  }

  /** Opens a page of the extension in a tab of its own. */
  async extensionPage(path: string): Promise<FirefoxTab> {
    const tab = await this.newTab();
    await tab.open(this.address(path));
    return tab;
  }

  /**
   * Clicks on the extension's toolbar button while `tab` is in front, which opens the popup and, as for a person, lets
   * the extension read that page until it goes elsewhere.
   */
  async clickToolbarButton(tab: FirefoxTab): Promise<void> {
    await this.bidi.send("browsingContext.activate", { context: tab.context });
    const { contexts } = (await this.bidi.send("browsingContext.getTree", { "moz:scope": "chrome" })) as {
      contexts: { context: string }[];
    };
    const answer = await this.bidi.send("script.evaluate", {
      target: { context: contexts[0]?.context ?? "" },
      awaitPromise: true,
      expression: `(async () => {
        const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(EXTENSION_ID)});
        // A click while the popup is open would only close it.
        for (const panel of document.querySelectorAll("panel")) panel.hidePopup();
        await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
      })()`,
    });
    if (answer.type !== "success") throw new Error("The toolbar button of Firefox could not be clicked.");
  }

  async close(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.process.once("exit", () => resolve()));
    await this.bidi.send("browser.close").catch(() => this.process.kill("SIGKILL"));
    this.bidi.close();
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  private onRequest(event: BidiObject): void {
    const request = event.request as { request: string; url: string };
    this.requests.push({
      url: request.url,
      context: typeof event.context === "string" ? event.context : null,
    });
    if (event.isBlocked !== true) return;
    const url = new URL(request.url);
    const file =
      this.pages.get(request.url.replace(/#.*/, "")) ??
      (url.origin === DEMO_ORIGIN ? demoFile(url.pathname) : null);
    const instead = file === null && this.holdsPages ? this.insteadOf(event) : null;
    const answer =
      file === null
        ? (instead ?? this.bidi.send("network.failRequest", { request: request.request }))
        : this.provide(request.request, file);
    // The page may be gone before its request is answered.
    answer.catch(() => undefined);
  }

  /** What a saved page gets in place of what is not there; null where the request is to fail. */
  private insteadOf(event: BidiObject): Promise<BidiObject> | null {
    const { request, destination } = event.request as { request: string; destination?: string };
    // Some shops ask for a placeholder whenever a picture fails, without end.
    if (destination === "image")
      return this.provide(request, { body: EMPTY_IMAGE, contentType: "image/gif" });
    const leavesPage = event.navigation !== null && this.tabs.has(String(event.context));
    return leavesPage
      ? this.bidi.send("network.provideResponse", { request, statusCode: 204, reasonPhrase: "No Content" })
      : null;
  }

  private provide(request: string, { body, contentType, headers = {} }: Served): Promise<BidiObject> {
    const all = { ...headers, "content-type": contentType };
    return this.bidi.send("network.provideResponse", {
      request,
      statusCode: 200,
      reasonPhrase: "OK",
      headers: Object.entries(all).map(([name, value]) => ({ name, value: { type: "string", value } })),
      body: { type: "base64", value: body.toString("base64") },
    });
  }

  private onLog(event: BidiObject): void {
    const frames = (event.stackTrace as { callFrames?: { url: string }[] } | undefined)?.callFrames ?? [];
    const ours = frames.some((frame) => frame.url.startsWith("moz-extension:"));
    if (event.level !== "error") return;
    const { context = null } = (event.source ?? {}) as { context?: string | null };
    this.logged.push({ text: String(event.text), context });
    if (ours) this.errors.push(String(event.text));
  }
}
