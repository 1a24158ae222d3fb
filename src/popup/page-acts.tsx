/** What can be done about a page as a whole: its marks, a pause, the summary as text. */
import { useState } from "preact/hooks";
import type { ReportView } from "../messaging/messages.ts";
import { summaryText } from "../ui/report/summary-text.ts";
import { useTexts } from "../ui/strings.tsx";
import { ReportBox, useCopy } from "../ui/wrong-report.tsx";

/** How long the pause of the popup lasts, in minutes. */
const PAUSE_MINUTES = 60;

export type PageActsProps = {
  host: string;
  report: ReportView;
  unmarked: boolean;
  onMarks: (on: boolean) => Promise<void>;
  onPause: (minutes: number) => Promise<void>;
};

/** A line of links below the verdict: marks of this page, copying what was found, a pause. */
export function PageActs({ host, report, unmarked, onMarks, onPause }: PageActsProps) {
  const texts = useTexts();
  const { t } = texts;
  const text = summaryText(report, host, texts);
  const { state, copy } = useCopy(text);
  const [failed, setFailed] = useState(false);
  const attempt = async (act: () => Promise<void>) => {
    setFailed(false);
    await act().catch(() => setFailed(true));
  };
  return (
    <div class="page-acts">
      {report.count > 0 && (
        <button type="button" class="link" onClick={() => void attempt(() => onMarks(unmarked))}>
          {unmarked ? t("page_acts_show") : t("page_acts_hide")}
        </button>
      )}
      <button type="button" class="link" onClick={copy}>
        {t("page_acts_copy")}
      </button>
      <button type="button" class="link" onClick={() => void attempt(() => onPause(PAUSE_MINUTES))}>
        {t("page_acts_pause")}
      </button>
      <p class="page-acts-said" role="status">
        {state === "copied" && t("page_acts_copied")}
        {state === "by-hand" && t("page_acts_by_hand")}
      </p>
      {state === "by-hand" && <ReportBox report={text} />}
      {failed && (
        <p class="finding-failed" role="alert">
          {t("popup_act_failed")}
        </p>
      )}
    </div>
  );
}
