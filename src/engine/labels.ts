/** Several ingredient lists of one page: which are one and the same, and which are labels of their own. */
import { nameKey } from "./label/keys.ts";
import type { Label } from "./model.ts";

/** Share of a list's entries that stand in another one, from which it is that list again, cut short or in another order. */
const SAME_SHARE = 0.9;
/** More labels than this are no kit but a catalogue. */
const LABELS_MOST = 12;

const keysOf = ({ entries }: Label): string[] => entries.map(({ name }) => nameKey(name));

/**
 * The labels of a page, the longest first. A list that a longer one holds (the same list from structured data, a shade, a list of
 * key ingredients) is left out; products of a kit stay apart. Never more than twelve.
 */
export function distinctLabels(labels: readonly Label[]): Label[] {
  const kept: { label: Label; keys: ReadonlySet<string> }[] = [];
  const byLength = [...labels].sort((a, b) => b.entries.length - a.entries.length);
  for (const label of byLength) {
    const keys = keysOf(label);
    const same = kept.find((other) => {
      const shared = keys.filter((key) => other.keys.has(key)).length;
      return shared / keys.length >= SAME_SHARE;
    });
    if (same === undefined) kept.push({ label, keys: new Set(keys) });
    if (kept.length === LABELS_MOST) break;
  }
  return kept.map(({ label }) => label);
}
