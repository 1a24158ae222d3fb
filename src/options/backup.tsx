/** All settings at once: to a file, from a file, back to the start, and each of these undone. */
import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../ui/strings.tsx";
import type { OptionsModel } from "./use-options.ts";

export type BackupProps = Pick<
  OptionsModel,
  "replaced" | "importFailed" | "resetAll" | "importAll" | "undoReplace"
> & { settings: unknown };

/** Larger files are none of ours. */
const FILE_MOST = 1_000_000;
const FILE_NAME = "poreality-settings.json";

/** Lets the browser save a text as a file. It stays on this device. */
function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by the next turn of its own.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function Backup(props: BackupProps) {
  const { t } = useTexts();
  const { settings, replaced, importFailed, resetAll, importAll, undoReplace } = props;
  const [fileWrong, setFileWrong] = useState(false);
  const undo = useRef<HTMLButtonElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (replaced === "reset" || replaced === "imported") undo.current?.focus();
    if (replaced === "restored") title.current?.focus();
  }, [replaced]);
  const read = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setFileWrong(false);
    try {
      if (chosen.size > FILE_MOST) throw new Error("too large");
      await importAll(JSON.parse(await chosen.text()));
    } catch {
      setFileWrong(true);
    }
    // The same file can be chosen again.
    if (file.current) file.current.value = "";
  };
  const canUndo = replaced === "reset" || replaced === "imported";
  return (
    <section class="panel" aria-labelledby="backup">
      <h2 class="panel-title" id="backup" tabIndex={-1} ref={title}>
        {t("options_backup")}
      </h2>
      <p class="muted">{t("options_backup_text")}</p>
      <div class="reset-row">
        <button
          type="button"
          class="button"
          onClick={() => save(JSON.stringify(settings, null, 2), FILE_NAME)}
        >
          {t("options_export")}
        </button>
        <button type="button" class="button" onClick={() => file.current?.click()}>
          {t("options_import")}
        </button>
        <input
          ref={file}
          type="file"
          class="hidden-text"
          tabIndex={-1}
          aria-label={t("options_import")}
          accept="application/json,.json"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
        <button type="button" class="button" onClick={() => void resetAll()}>
          {t("options_reset_button")}
        </button>
      </div>
      <div class="reset-row">
        <p role="status">
          {replaced === "reset" && t("options_reset_done")}
          {replaced === "imported" && t("options_imported")}
          {replaced === "restored" && t("options_restored")}
        </p>
        {canUndo && (
          <button type="button" class="button" ref={undo} onClick={() => void undoReplace()}>
            {t("undo")}
          </button>
        )}
      </div>
      {(fileWrong || importFailed !== "") && (
        <p class="wrong" role="alert">
          {t("options_import_failed")}
        </p>
      )}
    </section>
  );
}
