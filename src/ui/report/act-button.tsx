import { useState } from "preact/hooks";
import { useTexts } from "../strings.tsx";

/** A button that does something at once. Where that fails it says so, and stays for another try. */
export function ActButton({ label, run }: { label: string; run: () => Promise<void> }) {
  const { t } = useTexts();
  const [failed, setFailed] = useState(false);
  const act = async () => {
    setFailed(false);
    try {
      await run();
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" class="button" onClick={act}>
        {label}
      </button>
      {failed && (
        <p class="finding-failed" role="alert">
          {t("popup_act_failed")}
        </p>
      )}
    </>
  );
}
