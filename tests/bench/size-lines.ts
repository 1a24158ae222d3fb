/** Budgets of size: what the browser loads, packed as a store packs it (gzip). */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { freshExtension } from "../tools/repository.ts";
import { atMost, type Line, NOT_MEASURED } from "./budget.ts";

const KB = 1024;

type Manifest = {
  background: { service_worker: string };
  content_scripts: { js?: string[] }[];
  action: { default_popup: string };
};

/** Scripts that a script of the build imports, itself included. */
function withImports(folder: string, file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(join(folder, file))) return seen;
  seen.add(file);
  const text = readFileSync(join(folder, file), "utf8");
  for (const [, from = ""] of text.matchAll(/(?:^|[;\s}])(?:import|from)\s*["'](\.[^"']+)["']/g))
    withImports(folder, join(file, "..", from), seen);
  return seen;
}

/** Scripts of an HTML page of the build, with what they import. */
function scriptsOf(folder: string, page: string): Set<string> {
  const seen = new Set<string>();
  const html = readFileSync(join(folder, page), "utf8");
  for (const [, source = ""] of html.matchAll(/<script\b[^>]*\ssrc="([^"]+)"/g))
    withImports(folder, source.replace(/^\//, ""), seen);
  return seen;
}

const packed = (folder: string, files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / KB;

/** Sizes of the built Chromium extension, which is built first where it is stale. */
export function sizeLines(): Line[] {
  const folder = freshExtension("chrome");
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  const content = new Set(manifest.content_scripts.flatMap(({ js = [] }) => js));
  const size = { unit: "KB", digits: 1 };
  return [
    atMost("content script on every page, gz", packed(folder, content), 10, {
      ...size,
      peer: `12.7 KB (uBO Lite), ${NOT_MEASURED}`,
    }),
    atMost("popup script, gz", packed(folder, scriptsOf(folder, manifest.action.default_popup)), 30, size),
    atMost(
      "background with all rules and languages, gz",
      packed(folder, withImports(folder, manifest.background.service_worker)),
      150,
      size,
    ),
  ];
}
