/** The routine as a page of its own, and where the product of a tab fits into it. */
import type { RoutineState } from "../messaging/messages.ts";
import type { Context } from "./context.ts";

/** @param tabId the tab whose product is looked for; null for the routine alone, as where the tab was not read. */
export async function routineState(context: Context, tabId: number | null): Promise<RoutineState> {
  const { views, states } = context;
  const state = tabId === null ? undefined : await states.get(tabId);
  const { steps, pairs } = views.routine();
  if (state === undefined) return { steps, pairs, product: null };
  const { product, advice } = state.report;
  return {
    steps,
    pairs,
    product: {
      name: product.name || state.host,
      steps: advice?.steps.map(({ step }) => step) ?? [],
      pairs: advice?.pairs ?? [],
      listRead: state.report.label !== null,
    },
  };
}
