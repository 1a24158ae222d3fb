/** The side of the page that answers: the report, or what it will be. */
import type { RefObject } from "preact";
import { ReportSections } from "../ui/report/report.tsx";
import { useTexts } from "../ui/strings.tsx";
import type { CheckView } from "./use-check.ts";

export type AnswerProps = {
  view: CheckView;
  /** True while a newer text is read. */
  busy: boolean;
  element: RefObject<HTMLElement | null>;
  onShow: (finding: string) => Promise<boolean>;
  onRetry: () => void;
  onExample: () => void;
};

/** The report on the text, with what stands in its place before there is one. */
export function Answer({ view, busy, element, onShow, onRetry, onExample }: AnswerProps) {
  const { t } = useTexts();
  return (
    <section
      class="check-answer"
      aria-label={t("check_report")}
      aria-busy={busy}
      tabIndex={-1}
      ref={element}
      data-state={view.state}
    >
      {view.state === "empty" && <Empty onExample={onExample} />}
      {view.state === "reading" && <p class="summary muted">{t("check_reading")}</p>}
      {view.state === "error" && <Failed key={view.attempt} detail={view.detail} onRetry={onRetry} />}
      {view.state === "report" && <ReportSections subject="text" report={view.report} onShow={onShow} />}
    </section>
  );
}

function Empty({ onExample }: Pick<AnswerProps, "onExample">) {
  const { t } = useTexts();
  return (
    <div class="summary check-note">
      <h2 class="verdict">{t("check_empty")}</h2>
      <ul class="check-hints">
        <li>{t("check_empty_claims")}</li>
        <li>{t("check_empty_list")}</li>
        <li>{t("check_empty_both")}</li>
      </ul>
      <button type="button" class="button button-main" onClick={onExample}>
        {t("check_example")}
      </button>
    </div>
  );
}

function Failed({ detail, onRetry }: { detail: string; onRetry: () => void }) {
  const { t } = useTexts();
  return (
    <div class="summary check-note" role="alert">
      <h2 class="verdict">{t("check_error")}</h2>
      <p>{t("check_error_text")}</p>
      <button type="button" class="button button-main" onClick={onRetry}>
        {t("retry")}
      </button>
      {detail !== "" && <p class="muted check-detail">{t("error_detail", detail)}</p>}
    </div>
  );
}
