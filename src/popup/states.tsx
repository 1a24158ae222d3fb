/** The popup where there is no report: what is the matter, why, and what can be done. */
import type { ComponentChildren } from "preact";
import type { CheckAnswer } from "../messaging/messages.ts";
import { PageText } from "../ui/quote.tsx";
import { ActButton } from "../ui/report/act-button.tsx";
import { useTexts } from "../ui/strings.tsx";
import { CheckButton } from "./check-button.tsx";

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

type NotCheckedProps = {
  host: string;
  /** What to ask the browser for, to check the site always; null where it was given. */
  origin: string | null;
  onCheck: () => Promise<CheckAnswer>;
  onAlways: (origin: string) => Promise<CheckAnswer | null>;
};

export function NotChecked({ host, origin, onCheck, onAlways }: NotCheckedProps) {
  const { t } = useTexts();
  return (
    <Notice
      host={host}
      title={t("popup_not_checked")}
      text={t(origin === null ? "popup_not_checked_yet_text" : "popup_not_checked_text")}
    >
      <CheckButton label={t("popup_check")} run={onCheck} main />
      {origin !== null && <CheckButton label={t("popup_always")} run={() => onAlways(origin)} />}
    </Notice>
  );
}

/** Everything is paused, up to a time of the day. */
export function Paused({ until, onEnd }: { until: number; onEnd: () => Promise<void> }) {
  const { t, language } = useTexts();
  const time = new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(until);
  return (
    <Notice title={t("popup_paused", time)} text={t("popup_paused_text")}>
      <ActButton label={t("popup_unpause")} run={onEnd} />
    </Notice>
  );
}

export function Withheld({ host, onAllow }: { host: string; onAllow: () => Promise<CheckAnswer | null> }) {
  const { t } = useTexts();
  return (
    <Notice host={host} title={t("popup_withheld")} text={t("popup_withheld_text")}>
      <CheckButton label={t("popup_allow")} run={onAllow} main />
    </Notice>
  );
}
