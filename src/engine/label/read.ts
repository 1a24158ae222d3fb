import type { Ingredient, Label } from "../model.ts";
import type { NameTable } from "./names.ts";
import { type PrintedEntry, splitList } from "./split.ts";

/** Fewer entries than this are no ingredient list but a bullet or a sentence. */
const ENTRIES_LEAST = 3;
/** Entries of a list are names: few words each. Running text has long ones. */
const WORDS_TYPICAL = 7;
const WORDY_SHARE = 0.35;
/** So many neighbours in alphabetical order do not happen by weight. */
const ALPHABETICAL_LEAST = 8;

/** "Free of salicylic acid, parabens…" lists what is not inside. */
const FREE_FROM =
  /^\s*(?:100\s*%\s*)?(?:free\s+(?:of|from)|without|no|does\s+not\s+contain|formulated\s+without)\b/i;

function looksLikeProse(entries: PrintedEntry[]): boolean {
  const wordy = entries.filter(
    ({ printed }) => printed.replace(/\([^)]*\)?/g, "").split(/\s+/).length > WORDS_TYPICAL,
  );
  return wordy.length / entries.length > WORDY_SHARE;
}

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
 * Reads the text of an ingredient list. Returns null where the text is no list (too few entries, running text).
 * The one-percent line is an upper bound only: what stands behind a marker is at most 1 %; what stands before it may be
 * less too. Alphabetical lists, as in US Drug Facts, have none (21 CFR 201.66(c)(8)).
 */
export function readLabel(text: string, table: NameTable): Label | null {
  if (FREE_FROM.test(text)) return null;
  const printed = splitList(text);
  if (printed.length < ENTRIES_LEAST || looksLikeProse(printed)) return null;
  const entries: Ingredient[] = printed.map((entry) => {
    const active = table.find(entry.printed);
    return { ...entry, name: active?.names[0] ?? null, active: active?.id ?? null };
  });
  return { entries, onePercentLine: onePercentLine(entries, table) };
}
