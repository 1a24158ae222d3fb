/** The popup where there is no report: what is the matter, why, and what can be done. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { CheckAnswer } from "../messaging/messages.ts";
import { PageText } from "../ui/quote.tsx";
import { useTexts } from "../ui/strings.tsx";

type NoticeProps = { host?: string; title: string; text: string; children?: ComponentChildren };

/** A headline, a sentence of explanation and, below, what can be done. */
export function Notice({ host, title, text, children }: NoticeProps) {
  return (
    <section class="summary notice">
      {host !== undefined && (
        <p class="product">
          <PageText text={host} />
        </p>
      )}
      <h1 class="verdict">{title}</h1>
      <p class="notice-text">{text}</p>
      {children}
    </section>
  );
}

export function Checking({ host, onAgain }: { host: string; onAgain: () => void }) {
  const { t } = useTexts();
  return (
    <div role="status">
      <Notice host={host} title={t("popup_checking")} text={t("popup_checking_text")}>
        <button type="button" class="button" onClick={onAgain}>
          {t("popup_check_again")}
        </button>
      </Notice>
    </div>
  );
}

export function Failed({ detail, onRetry }: { detail: string; onRetry: () => void }) {
  const { t } = useTexts();
  return (
    <div role="alert">
      <Notice title={t("popup_error")} text={t("popup_error_text")}>
        <button type="button" class="button button-main" onClick={onRetry}>
          {t("retry")}
        </button>
        {detail !== "" && <p class="notice-detail">{t("error_detail", detail)}</p>}
      </Notice>
    </div>
  );
}

export function NotChecked({ host, onCheck }: { host: string; onCheck: () => Promise<CheckAnswer> }) {
  const { t } = useTexts();
  return (
    <Notice host={host} title={t("popup_not_checked")} text={t("popup_not_checked_text")}>
      <CheckButton label={t("popup_check")} run={onCheck} />
    </Notice>
  );
}

export function Withheld({ host, onAllow }: { host: string; onAllow: () => Promise<CheckAnswer | null> }) {
  const { t } = useTexts();
  return (
    <Notice host={host} title={t("popup_withheld")} text={t("popup_withheld_text")}>
      <CheckButton label={t("popup_allow")} run={onAllow} />
    </Notice>
  );
}

/** A button that reads the page. Where that fails it says why, and stays for another try. */
function CheckButton({ label, run }: { label: string; run: () => Promise<CheckAnswer | null> }) {
  const { t } = useTexts();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<CheckAnswer | null | "none">("none");
  const start = async () => {
    if (busy) return;
    setBusy(true);
    setAnswer("none");
    try {
      setAnswer(await run());
    } catch (error) {
      setAnswer({ ok: false, failed: error instanceof Error ? error.message : String(error) });
    }
    setBusy(false);
  };
  return (
    <>
      <button type="button" class="button button-main" aria-disabled={busy} onClick={start}>
        {busy ? t("popup_checking") : label}
      </button>
      <div class="notice-answer" role="alert">
        {answer === null && <p>{t("popup_allow_refused")}</p>}
        {answer !== null && answer !== "none" && !answer.ok && <CheckFailed failed={answer.failed} />}
      </div>
    </>
  );
}

function CheckFailed({ failed }: { failed: string }) {
  const { t } = useTexts();
  return (
    <>
      <p>
        <b>{t("popup_check_failed")}</b> {failed}
      </p>
      <p>{t("popup_check_failed_text")}</p>
    </>
  );
}
