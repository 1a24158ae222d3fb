/** "This is wrong": puts a report on the clipboard, or shows it for copying by hand. Nothing is sent. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "./strings.tsx";

export type Copying = "unasked" | "copied" | "by-hand";

/** Chromium's answer to what the page lets its documents do; other browsers have no such thing for the clipboard. */
type Policy = { allowsFeature(name: string): boolean };

/** False where the page forbids it: trying would be reported to the page. */
function mayCopy(): boolean {
  const { featurePolicy } = document as { featurePolicy?: Policy };
  return featurePolicy?.allowsFeature("clipboard-write") ?? true;
}

/** Copies `text` when asked, which browsers and pages may refuse: then it has to be done by hand. */
export function useCopy(text: string): { state: Copying; copy: () => void } {
  const [state, setState] = useState<Copying>("unasked");
  const copy = async () => {
    try {
      if (!mayCopy()) throw new Error("The page forbids it.");
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      setState("by-hand");
    }
  };
  return { state, copy: () => void copy() };
}

/** The report in a box, all of it selected. */
export function ReportBox({ report }: { report: string }) {
  const { t } = useTexts();
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
    box.current?.select();
    // Its beginning is in sight, not its end.
    box.current?.scrollTo({ top: 0 });
  }, []);
  return (
    <textarea
      class="card-report"
      ref={box}
      readOnly
      rows={4}
      aria-label={t("card_wrong_label")}
      value={report}
    />
  );
}
