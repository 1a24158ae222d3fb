/** What the options page knows and can do. Every change is sent at once; the answer is what is then shown. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type {
  OptionsException,
  OptionsFamily,
  OptionsForget,
  OptionsLanguage,
  OptionsMark,
  OptionsRule,
  OptionsSite,
  OptionsState,
  RuleView,
} from "../messaging/messages.ts";
import type { Client } from "../ui/client.ts";

export type OptionsView =
  | { state: "loading" }
  | { state: "error"; detail: string }
  | { state: "ready"; options: OptionsState };

export type OptionsModel = {
  view: OptionsView;
  /** True where the last change could not be saved; the page then shows what is stored. */
  saveFailed: boolean;
  /** What was last put in the place of all settings: it can be undone until something else is changed. */
  replaced: "none" | "reset" | "imported" | "restored";
  /** Why the last file could not be imported, in the background's words; empty where it could. */
  importFailed: string;
  reload: () => void;
  /** Sends one change at once. */
  change: (message: Change) => Promise<void>;
  /** Asks the browser for a site's pages; must be called straight from a click. False where it was refused. */
  allowSite: (host: string) => Promise<boolean>;
  resetAll: () => Promise<void>;
  /** Puts the settings of an exported file in place. */
  importAll: (settings: unknown) => Promise<void>;
  undoReplace: () => Promise<void>;
};

export type Change =
  | OptionsRule
  | OptionsFamily
  | OptionsException
  | OptionsLanguage
  | OptionsSite
  | OptionsForget
  | OptionsMark;

const without = (list: string[], one: string): string[] => list.filter((other) => other !== one);
const withOrWithout = (list: string[], one: string, has: boolean): string[] =>
  has ? [...without(list, one), one] : without(list, one);

/** The options as they will be once `change` is stored, so that a switch moves under the finger. */
function withChange(options: OptionsState, change: Change): OptionsState {
  const rules = (isMeant: (rule: RuleView) => boolean, changed: (rule: RuleView) => RuleView) => ({
    ...options,
    rules: options.rules.map((rule) => (isMeant(rule) ? changed(rule) : rule)),
  });
  switch (change.type) {
    case "options.mark":
      return { ...options, mark: change.mark };
    case "options.rule":
      return rules(
        ({ id }) => id === change.rule,
        (rule) => ({ ...rule, on: change.on }),
      );
    case "options.family":
      return rules(
        ({ family }) => family === change.family,
        (rule) => ({ ...rule, on: change.on }),
      );
    case "options.exception":
      return rules(
        ({ id }) => id === change.rule,
        (rule) => ({ ...rule, exceptions: withOrWithout(rule.exceptions, change.host, !change.on) }),
      );
    case "options.language":
      return {
        ...options,
        languages: options.languages.map((one) =>
          one.language === change.language ? { ...one, on: change.on } : one,
        ),
      };
    case "options.site":
      return { ...options, sitesOff: withOrWithout(options.sitesOff, change.host, !change.on) };
    case "options.forget":
      return { ...options, sitesAlways: without(options.sitesAlways, change.origin) };
  }
}

/** State of the options page. It asks again whenever the background says that settings changed. */
export function useOptions(client: Client): OptionsModel {
  const [view, setView] = useState<OptionsView>({ state: "loading" });
  const [saveFailed, setSaveFailed] = useState(false);
  const [replaced, setReplaced] = useState<OptionsModel["replaced"]>("none");
  const [importFailed, setImportFailed] = useState("");
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
    setReplaced("none");
    setImportFailed("");
    setView((now) =>
      now.state === "ready" ? { state: "ready", options: withChange(now.options, message) } : now,
    );
    await attempt(() => client.ask(message));
  };

  /** Keeps what is there now, for undo. */
  const keep = () => {
    if (view.state === "ready") previous.current = view.options.settings;
    setImportFailed("");
  };

  return {
    view,
    saveFailed,
    replaced,
    importFailed,
    reload: () => {
      setView({ state: "loading" });
      void load();
    },
    change,
    allowSite: async (host) => {
      const granted = await client.requestOrigin(`https://*.${host}/*`);
      if (granted) await load();
      return granted;
    },
    resetAll: async () => {
      keep();
      if (await attempt(() => client.ask({ type: "options.reset" }))) setReplaced("reset");
    },
    importAll: async (settings) => {
      keep();
      try {
        await settle(() => client.ask({ type: "options.import", settings }));
        setReplaced("imported");
      } catch (error) {
        setImportFailed(error instanceof Error ? error.message : String(error));
      }
    },
    undoReplace: async () => {
      const back = { type: "options.import", settings: previous.current } as const;
      if (await attempt(() => client.ask(back))) setReplaced("restored");
    },
  };
}
