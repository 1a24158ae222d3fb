/** Which mark of the example has its card open. */
import { useEffect, useRef, useState } from "preact/hooks";
import { after, type Later } from "../ui/later.ts";

/** A card that opened under the pointer waits so long for it to come back, so that the way from mark to card is not a race. */
export const STAYS = after(300);

export type OpenMark = {
  /** Id of the finding, or null. */
  open: string | null;
  /** The pointer is over the mark or its card. */
  enter: (id: string) => void;
  leave: () => void;
  /** Clicked or pressed: the card stays until it is closed. A second time closes it. */
  press: (id: string) => void;
  close: () => void;
};

type Opened = { id: string; isPinned: boolean };

/**
 * @param onClose called with the finding whose card was closed by a key, so that the focus can go back to its mark
 * @param later when a card goes that the pointer has left
 */
export function useOpenMark(onClose: (id: string) => void, later: Later): OpenMark {
  const [opened, setOpened] = useState<Opened | null>(null);
  const callOff = useRef<() => void>(() => undefined);
  const stay = () => callOff.current();
  const close = () => {
    stay();
    setOpened(null);
  };

  useEffect(() => {
    if (opened === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpened(null);
      if (opened.isPinned) onClose(opened.id);
    };
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Element && event.target.closest("[data-holds-card]") !== null) return;
      setOpened(null);
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
    };
  }, [opened, onClose]);
  useEffect(() => () => callOff.current(), []);

  return {
    open: opened?.id ?? null,
    enter: (id) => {
      stay();
      setOpened((now) => (now?.isPinned === true || now?.id === id ? now : { id, isPinned: false }));
    },
    leave: () => {
      stay();
      callOff.current = later(() => setOpened((now) => (now?.isPinned === true ? now : null)));
    },
    press: (id) => {
      stay();
      setOpened((now) => (now?.id === id && now.isPinned ? null : { id, isPinned: true }));
    },
    close,
  };
}
