/** Finds the browsers that tests and tools drive, and fetches them where they are missing. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";

export const BROWSER_NAMES = ["chromium", "firefox"] as const;
export type BrowserName = (typeof BROWSER_NAMES)[number];

const SYSTEM_NAMES = { chromium: ["chromium", "chromium-browser"], firefox: ["firefox-esr", "firefox"] };
const DEBIAN_PACKAGE = { chromium: "chromium", firefox: "firefox-esr" };
const PATH_VARIABLE = { chromium: "CHROMIUM_PATH", firefox: "FIREFOX_PATH" };

/** Where installers put a browser that is not on the PATH. Branded Chrome is left out: it refuses `--load-extension`. */
const USUAL_PLACES = {
  chromium: ["/Applications/Chromium.app/Contents/MacOS/Chromium"],
  firefox: [
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
  ],
};

const DOWNLOAD_LIMIT_MS = 5 * 60_000;

function systemBrowser(browser: BrowserName): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = SYSTEM_NAMES[browser].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...USUAL_PLACES[browser]].find((path) => existsSync(path));
}

/** The path that the environment names. @throws Error if it names a file that is not there. */
function namedBrowser(browser: BrowserName): string | undefined {
  const variable = PATH_VARIABLE[browser];
  const path = process.env[variable];
  if (path === undefined || path === "") return undefined;
  if (!existsSync(path)) throw new Error(`${variable} is ${path}, and there is no such file.`);
  return path;
}

/**
 * Path of a Chromium that loads unpacked extensions: CHROMIUM_PATH, else Playwright's own build, else the system's.
 * @returns undefined where there is none
 * @throws Error if CHROMIUM_PATH names a file that is not there
 */
export function findChromium(): string | undefined {
  const named = namedBrowser("chromium");
  if (named !== undefined) return named;
  const own = chromium.executablePath();
  return own !== "" && existsSync(own) ? own : systemBrowser("chromium");
}

/**
 * Path of Firefox: FIREFOX_PATH, else the system's firefox-esr or firefox. Playwright's own Firefox is not used: it is
 * patched, and cannot install an extension over WebDriver BiDi.
 * @returns undefined where there is none
 * @throws Error if FIREFOX_PATH names a file that is not there
 */
export function findFirefox(): string | undefined {
  return namedBrowser("firefox") ?? systemBrowser("firefox");
}

const find = { chromium: findChromium, firefox: findFirefox };

/** True where the file starts at all; a downloaded build may lack libraries of the system. */
function starts(path: string): boolean {
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { timeout: 30_000, stdio: "ignore" }).status === 0;
}

function working(browser: BrowserName): string | undefined {
  const path = find[browser]();
  return path !== undefined && starts(path) ? path : undefined;
}

/** Runs a command of a set-up step in view of the user. Returns whether it succeeded. */
function attempt(command: string, args: string[], environment: Record<string, string> = {}): boolean {
  process.stderr.write(`> ${command} ${args.join(" ")}\n`);
  try {
    execFileSync(command, args, {
      stdio: ["ignore", 2, 2],
      timeout: DOWNLOAD_LIMIT_MS,
      env: { ...process.env, ...environment },
      shell: process.platform === "win32",
    });
    return true;
  } catch {
    return false;
  }
}

function installFromDebian(browser: BrowserName): void {
  const root = process.getuid?.() === 0;
  if (!root || !existsSync("/usr/bin/apt-get")) return;
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  if (attempt("apt-get", ["update"], quiet)) {
    attempt("apt-get", ["install", "-y", "--no-install-recommends", DEBIAN_PACKAGE[browser]], quiet);
  }
}

function advice(browser: BrowserName): string {
  const own = browser === "chromium" ? "run `npx playwright install chromium`, or " : "";
  return (
    `No ${browser} that starts was found, and it could not be installed. Please ${own}install the package ` +
    `"${DEBIAN_PACKAGE[browser]}" of your system, or set ${PATH_VARIABLE[browser]} to the program.`
  );
}

/**
 * Makes sure that each browser is there, installing it where that is possible without asking.
 * @returns the path of each
 * @throws Error that says what to do, if one cannot be had
 */
export function ensureBrowsers<Name extends BrowserName>(which: readonly Name[]): Record<Name, string> {
  const paths = which.map((browser): [Name, string] => {
    let path = working(browser);
    if (path === undefined && browser === "chromium") {
      attempt("npx", ["playwright", "install", "--no-shell", "chromium"], {
        PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000",
      });
      path = working(browser);
    }
    if (path === undefined) {
      installFromDebian(browser);
      path = working(browser);
    }
    if (path === undefined) throw new Error(advice(browser));
    return [browser, path];
  });
  return Object.fromEntries(paths) as Record<Name, string>;
}
