import { type Report, RUNGS, type Rung } from "../engine/model.ts";
import { keyOf, useTexts } from "./strings.tsx";

type Gap = Report["gap"];
type Step = "both" | "gap" | "unknown" | "supported" | "none";

function stepAt(rung: Rung, gap: NonNullable<Gap>): Step {
  const supported = gap.supported.includes(rung);
  if (!gap.claimed.includes(rung)) return supported ? "supported" : "none";
  if (supported) return "both";
  return gap.unknown.includes(rung) ? "unknown" : "gap";
}

/**
 * The claim ladder as five rising steps: a small triangle above what the page claims, a solid bar where the label
 * supports it, stripes where it does not, a dotted outline where that could not be judged. Nothing is drawn where no
 * ingredient list was read (`gap` is null), nor where nothing is claimed and nothing supported.
 */
export function Ladder({ gap }: { gap: Gap }) {
  const { t } = useTexts();
  if (gap === null || gap.claimed.length + gap.supported.length === 0) return null;
  const steps = RUNGS.map((rung) => ({ rung, step: stepAt(rung, gap) }));
  const has = (...wanted: Step[]) => steps.some(({ step }) => wanted.includes(step));
  const keys = [
    { sample: "supported", shown: has("both", "supported"), text: t("ladder_key_supported") },
    { sample: "gap", shown: has("gap"), text: t("ladder_key_gap") },
    { sample: "unknown", shown: has("unknown"), text: t("ladder_key_unknown") },
    { sample: "claimed", shown: has("both", "gap", "unknown"), text: t("ladder_key_claimed") },
  ];
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
        {keys
          .filter(({ shown }) => shown)
          .map(({ sample, text }) => (
            <span key={sample}>
              <i class={`ladder-sample ladder-sample-${sample}`} />
              {text}
            </span>
          ))}
      </p>
    </figure>
  );
}
