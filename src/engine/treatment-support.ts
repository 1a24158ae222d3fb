/** What the treatments of a service support, rung by rung. */
import type {
  ProductKind,
  Rung,
  Support,
  SupportedBy,
  Treatment,
  TreatmentFound,
  TreatmentId,
  UnsureReason,
} from "./model.ts";
import { byCertainty } from "./support.ts";

/** A treatment that is offered, and those of its supports that hold for this kind of product. */
export type Offered = { treatment: Treatment; found: TreatmentFound; holds: Support[] };

function foundAs(treatment: Treatment, holds: Support[]): TreatmentFound {
  const [best] = holds
    .filter(({ credited }) => credited)
    .sort((a, b) => b.rung - a.rung || byCertainty(a, b));
  return {
    treatment: treatment.id,
    rung: best?.rung ?? null,
    certainty: best?.certainty ?? null,
    verdict: best === undefined ? "unsure" : "real",
    reason: best === undefined ? "treatment-uncredited" : null,
  };
}

/** The treatments named that count for this kind of product, what reaches highest first. Only services offer any. */
export function treatmentsOn(
  ids: readonly TreatmentId[],
  kind: ProductKind,
  byId: ReadonlyMap<TreatmentId, Treatment>,
): Offered[] {
  return ids
    .flatMap((id): Offered[] => {
      const treatment = byId.get(id);
      const holds = treatment?.supports.filter(({ kinds }) => kinds.includes(kind)) ?? [];
      if (treatment === undefined || holds.length === 0) return [];
      return [{ treatment, holds, found: foundAs(treatment, holds) }];
    })
    .sort((a, b) => (b.found.rung ?? 0) - (a.found.rung ?? 0));
}

/** What is claimed of a treatment: the rung, and whether it is said to be there at once. */
type Claim = { rung: Rung; speed: boolean };

const supports = (support: Support, { rung, speed }: Claim) =>
  support.rung === rung && support.credited && !(speed && support.weeks[0] > 0);

/** Which treatments support a claim. Rungs do not nest, and what takes weeks supports nothing that is said to be instant. */
export function treatmentSupporters(claim: Claim, offered: Offered[]): SupportedBy[] {
  return offered.flatMap(({ treatment, holds }) =>
    holds
      .filter((support) => supports(support, claim))
      .map(({ certainty }) => ({ treatment: treatment.id, certainty, doseNotStated: false })),
  );
}

/** Why no treatment supports a claim: it takes weeks, its evidence is too weak, or none is named that could. */
export function reasonAgainstTreatments(claim: Claim, offered: Offered[]): UnsureReason {
  const tried = offered.flatMap(({ holds }) => holds.filter(({ rung }) => rung === claim.rung));
  if (tried.some(({ credited }) => credited)) return "treatment-takes-weeks";
  return tried.length > 0 ? "treatment-uncredited" : "no-treatment";
}
