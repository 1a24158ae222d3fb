import type { FindingView } from "../messaging/messages.ts";
import { keyOf, useTexts } from "./strings.tsx";

export type CertaintyLineProps = { view: Pick<FindingView, "verdict" | "evidenceCertainty"> };

/**
 * How sure the evidence makes us: of what the claim says where it is real, else of what we say of it. Nothing where
 * there is no verdict to be sure of.
 */
export function CertaintyLine({ view }: CertaintyLineProps) {
  const { t } = useTexts();
  if (view.verdict === null) return null;
  const certainty = t(keyOf("certainty", view.evidenceCertainty));
  return (
    <p class="certainty" data-certainty={view.evidenceCertainty}>
      {view.verdict === "real" ? t("certainty_line", certainty) : t("certainty_ours", certainty)}
    </p>
  );
}
