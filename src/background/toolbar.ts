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
