/** What was found on a label → where it fits in a routine, what to keep apart, whose cautions to read. Pure. */
import type { Active, ActiveFound, Advice, ProductKind, Routine, RoutineStep } from "./model.ts";
import { isTooLittle } from "./support.ts";

type Found = { active: Active; found: ActiveFound };

/** What is used in an evening and stays on: only there does it matter what else is used that evening. */
const STAYS_ON: ReadonlySet<ProductKind> = new Set(["leave-on", "drug", "unknown"]);

/** Ids of actives, each once: the products of a kit may hold the same. */
const idsOf = (found: Found[]) => [...new Set(found.map(({ active }) => active.id))];

/** Which of the actives a list of ids and families names. */
function named(list: string[], present: Found[]): Found[] {
  return present.filter(({ active }) => list.includes(active.id) || list.includes(active.family));
}

function stepsFor(present: Found[], kind: ProductKind, steps: RoutineStep[]): Advice["steps"] {
  return steps.flatMap(({ id, actives, kinds, within = Number.POSITIVE_INFINITY, weeks }) => {
    const found = named(actives, present).filter(({ found }) => found.position <= within);
    if (found.length === 0 || !kinds.includes(kind)) return [];
    // What no trial credits is no reason to wait for a result.
    const isCredited = found.some(({ found: { rung } }) => rung !== null);
    return [{ step: id, actives: idsOf(found), weeks: (isCredited && weeks) || null }];
  });
}

function pairsFor(present: Found[], kind: ProductKind, pairs: Routine["pairs"]): Advice["pairs"] {
  if (!STAYS_ON.has(kind)) return [];
  return pairs.flatMap(({ id, together, one, other }) => {
    const [hasOne, hasOther] = [one, other].map((side) => named(side, present).length > 0);
    // What goes well together and is together already needs no advice.
    if ((!hasOne && !hasOther) || (together && hasOne && hasOther)) return [];
    return [{ pair: id, inside: hasOne && hasOther ? "both" : hasOne ? "one" : "other" } as const];
  });
}

/**
 * Advice on using a product.
 * @param present the actives on its label (of a kit, on all of them), without those that it only may contain; none where
 * no list was read.
 * @returns null where nothing on the label is part of the routine: then there is nothing to advise.
 */
export function adviceFor(present: Found[], kind: ProductKind, routine: Routine): Advice | null {
  if (kind === "service" || kind === "home-device") return null;
  const enough = present.filter((one) => !isTooLittle(one));
  const steps = stepsFor(enough, kind, routine.steps);
  // Less than was studied may be too little to help, and still be too much beside an acid.
  const careful = present.filter((one) => one.found.percent !== null || !isTooLittle(one));
  const pairs = pairsFor(careful, kind, routine.pairs);
  if (steps.length === 0 && pairs.length === 0) return null;
  const cautions = careful.filter(({ active }) => active.hasCaution);
  return { steps, pairs, cautions: idsOf(cautions) };
}
