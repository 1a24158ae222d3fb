import { oftenFact } from "../ui/advice.tsx";
import { type Texts, useTexts } from "../ui/strings.tsx";
import { firstWeek, takingTurns } from "./evenings.ts";
import type { Step } from "./use-routine.ts";

/** Ways in which evenings are drawn apart besides their words; steps beyond these share the last. */
const LOOKS = 2;

/** A week to start with: what takes turns in the evening, and the calm evenings between. A suggestion, not a planner. */
export function Week({ steps }: { steps: Step[] }) {
  const texts = useTexts();
  const { t, number } = texts;
  const turns = takingTurns(steps);
  if (turns.length === 0) return null;
  const lookOf = (step: Step | null) => (step === null ? "calm" : Math.min(turns.indexOf(step) + 1, LOOKS));
  return (
    <section class="panel" aria-labelledby="week">
      <h2 class="panel-title" id="week">
        {t("routine_week")}
      </h2>
      <p>{t("routine_week_text")}</p>
      <ol class="week">
        {firstWeek(turns).map((step, at) => {
          const evening = t("routine_week_evening", number(at + 1));
          return (
            <li key={evening} class="evening" data-look={lookOf(step)}>
              <span class="evening-name">{evening}</span>
              <span class="evening-step">{step?.title ?? t("routine_week_calm")}</span>
            </li>
          );
        })}
      </ol>
      <ul class="week-starts">
        {turns.map((step) => (
          <li key={step.step}>{startOf(step, texts)}</li>
        ))}
      </ul>
    </section>
  );
}

/** How often to begin with, and how far to go. */
function startOf(step: Step, texts: Texts): string {
  const [min, max] = step.often;
  if (min === max) return `${step.title}: ${oftenFact(step.often, texts)}`;
  return texts.plural("routine_week_start", min, step.title, texts.number(max));
}
