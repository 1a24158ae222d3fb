import { weeksFact } from "../ui/item-parts.tsx";
import { useTexts } from "../ui/strings.tsx";
import type { Step } from "./use-routine.ts";

type Waiting = Step & { weeks: [number, number] };

/** How long each step needs before it can be judged. The bars only draw what the words beside them say. */
export function Wait({ steps }: { steps: Step[] }) {
  const texts = useTexts();
  const waiting = steps.filter((step): step is Waiting => step.weeks !== null);
  if (waiting.length === 0) return null;
  const longest = Math.max(...waiting.map(({ weeks }) => weeks[1]));
  return (
    <section class="panel" aria-labelledby="wait">
      <h2 class="panel-title" id="wait">
        {texts.t("routine_wait")}
      </h2>
      <p>{texts.t("routine_wait_text")}</p>
      <ul class="waits">
        {waiting.map(({ step, title, weeks }) => (
          <li key={step} class="wait">
            <p>
              <b>{title}</b> <span class="wait-weeks">{weeksFact(weeks, texts)}</span>
            </p>
            <Bar from={weeks[0]} to={weeks[1]} longest={longest} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What can be judged within the hour has a bar of this width, in hundredths. */
const AT_ONCE = 2;

function Bar({ from, to, longest }: { from: number; to: number; longest: number }) {
  const share = (weeks: number) => (longest === 0 ? 0 : (weeks / longest) * 100);
  const style = {
    "--from": `${share(from)}%`,
    "--length": `${Math.max(share(to) - share(from), AT_ONCE)}%`,
  };
  return (
    <div class="wait-bar" aria-hidden="true">
      <div class="wait-span" style={style} />
    </div>
  );
}
