import { oftenFact } from "../ui/advice.tsx";
import { keyOf, type Texts, useTexts } from "../ui/strings.tsx";
import { StepLink } from "./step-link.tsx";
import type { Step } from "./use-routine.ts";

type GlanceProps = { steps: Step[]; here: ReadonlySet<string> };

const isDaily = ({ often }: Step) => often[0] === 7;
/** What has no time of its own and is not for every day. */
const isWeekly = (step: Step) => step.time === "either" && !isDaily(step);

/**
 * The routine in three short lists. What is for every day, at either time, stands in both the first two, with a word for
 * it. The lists have no order: the routine says nothing about which comes on the skin first.
 */
export function Glance({ steps, here }: GlanceProps) {
  const { t } = useTexts();
  const daily = steps.filter((step) => !isWeekly(step));
  return (
    <section class="panel" aria-labelledby="glance">
      <h2 class="panel-title" id="glance">
        {t("routine_glance")}
      </h2>
      <div class="glance">
        <Part
          title={t("routine_mornings")}
          steps={daily.filter(({ time }) => time !== "evening")}
          here={here}
        />
        <Part
          title={t("routine_evenings")}
          steps={daily.filter(({ time }) => time !== "morning")}
          here={here}
        />
        <Part title={t("routine_weekly")} steps={steps.filter(isWeekly)} here={here} />
      </div>
    </section>
  );
}

function Part({ title, steps, here }: GlanceProps & { title: string }) {
  const texts = useTexts();
  if (steps.length === 0) return null;
  return (
    <div class="glance-part">
      <h3 class="glance-title">{title}</h3>
      <ul>
        {steps.map((step) => (
          <li key={step.step} class="glance-step" data-step={step.step} data-here={here.has(step.step)}>
            <StepLink step={step} />{" "}
            {here.has(step.step) && <span class="here-tag">{texts.t("advice_routine_here")}</span>}
            <span class="glance-note">{noteOf(step, texts)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Only what its list does not say already. */
function noteOf(step: Step, texts: Texts): string {
  const facts: string[] = [];
  if (step.time === "either") facts.push(texts.t(keyOf("advice_time", step.time)));
  if (!isDaily(step)) facts.push(oftenFact(step.often, texts));
  return facts.join(" ");
}
