/** The text that the reader selected on a page before the menu brought them here. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Client } from "../ui/client.ts";

/**
 * Fetches the selected text, once.
 * @param wanted true where the page was opened for a selected text
 * @param fill gets the text, unless there is none
 * @returns true where it could not be fetched
 */
export function useSelected(client: Client, wanted: boolean, fill: (text: string) => void): boolean {
  const [failed, setFailed] = useState(false);
  const asked = useRef(!wanted);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    client.ask({ type: "check.selected" }).then(
      ({ text }) => {
        if (text !== "") fill(text);
      },
      () => setFailed(true),
    );
  }, [client, fill]);
  return failed;
}
