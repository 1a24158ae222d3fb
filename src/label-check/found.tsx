import { CHECKED_TEXT_MOST } from "../messaging/limits.ts";
import type { ReportView } from "../messaging/messages.ts";
import { type Texts, useTexts } from "../ui/strings.tsx";
import type { CheckView } from "./use-check.ts";

export type FoundProps = { view: CheckView; isCleared: boolean; isTooLong: boolean };

/** What happened, in a line that screen readers say by themselves: the only one of the page that they do. */
export function Found({ view, isCleared, isTooLong }: FoundProps) {
  const texts = useTexts();
  const { t, number } = texts;
  return (
    <div class="check-found" role="status">
      {isCleared && <p class="check-count">{t("check_cleared")}</p>}
      {view.state === "report" && <p class="check-count">{t("check_found", countsOf(view.report, texts))}</p>}
      {isTooLong && <p class="notice">{t("check_too_long", number(CHECKED_TEXT_MOST))}</p>}
    </div>
  );
}

/** "2 claims, 12 ingredients". */
function countsOf({ findings, label, otherLabels }: ReportView, { plural, language }: Texts): string {
  const total = [...(label === null ? [] : [label]), ...otherLabels].reduce((sum, one) => sum + one.total, 0);
  const parts = [plural("check_claims", findings.length), plural("check_ingredients", total)];
  return new Intl.ListFormat(language, { type: "unit" }).format(parts);
}
