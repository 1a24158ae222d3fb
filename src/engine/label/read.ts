import type { Ingredient, Label } from "../model.ts";
import { withoutPercent } from "./entry.ts";
import type { InciNames } from "./inci.ts";
import { isFreeFrom, isProse } from "./lines.ts";
import type { NameTable } from "./names.ts";
import { isHighlights } from "./sections.ts";
import { type PrintedEntry, splitList } from "./split.ts";

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

/** The entries of a text, or none where it is no ingredient list: praise, running text, what is not inside. */
function entriesIn(text: string, { actives, inci }: LabelNames): PrintedEntry[] {
  if (isFreeFrom(text) || isHighlights(text)) return [];
  const isDrug = (name: string) => {
    const active = actives.find(name);
    return active?.drugFacts === true;
  };
  const entries = splitList(text, inci, isDrug);
  if (entries.length < ENTRIES_LEAST) return [];
  const likely = entries.filter(
    ({ printed }) =>
      !isProse(printed) && (inci.isLikely(withoutPercent(printed)) || actives.find(printed) !== null),
  );
  return likely.length / entries.length < LIKELY_SHARE ? [] : entries;
}

/**
 * Reads the text of an ingredient list. Returns null where the text is no list (too few entries, running text, praise).
 * The one-percent line is an upper bound only: what stands behind a marker is at most 1 %; what stands before it may be
 * less too. Alphabetical lists, as in US Drug Facts, have none (21 CFR 201.66(c)(8)).
 */
export function readLabel(text: string, names: LabelNames): Label | null {
  const entries = entriesIn(text, names).map((entry): Ingredient => {
    const active = names.actives.find(entry.printed);
    const name = names.inci.mended(withoutPercent(entry.printed).replace(/\s+/g, " ").trim());
    return { ...entry, name, known: active !== null || names.inci.isKnown(name), active: active?.id ?? null };
  });
  return entries.length === 0 ? null : { entries, onePercentLine: onePercentLine(entries, names.actives) };
}
