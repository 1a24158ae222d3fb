/** Has a text read again and again as it changes, and gives what was found last. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { ProductKind } from "../engine/model.ts";
import { CHECKED_TEXT_MOST } from "../messaging/limits.ts";
import type { ReportView } from "../messaging/messages.ts";
import type { Client } from "../ui/client.ts";
import type { Later } from "../ui/later.ts";

export type CheckView =
  /** There is no text. */
  | { state: "empty" }
  /** There is a text, and no answer to any yet. */
  | { state: "reading" }
  /** `attempt` differs from one failure to the next. */
  | { state: "error"; detail: string; attempt: number }
  /** `text` is what was read; its places are those of the findings. */
  | { state: "report"; report: ReportView; text: string };

export type CheckModel = {
  /** Of the newest text that was answered: it stays until the next answer is there. */
  view: CheckView;
  /** True while the newest text waits for its answer. */
  busy: boolean;
  /** Reads at once. */
  again: () => void;
};

/**
 * Has `text` read whenever it, the kind or the settings change. An answer that comes after the next change is dropped, so
 * that none is overtaken by an older one.
 * @param kind null to go by the words
 */
export function useCheck(client: Client, text: string, kind: ProductKind | null, later: Later): CheckModel {
  const [view, setView] = useState<CheckView>({ state: "empty" });
  const [busy, setBusy] = useState(false);
  const latest = useRef(0);
  const blank = text.trim() === "";

  const check = useCallback(async () => {
    latest.current += 1;
    const attempt = latest.current;
    setBusy(true);
    const read = text.slice(0, CHECKED_TEXT_MOST);
    let next: CheckView;
    try {
      const { report } = await client.ask({ type: "check.text", text: read, kind });
      next = { state: "report", report, text: read };
    } catch (error) {
      next = { state: "error", detail: error instanceof Error ? error.message : String(error), attempt };
    }
    if (attempt !== latest.current) return;
    setView(next);
    setBusy(false);
  }, [client, text, kind]);

  useEffect(() => {
    latest.current += 1;
    setBusy(!blank);
    if (!blank) return later(() => void check());
    setView({ state: "empty" });
  }, [blank, check, later]);

  useEffect(
    () =>
      client.onChanged((change) => {
        if (change.what === "settings" && !blank) void check();
      }),
    [client, check, blank],
  );

  return { view: shown(view, blank), busy, again: () => void check() };
}

/** What to show between a change of the text and the effect that follows it. */
function shown(view: CheckView, blank: boolean): CheckView {
  if (blank) return { state: "empty" };
  return view.state === "empty" ? { state: "reading" } : view;
}
