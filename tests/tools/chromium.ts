/** Chromium with the built extension: starts it, speaks to the extension as its own popup would, and listens for errors. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright";
import type { SurfaceToBackground } from "../../src/messaging/messages.ts";
import { ensureBrowsers, findChromium } from "./browsers.ts";
import type {} from "./developer-private.ts";

export const POPUP_PATH = "src/popup/index.html";
export const OPTIONS_PATH = "src/options/index.html";

const START_LIMIT_MS = 30_000;

export type ChromiumOptions = {
  /** Folder of the built extension. */
  extension: string;
  headless: boolean;
  viewport?: { width: number; height: number } | null;
  /** Device pixels per CSS pixel, for sharp pictures; 1 by default. */
  scale?: number;
  /** Language of the browser's own interface, and so of ours; English by default. */
  language?: string;
};

export type ExtensionChromium = {
  context: BrowserContext;
  /** Id of the extension, which is the host of its addresses. */
  id: string;
  /** Address of a page of the extension, for example of POPUP_PATH. */
  address(path: string): string;
  /** Closes the browser and deletes its profile. */
  close(): Promise<void>;
};

/** Without developer mode Chromium disables unpacked extensions on reload and keeps no list of their errors. */
function profileWithDeveloperMode(): string {
  const profile = mkdtempSync(join(tmpdir(), "poreality-chromium-"));
  mkdirSync(join(profile, "Default"));
  writeFileSync(
    join(profile, "Default", "Preferences"),
    JSON.stringify({
      extensions: { ui: { developer_mode: true } },
      browser: { has_seen_welcome_page: true },
    }),
  );
  return profile;
}

/** Starts Chromium on a new profile with the extension installed and its worker started. @throws Error if it cannot */
export async function launchChromium(options: ChromiumOptions): Promise<ExtensionChromium> {
  const executablePath = findChromium() ?? ensureBrowsers(["chromium"]).chromium;
  const profile = profileWithDeveloperMode();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless,
    viewport: options.viewport === undefined ? { width: 1280, height: 900 } : options.viewport,
    ...(options.viewport === null ? {} : { deviceScaleFactor: options.scale ?? 1 }),
    chromiumSandbox: process.getuid?.() !== 0,
    ...(options.language === undefined ? {} : { env: { ...process.env, LANGUAGE: options.language } }),
    args: [
      ...(options.language === undefined ? [] : [`--lang=${options.language}`]),
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      "--disable-background-networking",
      "--no-first-run",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
    ],
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const worker =
      context.serviceWorkers()[0] ??
      (await context.waitForEvent("serviceworker", { timeout: START_LIMIT_MS }));
    const id = new URL(worker.url()).host;
    return { context, id, address: (path) => `chrome-extension://${id}/${path}`, close };
  } catch (error) {
    await close();
    throw new Error("The extension did not start in Chromium.", { cause: error });
  }
}

/** A page of the extension from which it can be asked things, as its popup asks them. */
export class Control {
  private constructor(
    readonly page: Page,
    private readonly browser: ExtensionChromium,
  ) {}

  static async open(browser: ExtensionChromium): Promise<Control> {
    const page = await browser.context.newPage();
    await page.goto(browser.address(POPUP_PATH));
    return new Control(page, browser);
  }

  /** Sends one message to the background and returns its answer. */
  ask(message: SurfaceToBackground): Promise<unknown> {
    return this.page.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
  }

  /** Sends one message to the content script of a tab's top frame. Null where none listens. */
  askPage(tab: number, message: { type: string }): Promise<unknown> {
    return this.page.evaluate(
      ([id, sent]) => chrome.tabs.sendMessage(id, sent, { frameId: 0 }).catch(() => null),
      [tab, message] as const,
    );
  }

  /** Opens an empty tab and says which id the extension knows it by. */
  async newTab(): Promise<{ page: Page; tab: number }> {
    const before = await this.tabs();
    const page = await this.browser.context.newPage();
    const tab = (await this.tabs()).find((id) => !before.includes(id));
    if (tab === undefined) throw new Error("The extension does not see the new tab.");
    return { page, tab };
  }

  private tabs(): Promise<number[]> {
    return this.page.evaluate(async () =>
      (await chrome.tabs.query({})).flatMap((tab) => (tab.id === undefined ? [] : [tab.id])),
    );
  }
}

/**
 * Clicks on the extension's toolbar button while `page` is in front, which opens the popup and, as for a person, lets the
 * extension read that page until it goes elsewhere.
 */
export async function clickToolbarButton(browser: ExtensionChromium, page: Page): Promise<void> {
  await page.bringToFront();
  const session = await browser.context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error("The browser cannot be reached.");
  const { targetInfos } = await session.send("Target.getTargets", {
    filter: [{ type: "tab", exclude: false }],
  });
  const tab = targetInfos.find((target) => target.url === page.url());
  if (tab === undefined) throw new Error(`There is no tab at ${page.url()}.`);
  await session.send("Extensions.triggerAction", { id: browser.id, targetId: tab.targetId });
  await session.detach();
}

/** chrome://extensions, where a developer may do what is not open to pages: grant hosts and read collected errors. */
export class DeveloperPage {
  private constructor(
    readonly page: Page,
    private readonly id: string,
  ) {}

  /** Opens the page and has Chromium collect the extension's errors from now on. */
  static async open(browser: ExtensionChromium): Promise<DeveloperPage> {
    const page = await browser.context.newPage();
    await page.goto("chrome://extensions");
    await page.evaluate(
      (extensionId) =>
        chrome.developerPrivate.updateExtensionConfiguration({ extensionId, errorCollection: true }),
      browser.id,
    );
    return new DeveloperPage(page, browser.id);
  }

  /** Lets the extension read one site, as if the user had agreed. `pattern` is like "https://shop.example/*". */
  async grantHost(pattern: string): Promise<void> {
    await this.page.evaluate(([id, host]) => chrome.developerPrivate.addHostPermission(id, host), [
      this.id,
      pattern,
    ] as const);
  }

  /** Takes back the leave to read one site, as the user can do in the browser's own settings. */
  async revokeHost(pattern: string): Promise<void> {
    await this.page.evaluate(([id, host]) => chrome.developerPrivate.removeHostPermission(id, host), [
      this.id,
      pattern,
    ] as const);
  }

  /** Withholds all sites, the known shops too, as the user can do with "on click". */
  async withholdHosts(): Promise<void> {
    await this.page.evaluate(
      (extensionId) =>
        chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: "ON_CLICK" }),
      this.id,
    );
  }

  /** Errors of the extension (worker, own pages and content scripts) since the last call, each with its place. */
  takeErrors(): Promise<string[]> {
    return this.page.evaluate(async (extensionId) => {
      const info = await chrome.developerPrivate.getExtensionInfo(extensionId);
      await chrome.developerPrivate.deleteExtensionErrors({ extensionId });
      return [...info.runtimeErrors, ...info.manifestErrors].flatMap((error) => {
        const frame = error.stackTrace?.[0];
        const place = frame ? `${frame.url}:${frame.lineNumber}:${frame.columnNumber}` : error.source;
        return error.severity === "ERROR" ? [`${error.message} (${place})`] : [];
      });
    }, this.id);
  }
}
