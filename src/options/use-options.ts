/** What the options page knows and can do. Every change is sent at once; the answer is what is then shown. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { OptionsMark, OptionsRule, OptionsSite, OptionsState } from "../messaging/messages.ts";
import type { Client } from "../ui/client.ts";

export type OptionsView =
  | { state: "loading" }
  | { state: "error"; detail: string }
  | { state: "ready"; options: OptionsState };

export type OptionsModel = {
  view: OptionsView;
  /** True where the last change could not be saved; the page then shows what is stored. */
  saveFailed: boolean;
  /** How the reset stands: it can be undone until something else is changed. */
  reset: "none" | "done" | "restored";
  reload: () => void;
  setRule: (rule: string, on: boolean) => Promise<void>;
  setMark: (mark: OptionsState["mark"]) => Promise<void>;
  switchSiteOn: (host: string) => Promise<void>;
  resetAll: () => Promise<void>;
  undoReset: () => Promise<void>;
};

type Change = OptionsRule | OptionsSite | OptionsMark;

/** The options as they will be once `change` is stored, so that a switch moves under the finger. */
function withChange(options: OptionsState, change: Change): OptionsState {
  if (change.type === "options.mark") return { ...options, mark: change.mark };
  if (change.type === "options.rule") {
    const rules = options.rules.map((rule) => (rule.id === change.rule ? { ...rule, on: change.on } : rule));
    return { ...options, rules };
  }
  const others = options.sitesOff.filter((host) => host !== change.host);
  return { ...options, sitesOff: change.on ? others : [...others, change.host] };
}

/** State of the options page. It asks again whenever the background says that settings changed. */
export function useOptions(client: Client): OptionsModel {
  const [view, setView] = useState<OptionsView>({ state: "loading" });
  const [saveFailed, setSaveFailed] = useState(false);
  const [reset, setReset] = useState<OptionsModel["reset"]>("none");
  const previous = useRef<unknown>(null);
  const latest = useRef(0);

  /** Shows the answer unless something newer was asked meanwhile. */
  const settle = useCallback(async (question: () => Promise<OptionsState>) => {
    latest.current += 1;
    const mine = latest.current;
    const options = await question();
    if (mine === latest.current) setView({ state: "ready", options });
  }, []);

  const load = useCallback(
    () =>
      settle(() => client.ask({ type: "options.load" })).catch((error: unknown) =>
        setView({ state: "error", detail: error instanceof Error ? error.message : String(error) }),
      ),
    [client, settle],
  );

  useEffect(() => {
    void load();
    return client.onChanged((change) => {
      if (change.what === "settings") void load();
    });
  }, [client, load]);

  const attempt = async (question: () => Promise<OptionsState>) => {
    setSaveFailed(false);
    try {
      await settle(question);
      return true;
    } catch {
      setSaveFailed(true);
      await load();
      return false;
    }
  };
  const change = async (message: Change) => {
    setReset("none");
    setView((now) =>
      now.state === "ready" ? { state: "ready", options: withChange(now.options, message) } : now,
    );
    await attempt(() => client.ask(message));
  };

  return {
    view,
    saveFailed,
    reset,
    reload: () => {
      setView({ state: "loading" });
      void load();
    },
    setRule: (rule, on) => change({ type: "options.rule", rule, on }),
    setMark: (mark) => change({ type: "options.mark", mark }),
    switchSiteOn: (host) => change({ type: "options.site", host, on: true }),
    resetAll: async () => {
      if (view.state === "ready") previous.current = view.options.settings;
      if (await attempt(() => client.ask({ type: "options.reset" }))) setReset("done");
    },
    undoReset: async () => {
      const done = await attempt(() => client.ask({ type: "options.import", settings: previous.current }));
      if (done) setReset("restored");
    },
  };
}
