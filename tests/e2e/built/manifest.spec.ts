import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import source from "../../../manifest.json" with { type: "json" };
import { BROWSERS } from "../../../src/build/manifest.ts";
import { builtExtension } from "../../tools/repository.ts";

type BuiltManifest = {
  manifest_version: number;
  permissions: string[];
  optional_permissions?: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  web_accessible_resources?: unknown;
  externally_connectable?: unknown;
  content_scripts: { js: string[]; css: string[]; matches: string[]; run_at: string; all_frames: boolean }[];
  browser_specific_settings?: { gecko: { id: string; data_collection_permissions: { required: string[] } } };
};

for (const browser of BROWSERS) {
  const folder = builtExtension(browser);
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const manifest = () => JSON.parse(read("manifest.json")) as BuiltManifest;
  const contentScript = () => manifest().content_scripts[0]?.js[0] ?? "";

  test.describe(`the built manifest for ${browser}`, () => {
    test("asks for five permissions and no more", () => {
      const { manifest_version, permissions, optional_permissions } = manifest();
      expect(manifest_version).toBe(3);
      expect([...permissions].sort()).toEqual([
        "activeTab",
        "alarms",
        "contextMenus",
        "scripting",
        "storage",
      ]);
      expect(optional_permissions).toBeUndefined();
    });

    test("has access to the known shops, and to other sites only on request", () => {
      const { host_permissions, optional_host_permissions } = manifest();
      expect(host_permissions).toEqual(source.host_permissions);
      expect(optional_host_permissions).toEqual(["https://*/*", "http://*/*"]);
      expect(
        host_permissions.filter((host) => !/^https:\/\/(\*\.)?[a-z-]+(\.[a-z-]+)+\/\*$/.test(host)),
      ).toEqual([]);
    });

    test("opens nothing of ours to pages", () => {
      expect(manifest().web_accessible_resources).toBeUndefined();
      expect(manifest().externally_connectable).toBeUndefined();
    });

    test("declares one content script, early, on the known shops only", () => {
      const scripts = manifest().content_scripts;
      expect(scripts).toHaveLength(1);
      expect(scripts[0]?.matches).toEqual(source.host_permissions);
      expect(scripts[0]?.run_at).toBe("document_start");
      expect(scripts[0]?.all_frames).toBe(true);
      expect(scripts[0]?.js).toHaveLength(1);
    });

    test("the content script is one file, without Preact and without the polyfill", () => {
      const text = read(contentScript());
      // Statements of a module; a string that holds the word is no import.
      expect(text).not.toMatch(/(^|[;}\n])\s*(import\s*["'{*(]|import\s+\w|export\s*[{*])/);
      expect(text).not.toMatch(/\bimport\s*\(/);
      expect(text).not.toMatch(/__preactattr_|__PREACT|diffed|vnode/i);
      expect(text).not.toMatch(/wrappedSendMessageCallback|The message port closed before a response/);
      console.log(`${browser}: ${sizes(folder)}`);
    });

    test("what is in every page of a shop is small", () => {
      expect(gzipSync(read(contentScript())).length).toBeLessThan(10_000);
    });

    test("no built script can reach a network or builds markup from text", () => {
      const scripts = files(folder).filter((file) => file.endsWith(".js"));
      expect(scripts.length).toBeGreaterThan(3);
      for (const file of scripts) {
        expect(read(file), file).not.toMatch(
          /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\s*\(|insertAdjacentHTML|document\.write\b/,
        );
      }
    });
  });
}

test("Firefox is told that no data is collected", () => {
  const manifest = JSON.parse(
    readFileSync(join(builtExtension("firefox"), "manifest.json"), "utf8"),
  ) as BuiltManifest;
  expect(manifest.browser_specific_settings?.gecko.data_collection_permissions).toEqual({
    required: ["none"],
  });
});

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" });
}

/** "name 3.2 KB, …" for each script and style, gzipped. */
function sizes(folder: string): string {
  return files(folder)
    .filter((file) => /\.(js|css)$/.test(file))
    .map((file) => `${file} ${(gzipSync(readFileSync(join(folder, file))).length / 1000).toFixed(1)} KB gz`)
    .join(", ");
}
