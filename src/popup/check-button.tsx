import { useState } from "preact/hooks";
import type { CheckAnswer } from "../messaging/messages.ts";
import { useTexts } from "../ui/strings.tsx";

type CheckButtonProps = {
  label: string;
  /** Null where the browser was not allowed to give access. */
  run: () => Promise<CheckAnswer | null>;
  /** True for what most people will want. */
  main?: boolean;
};

/** A button that reads the page. Where that fails it says why, and stays for another try. */
export function CheckButton({ label, run, main = false }: CheckButtonProps) {
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
      <button
        type="button"
        class={main ? "button button-main" : "button"}
        aria-disabled={busy}
        onClick={start}
      >
        {busy ? t("popup_checking") : label}
      </button>
      {answer === null && (
        <div class="notice-answer" role="alert">
          <p>{t("popup_allow_refused")}</p>
        </div>
      )}
      {answer !== null && answer !== "none" && !answer.ok && (
        <div class="notice-answer" role="alert">
          <CheckFailed failed={answer.failed} />
        </div>
      )}
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
