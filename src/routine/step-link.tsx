import type { Step } from "./use-routine.ts";

/** Id of the heading of a step on this page. */
export const stepAnchor = (step: string) => `step-${step}`;

/** The name of a step; leads to all that is said of it. */
export function StepLink({ step }: { step: Step }) {
  return (
    <a class="link" href={`#${stepAnchor(step.step)}`}>
      {step.title}
    </a>
  );
}
