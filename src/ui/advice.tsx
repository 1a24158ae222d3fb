/** How to use a product with what was found in it: steps of a routine, what to keep apart, what to take care of. */
import type { AdviceView, PairView, StepHereView, StepView } from "../messaging/messages.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { Sources, weeksFact } from "./item-parts.tsx";
import { keyOf, type Texts, useTexts } from "./strings.tsx";

/** All of the advice, and at its end once that it is general. */
export function AdviceParts({ advice }: { advice: AdviceView }) {
  const { t } = useTexts();
  const here = new Set(advice.steps.map(({ step }) => step));
  return (
    <>
      {advice.steps.length > 0 && (
        <ul class="actives">
          {advice.steps.map((step) => (
            <StepItem key={step.step} step={step} />
          ))}
        </ul>
      )}
      {advice.steps.length > 0 && <RoutineList routine={advice.routine} here={here} />}
      <PairList title={t("advice_apart")} pairs={advice.pairs.filter(({ together }) => !together)} />
      <PairList title={t("advice_together")} pairs={advice.pairs.filter(({ together }) => together)} />
      <CautionList cautions={advice.cautions} />
      <p class="part-note advice-general">{t("advice_general")}</p>
    </>
  );
}

function StepItem({ step }: { step: StepHereView }) {
  const texts = useTexts();
  return (
    <li class="active" data-step={step.step}>
      <h3 class="active-title">{step.title}</h3>
      <div class="active-body">
        <p class="advice-when">{stepFacts(step, texts).join(" ")}</p>
        <p>{step.does}</p>
        <p>
          <b>{texts.t("advice_avoid")}</b> {step.avoid}
        </p>
        <Sources sources={step.evidence} />
      </div>
    </li>
  );
}

/** Time of day, how often, and after how many weeks a result can be judged. */
export function stepFacts(
  { time, often, weeks }: Pick<StepHereView, "time" | "often" | "weeks">,
  texts: Texts,
): string[] {
  const facts = [texts.t(keyOf("advice_time", time)), oftenFact(often, texts)];
  return weeks === null ? facts : [...facts, judgeFact(weeks, texts)];
}

/** How many times a week. */
export function oftenFact([min, max]: StepView["often"], { t, plural, number }: Texts): string {
  if (min === 7) return t("advice_daily");
  return min === max ? plural("advice_weekly", max) : t("advice_weekly_range", number(min), number(max));
}

function judgeFact([from, to]: [number, number], texts: Texts): string {
  if (to === 0) return weeksFact([from, to], texts);
  const { t, plural, number } = texts;
  return from === to ? plural("advice_judge", to) : t("advice_judge_range", number(from), number(to));
}

type RoutineListProps = { routine: AdviceView["routine"]; here: ReadonlySet<string> };

/** All steps of the routine behind a line that opens them, with those of this product pointed out. */
function RoutineList({ routine, here }: RoutineListProps) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <details class="more">
      <summary class="link">{t("advice_routine")}</summary>
      <div class="more-body">
        <ul class="advice-list">
          {routine.steps.map((step) => (
            <li key={step.step} class="advice-item" data-here={here.has(step.step)}>
              <p>
                <b>{step.title}</b> {here.has(step.step) && <i>({t("advice_routine_here")})</i>}
              </p>
              <p class="certainty">
                {t(keyOf("advice_time", step.time))} {oftenFact(step.often, texts)}
              </p>
              {!here.has(step.step) && <p>{step.does}</p>}
            </li>
          ))}
        </ul>
        <h4 class="small-title">{t("advice_routine_others")}</h4>
        <EvidenceList sources={routine.evidence} />
      </div>
    </details>
  );
}

function PairList({ title, pairs }: { title: string; pairs: PairView[] }) {
  const { t } = useTexts();
  if (pairs.length === 0) return null;
  return (
    <div class="advice-part">
      <h3 class="small-title">{title}</h3>
      <ul class="advice-list">
        {pairs.map((pair) => (
          <li key={pair.pair} class="advice-item" data-pair={pair.pair}>
            <p>
              <b>{pairName(pair, t)}</b>
            </p>
            <p>{pair.because}</p>
            <Sources sources={pair.evidence} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the product should not, or may, be used with; both sides where it holds both. */
export function pairName(
  { inside, one, other }: Pick<PairView, "inside" | "one" | "other">,
  t: Texts["t"],
): string {
  if (inside === "both") return t("advice_apart_both", one, other);
  return inside === "one" ? other : one;
}

function CautionList({ cautions }: { cautions: AdviceView["cautions"] }) {
  const { t, language } = useTexts();
  if (cautions.length === 0) return null;
  const list = new Intl.ListFormat(language, { type: "unit" });
  return (
    <div class="advice-part">
      <h3 class="advice-warning small-title">{t("advice_cautions")}</h3>
      <ul class="advice-list">
        {cautions.map(({ actives, titles, text, evidence }) => (
          <li key={actives[0]} class="advice-item" data-caution={actives.join(" ")}>
            <p>
              <b>{list.format(titles)}</b>
            </p>
            <p>{text}</p>
            <Sources sources={evidence} />
          </li>
        ))}
      </ul>
    </div>
  );
}
