/** What the popup knows and can do: asks the background, keeps up with changes, never judges anything itself. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { CheckAnswer, PopupState } from "../messaging/messages.ts";
import type { Client } from "../ui/client.ts";

export type PopupView = { state: "loading" } | { state: "error"; detail: string } | PopupState;

/** A rule that was switched off on a site from here. */
export type Exception = {
  rule: string;
  title: string;
  host: string;
  /** True where that did not work. */
  failed?: boolean;
};

export type PopupModel = {
  view: PopupView;
  /** The tab that the popup speaks about, once it is known. */
  tab: number | null;
  /** The last one of this popup, which can be undone. */
  excepted: Exception | null;
  /** Switches a rule off on a site. */
  except: (exception: Exception) => Promise<void>;
  /** Takes the last exception back, or tries it again where it failed. */
  undoExcept: () => Promise<void>;
  reload: () => void;
  check: () => Promise<CheckAnswer>;
  /** Asks the browser for the origin, then checks. Must be called straight from a click. Null where it was refused. */
  allow: (origin: string) => Promise<CheckAnswer | null>;
  /** Checks this site no more. Rejects where that failed. */
  stop: () => Promise<void>;
  /** Reads on where the page changed too much. Rejects where that failed. */
  resume: () => Promise<void>;
  /** Shows or hides the marks on this page. Rejects where that failed. */
  setMarks: (on: boolean) => Promise<void>;
  /** Reads and marks nothing anywhere for so many minutes. Rejects where that failed. */
  pause: (minutes: number) => Promise<void>;
  /** Ends the pause. Rejects where that failed. */
  unpause: () => Promise<void>;
  /** Rejects where the switch could not be thrown. */
  setSite: (host: string, on: boolean) => Promise<void>;
  /** True where the words could be shown. */
  show: (finding: string) => Promise<boolean>;
};

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** State of the popup for the tab that it was opened on. It asks again whenever the background says so. */
export function usePopup(client: Client): PopupModel {
  const [view, setView] = useState<PopupView>({ state: "loading" });
  const [excepted, setExcepted] = useState<Exception | null>(null);
  const tab = useRef<number | null>(null);
  const asking = useRef(false);
  const askAgain = useRef(false);

  const load = useCallback(async () => {
    if (asking.current) {
      askAgain.current = true;
      return;
    }
    asking.current = true;
    do {
      askAgain.current = false;
      try {
        tab.current ??= await client.currentTab();
        const answer: PopupState =
          tab.current === null
            ? { state: "browser-page" }
            : await client.ask({ type: "popup.report", tabId: tab.current });
        setView(answer);
      } catch (error) {
        setView({ state: "error", detail: messageOf(error) });
      }
    } while (askAgain.current);
    asking.current = false;
  }, [client]);

  useEffect(() => {
    void load();
    return client.onChanged((change) => {
      if (change.tabId === undefined || change.tabId === tab.current) void load();
    });
  }, [client, load]);

  const check = async (): Promise<CheckAnswer> => {
    if (tab.current === null) return { ok: false, failed: "" };
    try {
      const answer = await client.ask({ type: "popup.check", tabId: tab.current });
      if (answer.ok) await load();
      return answer;
    } catch (error) {
      return { ok: false, failed: messageOf(error) };
    }
  };

  const act = async (type: "popup.stop" | "popup.resume" | "popup.unpause") => {
    if (tab.current !== null) setView(await client.ask({ type, tabId: tab.current }));
  };

  const setException = async (exception: Exception, on: boolean) => {
    const { rule, host } = exception;
    try {
      await client.ask({ type: "options.exception", rule, host, on });
      setExcepted(on ? null : { ...exception, failed: false });
      await load();
    } catch {
      setExcepted({ ...exception, failed: true });
    }
  };

  return {
    view,
    tab: tab.current,
    excepted,
    except: (exception) => setException(exception, false),
    undoExcept: async () => {
      if (excepted !== null) await setException(excepted, excepted.failed !== true);
    },
    check,
    reload: () => {
      setView({ state: "loading" });
      void load();
    },
    allow: async (origin) => {
      const granted = await client.requestOrigin(origin);
      return granted ? check() : null;
    },
    setSite: async (host, on) => {
      if (tab.current === null) return;
      setView(await client.ask({ type: "popup.site", tabId: tab.current, host, on }));
    },
    setMarks: async (on) => {
      if (tab.current !== null) setView(await client.ask({ type: "popup.marks", tabId: tab.current, on }));
    },
    pause: async (minutes) => {
      if (tab.current !== null)
        setView(await client.ask({ type: "popup.pause", tabId: tab.current, minutes }));
    },
    unpause: () => act("popup.unpause"),
    stop: () => act("popup.stop"),
    resume: () => act("popup.resume"),
    show: async (finding) => {
      if (tab.current === null) return false;
      try {
        return (await client.ask({ type: "popup.show", tabId: tab.current, finding })).shown;
      } catch {
        return false;
      }
    },
  };
}
