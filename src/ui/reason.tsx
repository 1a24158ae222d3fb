import type { ProductKind, UnsureReason } from "../engine/model.ts";
import { keyOf, useTexts } from "./strings.tsx";

export type ReasonProps = {
  reason: UnsureReason | null;
  /** What sort of product it is about; "unknown" where that does not matter or is not known. */
  kind?: ProductKind;
};

/** Why nothing sure can be said. Nothing where `reason` is null. */
export function Reason({ reason, kind = "unknown" }: ReasonProps) {
  const { t } = useTexts();
  if (reason === null) return null;
  return (
    <p class="certainty" data-reason={reason}>
      {t(keyOf("reason", reason), t(keyOf("kind_name", kind)))}
    </p>
  );
}
