/** Where things are in the repository, for tools and tests. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser } from "../../src/build/manifest.ts";

export const ROOT = resolve(import.meta.dirname, "../..");
export const RESULTS = join(ROOT, "tests/results");

/** What a build depends on. */
const SOURCES = ["src", "assets", "manifest.json", "vite.config.ts", "package-lock.json"];

/** The built extension for one browser, whether or not it is there. */
export function builtExtension(browser: Browser): string {
  return join(ROOT, "dist", browser);
}

function newest(path: string): number {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, newest(join(path, name))),
    status.mtimeMs,
  );
}

/** True where the built extension is missing or older than what it is made from. */
export function needsBuild(browser: Browser): boolean {
  const manifest = join(builtExtension(browser), "manifest.json");
  if (!existsSync(manifest)) return true;
  const built = statSync(manifest).mtimeMs;
  return SOURCES.some((source) => newest(join(ROOT, source)) > built);
}

/** Builds the extension for one browser; output of the build goes to standard error. @throws Error if it fails */
export function build(browser: Browser): void {
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  execFileSync(process.execPath, [vite, "build", "--mode", browser, "--logLevel", "warn"], {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
  });
}

/** The built extension for one browser, built first where it is missing or stale. @throws Error if the build fails */
export function freshExtension(browser: Browser): string {
  if (needsBuild(browser)) build(browser);
  return builtExtension(browser);
}
