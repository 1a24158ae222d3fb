/** What can be done about a page as a whole: its marks, a pause, the summary as text. */

import { useState } from "preact/hooks";
import type { ReportView } from "../messaging/messages.ts";
import { ActButton } from "../ui/report/act-button.tsx";
import { summaryText } from "../ui/report/summary-text.ts";
import { useTexts } from "../ui/strings.tsx";
import { Switch } from "../ui/switch.tsx";
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

/** Marks of this page, pause, and copying what was found. */
export function PageActs({ host, report, unmarked, onMarks, onPause }: PageActsProps) {
  const { t } = useTexts();
  return (
    <section class="part" aria-labelledby="page-acts">
      <h2 class="part-title" id="page-acts">
        {t("page_acts_title")}
      </h2>
      {report.count > 0 && <MarksSwitch unmarked={unmarked} onMarks={onMarks} />}
      <div class="acts">
        <CopySummary host={host} report={report} />
        <ActButton label={t("page_acts_pause")} run={() => onPause(PAUSE_MINUTES)} />
      </div>
    </section>
  );
}

function MarksSwitch({ unmarked, onMarks }: Pick<PageActsProps, "unmarked" | "onMarks">) {
  const { t } = useTexts();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [failed, setFailed] = useState(false);
  const toggle = async (on: boolean) => {
    setWanted(on);
    setFailed(false);
    try {
      await onMarks(on);
    } catch {
      setFailed(true);
    }
    setWanted(null);
  };
  return (
    <>
      <Switch on={wanted ?? !unmarked} label={t("page_acts_marks")} onToggle={toggle} />
      {failed && (
        <p class="finding-failed" role="alert">
          {t("popup_act_failed")}
        </p>
      )}
    </>
  );
}

function CopySummary({ host, report }: Pick<PageActsProps, "host" | "report">) {
  const texts = useTexts();
  const { t } = texts;
  const text = summaryText(report, host, texts);
  const { state, copy } = useCopy(text);
  return (
    <>
      <button type="button" class="button" onClick={copy}>
        {t("page_acts_copy")}
      </button>
      <p class="acts-said" role="status">
        {state === "copied" && t("page_acts_copied")}
        {state === "by-hand" && t("page_acts_by_hand")}
      </p>
      {state === "by-hand" && <ReportBox report={text} />}
    </>
  );
}
