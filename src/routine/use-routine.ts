/** What the routine page knows. It keeps nothing: the routine is asked for anew each time. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { RoutineState } from "../messaging/messages.ts";
import type { Client } from "../ui/client.ts";

export type Step = RoutineState["steps"][number];
export type Pair = RoutineState["pairs"][number];
export type Product = NonNullable<RoutineState["product"]>;

export type RoutineView =
  | { state: "loading" }
  | { state: "error"; detail: string }
  | { state: "ready"; routine: RoutineState };

/** The tab that an address asks about ("?tab=3"), or null. Never the active one: that is this page itself. */
export function askedTab(search: string): number | null {
  const asked = new URLSearchParams(search).get("tab");
  return asked !== null && /^\d+$/.test(asked) ? Number(asked) : null;
}

/** State of the routine page. It asks again when the report of its tab has changed. */
export function useRoutine(client: Client, tabId: number | null): { view: RoutineView; reload: () => void } {
  const [view, setView] = useState<RoutineView>({ state: "loading" });
  const latest = useRef(0);

  const load = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    // An answer that comes late must not replace that to a newer question.
    const show = (next: RoutineView) => mine === latest.current && setView(next);
    try {
      show({ state: "ready", routine: await client.ask({ type: "routine.load", tabId }) });
    } catch (error) {
      show({ state: "error", detail: error instanceof Error ? error.message : String(error) });
    }
  }, [client, tabId]);

  useEffect(() => {
    void load();
    return client.onChanged((change) => {
      if (tabId !== null && change.what === "report" && change.tabId === tabId) void load();
    });
  }, [client, tabId, load]);

  const reload = () => {
    setView({ state: "loading" });
    void load();
  };
  return { view, reload };
}
