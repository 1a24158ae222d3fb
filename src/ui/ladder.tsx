import { type Report, RUNGS, type Rung } from "../engine/model.ts";
import { keyOf, useTexts } from "./strings.tsx";

type Gap = Report["gap"];
type Step = "both" | "gap" | "supported" | "none";

function stepAt(rung: Rung, gap: NonNullable<Gap>): Step {
  const supported = gap.supported.includes(rung);
  if (gap.claimed.includes(rung)) return supported ? "both" : "gap";
  return supported ? "supported" : "none";
}

/**
 * The claim ladder as five rising steps: a small triangle above what the page claims, a solid bar where the label
 * supports it, stripes where it does not. Nothing is drawn where no ingredient list was read (`gap` is null).
 */
export function Ladder({ gap }: { gap: Gap }) {
  const { t } = useTexts();
  if (gap === null) return null;
  const steps = RUNGS.map((rung) => ({ rung, step: stepAt(rung, gap) }));
  const has = (...wanted: Step[]) => steps.some(({ step }) => wanted.includes(step));
  return (
    <figure class="ladder">
      <figcaption class="hidden-text">{t("ladder_title")}</figcaption>
      <ol class="ladder-steps">
        {steps.map(({ rung, step }) => (
          <li key={rung} class={`ladder-step ladder-${step}`} data-rung={rung} data-step={step}>
            <span class="ladder-bar" aria-hidden="true" />
            <span class="ladder-name">{t(keyOf("rung", rung))}</span>
            <span class="hidden-text">: {t(keyOf("ladder", step))}</span>
          </li>
        ))}
      </ol>
      <p class="ladder-key" aria-hidden="true">
        {has("both", "supported") && (
          <span>
            <i class="ladder-sample ladder-sample-supported" />
            {t("ladder_key_supported")}
          </span>
        )}
        {has("gap") && (
          <span>
            <i class="ladder-sample ladder-sample-gap" />
            {t("ladder_key_gap")}
          </span>
        )}
        {has("both", "gap") && (
          <span>
            <i class="ladder-sample ladder-sample-claimed" />
            {t("ladder_key_claimed")}
          </span>
        )}
      </p>
    </figure>
  );
}
