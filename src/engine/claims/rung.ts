import type { Rung } from "../model.ts";

/** What decides the rung: the action's own, and how it is said. */
export type RungWords = { action: Rung; hedge: boolean; speed: boolean; permanence: boolean };

/**
 * The rung of a claim, worked out in a fixed order: the action gives it; a hedge ("the look of", "visibly") caps it at
 * 3; a speed word turns 3 into 2 and never lowers 4 or 5; permanence makes 4 into 5 and 3 into 4.
 */
export function rungOf({ action, hedge, speed, permanence }: RungWords): Rung {
  let rung = action;
  if (hedge && rung > 3) rung = 3;
  if (speed && rung === 3) rung = 2;
  if (permanence && rung === 4) rung = 5;
  if (permanence && rung === 3) rung = 4;
  return rung;
}
