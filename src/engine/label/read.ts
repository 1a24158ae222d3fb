import type { Ingredient, Label } from "../model.ts";
import { withoutPercent } from "./entry.ts";
import type { InciNames } from "./inci.ts";
import { isProse } from "./lines.ts";
import type { NameTable } from "./names.ts";
import { splitList } from "./split.ts";

/** Fewer entries than this are no ingredient list but a bullet or a sentence. */
const ENTRIES_LEAST = 3;
/** Share of entries that are known names or have the shape of one, from which a text is a list. */
const LIKELY_SHARE = 0.5;
/** So many neighbours in alphabetical order do not happen by weight. */
const ALPHABETICAL_LEAST = 8;

/** What is known of names when labels are read. */
export type LabelNames = { actives: NameTable; inci: InciNames };

function isAlphabetical(entries: Ingredient[]): boolean {
  const names = entries
    .filter(({ section }) => section === "main")
    .map(({ printed }) => printed.toLowerCase());
  if (names.length < ALPHABETICAL_LEAST) return false;
  return names.every((name, at) => at === 0 || (names[at - 1] ?? "") <= name);
}

function onePercentLine(entries: Ingredient[], table: NameTable): number | null {
  if (isAlphabetical(entries)) return null;
  const marker = entries.findIndex(({ printed, section }) => section === "main" && table.isMarker(printed));
  return marker === -1 || marker + 1 >= entries.length ? null : marker + 1;
}

/**
 * Reads the text of an ingredient list. Returns null where the text is no list (too few entries, running text, praise, what is
 * not inside). The one-percent line is an upper bound only: what stands behind a marker is at most 1 %; what stands before it
 * may be less too. Alphabetical lists, as in US Drug Facts, have none (21 CFR 201.66(c)(8)).
 */
export function readLabel(text: string, { actives, inci }: LabelNames): Label | null {
  const printed = splitList(text, inci, (name) => actives.find(name)?.drugFacts === true);
  if (printed.length < ENTRIES_LEAST) return null;
  let likely = 0;
  const entries = printed.map((entry): Ingredient => {
    const bare = entry.percent === undefined ? entry.printed : withoutPercent(entry.printed).trim();
    const name = inci.mended(bare.replace(/\s+/g, " "));
    const active = actives.find(entry.printed);
    const known = active !== null || inci.isKnown(name);
    if (known || (inci.isLikely(name) && !isProse(name))) likely += 1;
    return { ...entry, name, known, active: active?.id ?? null };
  });
  if (likely / entries.length < LIKELY_SHARE) return null;
  return { entries, onePercentLine: onePercentLine(entries, actives) };
}
