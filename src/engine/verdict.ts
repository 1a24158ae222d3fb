/** The two tables of judging: which verdict a reading gets, and whether it is marked in the page. */
import type { JudgeSettings, PlacedReading, ProductKind, Rule, Rung, SupportedBy, Verdict } from "./model.ts";

/** Highest rung that anything of a kind reaches. Only procedures have been seen to change the pore itself. */
export const REACH: Record<ProductKind, Rung> = {
  "leave-on": 3,
  "rinse-off": 3,
  makeup: 3,
  sunscreen: 3,
  drug: 3,
  "home-device": 3,
  service: 4,
  unknown: 3,
};

/** What a verdict is made from. */
export type Judged = {
  reading: Pick<PlacedReading, "rung" | "speed" | "permanence" | "speaker">;
  rule: Pick<Rule, "verdict">;
  kind: ProductKind;
  /** Supporters of the reading's own rung. */
  supporters: readonly SupportedBy[];
  /** Whether the label holds something that hides pores for hours. */
  hidesForHours: boolean;
};

/**
 * The verdict of one reading, or null where it carries none: others than the seller speak, or it is plain cleaning that
 * the label neither supports nor contradicts.
 */
export function verdictOf({ reading, rule, kind, supporters, hidesForHours }: Judged): Verdict | null {
  if (reading.speaker !== "seller") return null;
  if (rule.verdict !== "by-ladder") return rule.verdict;
  const { rung } = reading;
  // What procedures reach, too, has to be kept up.
  if (rung > REACH[kind] || reading.permanence) {
    const physicalForNow = rung === 4 && reading.speed && !reading.permanence;
    return physicalForNow && hidesForHours ? "wears-off" : "hype";
  }
  if (rung === 1) return supporters.length > 0 ? "real" : null;
  if (rung === 2) return "wears-off";
  return supporters.length > 0 ? "real" : "unsure";
}

type Markable = Pick<PlacedReading, "rung" | "zone" | "form" | "hidden" | "popupOnly">;

/** Marked without being asked: what may harm, hype, and physical words for something that wears off. */
function deservesMark(verdict: Verdict, { rung, form }: Markable, kind: ProductKind): boolean {
  if (verdict === "risky") return true;
  if (verdict === "wears-off") return rung === 4;
  if (verdict !== "hype") return false;
  // "Poreless" is what such makeup is called; it is hype where the copy asserts it.
  return !(kind === "makeup" && rung === 5 && form !== "sentence");
}

const MARKED_ZONES: readonly string[] = ["title", "bullets", "description", "tile", "other"];

/**
 * Whether a judged reading is marked next to its words. `deserved` says that it deserves a mark where it stands, also
 * while that part of the page is closed; `flagged` that it does so in sight, whatever the user's setting; `quiet` that only
 * "mark everything" asks for the mark.
 */
export function marking(
  verdict: Verdict | null,
  reading: Markable,
  kind: ProductKind,
  mark: JudgeSettings["mark"],
): { deserved: boolean; flagged: boolean; marked: boolean; quiet: boolean } {
  const hasPlace = verdict !== null && MARKED_ZONES.includes(reading.zone);
  const deserved = hasPlace && deservesMark(verdict, reading, kind);
  const inSight = hasPlace && !reading.hidden && !reading.popupOnly;
  const flagged = deserved && inSight;
  return {
    deserved,
    flagged,
    marked: inSight && (mark === "everything" || (flagged && mark === "default")),
    quiet: inSight && mark === "everything" && !flagged,
  };
}
