import { expect, test, vi } from "vitest";
import manifest from "../../../manifest.json" with { type: "json" };
import { hostOf, isReadable, knownShop } from "../../../src/background/access.ts";

vi.mock("../../../src/platform/browser.ts", async () => {
  const { default: source } = await import("../../../manifest.json", { with: { type: "json" } });
  return { browser: { runtime: { getManifest: () => source, getURL: () => "chrome-extension://id/" } } };
});

test.each([
  ["https://www.Amazon.co.uk/dp/1", "amazon.co.uk"],
  ["https://shop.example:8080/", "shop.example"],
  ["about:blank", ""],
  ["nonsense", ""],
  [undefined, ""],
])("host of %s is %s", (url, host) => {
  expect(hostOf(url)).toBe(host);
});

test.each([
  ["https://www.amazon.com/dp/1", "https://*.amazon.com/*"],
  ["https://amazon.com/", "https://*.amazon.com/*"],
  ["https://global.oliveyoung.com/product", "https://global.oliveyoung.com/*"],
  ["https://vi.vipr.ebaydesc.com/x", "https://*.ebaydesc.com/*"],
  ["http://www.amazon.com/", null],
  ["https://notamazon.com/", null],
  ["https://amazon.com.evil.example/", null],
  ["https://oliveyoung.com/", null],
  [undefined, null],
])("%s belongs to the known shop %s", (url, pattern) => {
  expect(knownShop(url)).toBe(pattern);
});

test.each([
  ["https://shop.example/", true],
  [undefined, false],
  ["chrome://extensions", false],
  ["about:addons", false],
  ["https://addons.mozilla.org/firefox/", false],
  ["https://chromewebstore.google.com/detail/x", false],
  ["file:///tmp/page.html", false],
])("%s is readable: %s", (url, readable) => {
  expect(isReadable(url)).toBe(readable);
});

test("every shop is asked for as a whole domain over https, and each only once", () => {
  const { host_permissions: hosts } = manifest;
  for (const host of hosts) expect(host).toMatch(/^https:\/\/(\*\.)?[a-z0-9.-]+\.[a-z]{2,}\/\*$/);
  expect(new Set(hosts).size).toBe(hosts.length);
  expect(manifest.content_scripts[0]?.matches).toEqual(hosts);
});
