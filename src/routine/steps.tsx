import { stepFacts } from "../ui/advice.tsx";
import { Sources } from "../ui/item-parts.tsx";
import { keyOf, type Texts, useTexts } from "../ui/strings.tsx";
import { stepAnchor } from "./step-link.tsx";
import type { Step } from "./use-routine.ts";

type StepsProps = { steps: Step[]; here: ReadonlySet<string> };

/** Every step once, with all that is said of it. */
export function Steps({ steps, here }: StepsProps) {
  const { t } = useTexts();
  return (
    <section class="panel" aria-labelledby="steps">
      <h2 class="panel-title" id="steps">
        {t("routine_steps")}
      </h2>
      <ul class="steps">
        {steps.map((step) => (
          <StepItem key={step.step} step={step} isHere={here.has(step.step)} />
        ))}
      </ul>
    </section>
  );
}

function StepItem({ step, isHere }: { step: Step; isHere: boolean }) {
  const texts = useTexts();
  const { t } = texts;
  const look = lookFor(step, t);
  return (
    <li class="step" data-step={step.step} data-here={isHere}>
      <div class="step-head">
        {/* Links on this page lead here, so that it takes the focus. */}
        <h3 class="step-title" id={stepAnchor(step.step)} tabIndex={-1}>
          {step.title}
        </h3>
        {isHere && <span class="here-tag">{t("advice_routine_here")}</span>}
      </div>
      <ul class="step-facts">
        {stepFacts(step, texts).map((fact) => (
          <li key={fact} class="step-fact">
            {fact}
          </li>
        ))}
      </ul>
      <dl class="step-rows">
        <Row name={t("routine_do")} text={step.does} />
        <Row name={t("advice_avoid")} text={step.avoid} />
        {look !== null && <Row name={t("routine_look")} text={look} />}
      </dl>
      <Sources sources={step.evidence} />
    </li>
  );
}

function Row({ name, text }: { name: string; text: string }) {
  return (
    <div class="step-row">
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

/** What to look for on a label; null for a step that has no such text. */
function lookFor({ step }: Step, t: Texts["t"]): string | null {
  const key = keyOf("routine_look", step);
  const text = t(key);
  return text === key ? null : text;
}
