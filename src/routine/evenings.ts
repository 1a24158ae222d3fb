/** Which evenings of a first week to use what is not for every evening. Pure. */
import type { Step } from "./use-routine.ts";

const DAYS = 7;

/** Steps of the evening that are not for every day. Two of them never share an evening. */
export function takingTurns(steps: Step[]): Step[] {
  return steps.filter(({ time, often }) => time === "evening" && often[0] < DAYS);
}

/**
 * Seven evenings, each with its step or null. Everyone starts with the fewest times that the routine names; the steps take
 * turns, and the evenings left over lie between them as evenly as they can.
 */
export function firstWeek(steps: Step[]): (Step | null)[] {
  const rounds = Math.max(0, ...steps.map(({ often }) => often[0]));
  const turns = Array.from({ length: rounds }, (_, round) => steps.filter(({ often }) => often[0] > round))
    .flat()
    .slice(0, DAYS);
  const week: (Step | null)[] = Array.from({ length: DAYS }, () => null);
  turns.forEach((step, turn) => {
    week[Math.ceil((turn * DAYS) / turns.length)] = step;
  });
  return week;
}
