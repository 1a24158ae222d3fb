/** What the rules find in the example text. */
import { useCallback, useEffect, useState } from "preact/hooks";
import type { FindingView } from "../messaging/messages.ts";
import type { Client } from "../ui/client.ts";

export type ExampleView =
  | { state: "loading" }
  | { state: "error"; detail: string }
  | { state: "ready"; marks: FindingView[] };

/** Reads `text` as a page would be read; the marks are those that a page would get. */
export function useExample(client: Client, text: string): { view: ExampleView; reload: () => void } {
  const [view, setView] = useState<ExampleView>({ state: "loading" });
  const load = useCallback(async () => {
    setView({ state: "loading" });
    try {
      const { report } = await client.ask({ type: "check.text", text, kind: null });
      setView({ state: "ready", marks: report.findings.filter(({ marked }) => marked) });
    } catch (error) {
      setView({ state: "error", detail: error instanceof Error ? error.message : String(error) });
    }
  }, [client, text]);
  useEffect(() => void load(), [load]);
  return { view, reload: () => void load() };
}
