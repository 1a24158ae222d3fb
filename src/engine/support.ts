/** What the actives of a label support, rung by rung, for one kind of product. */
import {
  type Active,
  type ActiveFound,
  CERTAINTIES,
  type Certainty,
  type Label,
  type ProductKind,
  type Rung,
  type Support,
  type SupportedBy,
  type UnsureReason,
} from "./model.ts";

type Sure = { certainty: Certainty };

/** Order in which the surer comes first. */
export function byCertainty(a: Sure, b: Sure): number {
  return CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty);
}

function applies(support: Support, kind: ProductKind): boolean {
  return support.kinds.includes(kind);
}

/** An active on the label: how it was found, what it supports here, and why its other supports do not count. */
export type Present = {
  active: Active;
  found: ActiveFound;
  credited: Support[];
  against: { rung: Rung; reason: UnsureReason }[];
};

function isUnderDosed(active: Active, support: Support, percent: number | null, afterLine: boolean): boolean {
  if (percent !== null) return support.dose !== undefined && percent < support.dose.min;
  return afterLine && active.afterOnePercentLine === "under-dosed";
}

/** Whether the label shows that there is less of an active than any of its supports asks for. */
export function isTooLittle({ active, found }: Pick<Present, "active" | "found">): boolean {
  const { percent, afterOnePercentLine } = found;
  return (
    active.supports.length > 0 &&
    active.supports.every((support) => isUnderDosed(active, support, percent, afterOnePercentLine))
  );
}

/**
 * Each active that the label names (its first mention), with the supports that hold here. "May contain" is no proof.
 * @param stated percentages that the seller states elsewhere, by active; what the list says itself goes before them.
 */
export function activesOn(
  label: Label,
  kind: ProductKind,
  byId: ReadonlyMap<string, Active>,
  stated: ReadonlyMap<string, number> = new Map(),
): Present[] {
  const present = new Map<string, Present>();
  label.entries.forEach((entry, index) => {
    const active = entry.active === null ? undefined : byId.get(entry.active);
    if (active === undefined || present.has(active.id) || entry.section === "may-contain") return;
    const percent = entry.percent ?? stated.get(active.id) ?? null;
    const afterOnePercentLine = label.onePercentLine !== null && index >= label.onePercentLine;
    const afterLine = afterOnePercentLine && entry.section === "main";
    const reasonOf = (support: Support): UnsureReason | null => {
      if (!applies(support, kind)) return "not-for-this-kind";
      if (!support.credited) return "uncredited";
      return isUnderDosed(active, support, percent, afterLine) ? "under-dosed" : null;
    };
    const credited = active.supports.filter((support) => reasonOf(support) === null);
    const against = active.supports.flatMap((support) => {
      const reason = reasonOf(support);
      return reason === null ? [] : [{ rung: support.rung, reason }];
    });
    const best = [...credited].sort((a, b) => b.rung - a.rung || byCertainty(a, b))[0];
    present.set(active.id, {
      active,
      credited,
      against,
      found: {
        active: active.id,
        printed: entry.printed,
        position: index + 1,
        percent,
        percentFrom: percent === null ? null : entry.percent === undefined ? "page" : "list",
        afterOnePercentLine,
        rung: best?.rung ?? null,
        certainty: best?.certainty ?? null,
        verdict: best === undefined ? "unsure" : best.rung === 2 ? "wears-off" : "real",
        reason: best === undefined ? gravestReason(against.map(({ reason }) => reason)) : null,
      },
    });
  });
  return [...present.values()];
}

/** Of several reasons the one that comes closest to a support: too little of what helps, before what helps elsewhere. */
function gravestReason(reasons: UnsureReason[]): UnsureReason {
  const order: UnsureReason[] = ["under-dosed", "uncredited", "not-for-this-kind"];
  return order.find((reason) => reasons.includes(reason)) ?? "none-found";
}

/** Why nothing supports a rung. @param present the actives of the label, or null where there is no label */
export function reasonAgainst(rung: Rung, present: Present[] | null): UnsureReason {
  if (present === null) return "no-list";
  return gravestReason(
    present.flatMap(({ against }) => against.filter((one) => one.rung === rung).map(({ reason }) => reason)),
  );
}

/** Who supports a rung, surest first. Rungs do not nest: only supports of this very rung count. */
export function supportersOf(rung: Rung, present: Present[]): SupportedBy[] {
  const all = present
    .flatMap(({ active, found, credited }) =>
      credited
        .filter((support) => support.rung === rung)
        .map((support) => ({
          active: active.id,
          certainty: support.certainty,
          doseNotStated: support.dose !== undefined && found.percent === null,
        })),
    )
    .sort(byCertainty);
  // Two products of a kit may hold the same: once is enough, and the one whose dose is stated.
  return all.filter((one, at) => {
    const same = all.filter((other) => other.active === one.active);
    const best = same.find(({ doseNotStated }) => !doseNotStated) ?? same[0];
    return best === all[at];
  });
}
