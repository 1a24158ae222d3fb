/** The lines of the table of budgets, and how they are printed. */

export type Line = {
  what: string;
  /** As it is printed, with its unit. */
  measured: string;
  /** The least that it can cost, in the same unit and the same run. */
  floor: string;
  /** The best other way, in the same unit and the same run; or why it was not measured. */
  peer: string;
  goal: string;
  met: boolean;
};

/** A peer that cannot be had here. */
export const NOT_MEASURED = "not measured here";

const HEAD = ["", "measured", "floor", "best peer", "goal", ""];

/** At most `most`, in a unit. `digits` behind the point, 2 by default. */
export function atMost(
  what: string,
  value: number,
  most: number,
  { unit = "", digits = 2, floor = "–", peer = "–" } = {},
): Line {
  const shown = unit === "" ? "" : ` ${unit}`;
  return {
    what,
    measured: `${value.toFixed(digits)}${shown}`,
    floor,
    peer,
    goal: `≤ ${most}${shown}`,
    met: value <= most,
  };
}

/** The lines as a table. Whatever is wider than its column makes the column wider. */
export function table(lines: readonly Line[]): string {
  const rows = [
    HEAD,
    ...lines.map(({ what, measured, floor, peer, goal, met }) => [
      what,
      measured,
      floor,
      peer,
      goal,
      met ? "met" : "NOT MET",
    ]),
  ];
  return columns(rows);
}

/** Rows of cells, the first cell of each to the left and all others to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
