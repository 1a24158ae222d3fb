import type { Verdict } from "../engine/model.ts";
import { VerdictIcon } from "./icons.tsx";
import { keyOf, useTexts } from "./strings.tsx";

/** A verdict as icon, word and colour; never colour alone. */
export function Badge({ verdict }: { verdict: Verdict }) {
  const { t } = useTexts();
  return (
    <span class={`badge badge-${verdict}`} data-verdict={verdict}>
      <VerdictIcon verdict={verdict} />
      {t(keyOf("verdict", verdict))}
    </span>
  );
}
