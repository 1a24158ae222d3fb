/** The number on the toolbar button. */
import type { Report, Verdict } from "../engine/model.ts";
import { browser } from "../platform/browser.ts";

/** Colours of the verdicts (white text on them is readable), gravest first. */
const COLOURS: Partial<Record<Verdict, string>> = {
  risky: "#971616",
  hype: "#a40e55",
  "wears-off": "#7a4f00",
};

function gravest(report: Report): Verdict {
  return report.findings.find(({ counted, verdict }) => counted && verdict !== null)?.verdict ?? "hype";
}

/** The button's pictures: as the manifest names them, and paler where nothing is read. */
const icons = (suffix: "" | "-off" | "-paused") => ({
  16: `/icons/icon${suffix}-16.png`,
  32: `/icons/icon${suffix}-32.png`,
});

/** Shows on a tab's button whether the site is switched off. A tab that is gone is no error. */
export async function showOff(tabId: number, off: boolean): Promise<void> {
  const title = browser.i18n.getMessage(off ? "toolbar_off" : "extension_name");
  try {
    // Firefox for Android has no picture to change.
    await browser.action.setIcon?.({ tabId, path: icons(off ? "-off" : "") });
    await browser.action.setTitle({ tabId, title });
  } catch {
    // The tab was closed meanwhile.
  }
}

/** Shows on all buttons whether everything is paused; on those of `tabs` over what they showed for themselves. */
export async function showPaused(paused: boolean, tabs: readonly number[] = []): Promise<void> {
  const title = browser.i18n.getMessage(paused ? "toolbar_paused" : "extension_name");
  await browser.action.setIcon?.({ path: icons(paused ? "-paused" : "") });
  await browser.action.setTitle({ title });
  // A tab that is gone is no error.
  await Promise.allSettled(tabs.map((tabId) => browser.action.setTitle({ tabId, title })));
}

/** Shows the count of a report on its tab's button; nothing where the count is 0. A tab that is gone is no error. */
export async function showCount(tabId: number, report: Report | null): Promise<void> {
  const count = report?.count ?? 0;
  const title =
    count > 0
      ? browser.i18n.getMessage("toolbar_count", String(count))
      : browser.i18n.getMessage("extension_name");
  try {
    await browser.action.setBadgeText({ tabId, text: count > 0 ? String(count) : "" });
    await browser.action.setTitle({ tabId, title });
    if (report === null || count === 0) return;
    const color = COLOURS[gravest(report)] ?? "#454b57";
    await browser.action.setBadgeBackgroundColor({ tabId, color });
    await browser.action.setBadgeTextColor?.({ tabId, color: "#ffffff" });
  } catch {
    // The tab was closed meanwhile.
  }
}
