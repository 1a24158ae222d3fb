import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Keeps the focus in the popup: where what had it goes away with the state that it stood in, the new headline gets it, and is
 * read out by that.
 * @returns whether the reader has moved the focus at all, for use as the `onFocusIn` of what holds everything
 */
export function useKeptFocus(): () => void {
  const moved = useRef(false);
  useLayoutEffect(() => {
    if (!moved.current || document.activeElement !== document.body) return;
    const headline = document.querySelector<HTMLElement>("main h1");
    if (headline === null) return;
    headline.tabIndex = -1;
    headline.focus();
  });
  return () => {
    moved.current = true;
  };
}
