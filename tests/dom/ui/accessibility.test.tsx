/** axe-core over every state, light and dark. */
import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cdp } from "vitest/browser";
import type { PopupState, ReportView } from "../../../src/messaging/messages.ts";
import optionsCss from "../../../src/options/options.css?inline";
import { Options } from "../../../src/options/options.tsx";
import popupCss from "../../../src/popup/popup.css?inline";
import { Popup } from "../../../src/popup/popup.tsx";
import cardCss from "../../../src/ui/card.css?inline";
import { Card } from "../../../src/ui/card.tsx";
import { english, fakeClient } from "./fake-client.ts";
import { ADVICE, finding, LONG_REPORT, NOTHING_FOUND, OPTIONS, REPORT, RISKY, SERVICE } from "./fixtures.ts";
import { mount } from "./mount.ts";

const HOST = "www.shop.example";
const SITE = { host: HOST, access: "shop", origin: "https://www.shop.example/*" } as const;
const PAUSED: ReportView = { ...NOTHING_FOUND, notChecked: ["paused"] };
const POPUP: Record<string, PopupState> = {
  report: {
    state: "report",
    ...SITE,
    report: { ...REPORT, advice: ADVICE, findings: [RISKY, ...REPORT.findings] },
  },
  "a report with nothing found": { state: "report", ...SITE, report: NOTHING_FOUND },
  "a page read once": { state: "report", ...SITE, access: "once", report: PAUSED },
  "a site always read": { state: "report", ...SITE, access: "always", report: NOTHING_FOUND },
  "a service": { state: "report", ...SITE, report: SERVICE },
  "a long report": { state: "report", ...SITE, report: LONG_REPORT },
  checking: { state: "checking", ...SITE },
  "not checked": { state: "not-checked", host: HOST, origin: SITE.origin },
  withheld: { state: "withheld", host: HOST, origin: "https://*.shop.example/*" },
  off: { state: "off", host: HOST },
  "browser page": { state: "browser-page" },
};

const style = document.createElement("style");

beforeAll(() => {
  document.documentElement.lang = "en";
  document.body.className = "poreality";
  document.title = "Poreality";
  document.head.append(style);
});

async function emulate(scheme: "light" | "dark"): Promise<void> {
  const features = [{ name: "prefers-color-scheme", value: scheme }];
  await cdp().send("Emulation.setEmulatedMedia", { features });
  await vi.waitUntil(() => matchMedia(`(prefers-color-scheme: ${scheme})`).matches);
}

afterAll(() => emulate("light"));

/** Violations as readable lines, with every disclosure open. */
async function violations(root: HTMLElement): Promise<string[]> {
  await expect.poll(() => root.querySelector("h1, h2")).not.toBeNull();
  for (const details of root.querySelectorAll("details")) details.open = true;
  const results = await axe.run(document, { resultTypes: ["violations"] });
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

describe.each(["light", "dark"] as const)("%s", (scheme) => {
  beforeAll(() => emulate(scheme));

  test.each(Object.entries(POPUP))("popup, %s", async (_name, state) => {
    style.textContent = popupCss;
    const root = mount(<Popup client={fakeClient({ "popup.report": () => state })} />);
    expect(await violations(root)).toEqual([]);
  });

  test("popup, background failed", async () => {
    style.textContent = popupCss;
    const root = mount(<Popup client={fakeClient({})} />);
    expect(await violations(root)).toEqual([]);
  });

  test.each([
    ["filled", OPTIONS],
    ["empty", { ...OPTIONS, sitesOff: [], settingsRecovered: true }],
  ])("options, %s", async (_name, options) => {
    style.textContent = optionsCss;
    const root = mount(<Options client={fakeClient({ "options.load": () => options })} />);
    await expect.poll(() => root.querySelector(".rule")).not.toBeNull();
    expect(await violations(root)).toEqual([]);
  });

  test("options, background failed", async () => {
    style.textContent = optionsCss;
    const root = mount(<Options client={fakeClient({})} />);
    await expect.poll(() => root.querySelector("[role=alert]")).not.toBeNull();
    expect(await violations(root)).toEqual([]);
  });

  test("card", async () => {
    style.textContent = cardCss;
    const root = mount(
      <main>
        <h1>A page</h1>
        <Card view={finding()} wrong="A report." t={english} onAction={() => {}} onClose={() => {}} />
      </main>,
    );
    expect(await violations(root)).toEqual([]);
  });
});
