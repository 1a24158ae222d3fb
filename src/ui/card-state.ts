/** What was done from a card: one action at a time, undo in place, and where the focus goes next. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CardAction } from "../messaging/messages.ts";

export type Action = CardAction["action"];

/** What can be taken back in place, and by which action. */
const UNDO = { hide: "unhide", "rule-off": "rule-on", "site-off": "site-on" } as const satisfies Partial<
  Record<Action, Action>
>;
export type Undoable = keyof typeof UNDO;

export type CardState = {
  /** What was done and can be taken back; null where nothing was. */
  done: Undoable | null;
  /** True where the last action was refused. */
  failed: boolean;
  /** Belongs on the element that holds the buttons, each with its `data-action`. */
  row: RefObject<HTMLDivElement | null>;
  act: (action: Undoable) => void;
  undo: (action: Undoable) => void;
  openOptions: () => void;
};

/**
 * @param onAction carries an action out; where it rejects, nothing counts as done.
 * @param onClose closes the card: once the site is switched on again, it is marked anew and this card is stale.
 */
export function useCardState(
  onAction: (action: Action) => Promise<void> | void,
  onClose: () => void,
): CardState {
  const [done, setDone] = useState<Undoable | null>(null);
  const [failed, setFailed] = useState(false);
  const busy = useRef(false);
  const focusNext = useRef<Undoable | "undo" | null>(null);
  const row = useRef<HTMLDivElement>(null);

  // The pressed button is gone once the action is done: the focus goes to the one that takes its place.
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    row.current?.querySelector<HTMLElement>(`[data-action="${focusNext.current}"]`)?.focus();
    focusNext.current = null;
  });

  const run = async (action: Action, after: () => void) => {
    if (busy.current) return;
    busy.current = true;
    setFailed(false);
    try {
      await onAction(action);
      after();
    } catch {
      setFailed(true);
    } finally {
      busy.current = false;
    }
  };

  return {
    done,
    failed,
    row,
    act: (action) =>
      void run(action, () => {
        focusNext.current = "undo";
        setDone(action);
      }),
    undo: (action) =>
      void run(UNDO[action], () => {
        if (action === "site-off") return onClose();
        focusNext.current = action;
        setDone(null);
      }),
    openOptions: () => void run("open-options", () => {}),
  };
}
