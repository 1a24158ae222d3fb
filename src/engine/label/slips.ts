/** Names that a misspelt one may be meant for. */
import { distance } from "fastest-levenshtein";

/** Shorter names are too near to each other: "retinol", "retinal". */
const SHORT = 8;
const LONG = 11;
/** A slip leaves the beginning or the end of a name as it is. */
const END = 4;

/** Of vitamins the one letter that may slip is the one that tells them apart: "Vitamin D3", "Vitamin K". */
const VITAMIN = /^(?:pro)?vitamin/;

/** Slips that a name may hold: none, one from eight letters on, two from eleven. */
const slipsIn = (name: string): number =>
  VITAMIN.test(name) || name.length < SHORT ? 0 : name.length < LONG ? 1 : 2;

/** "Benzophenone-3" is no slip of "Benzophenone-4". */
const digitsOf = (name: string): string => name.replace(/\D+/g, " ").trim();

/**
 * Makes a search for the known names nearest to a misspelt one. Of several at the same distance all are returned, so that
 * the caller can tell that a name is ambiguous; an empty array where none is near enough. A lookup costs some microseconds.
 * @param names known names, letters and digits only
 */
export function slips(names: readonly string[]): (name: string) => string[] {
  const byEnd = new Map<string, string[]>();
  const put = (key: string, name: string) => {
    const bucket = byEnd.get(key);
    if (bucket === undefined) byEnd.set(key, [name]);
    else bucket.push(name);
  };
  for (const name of new Set(names)) {
    if (slipsIn(name) === 0) continue;
    put(`^${name.slice(0, END)}`, name);
    put(`${name.slice(-END)}$`, name);
  }
  return (name) => {
    const most = slipsIn(name);
    if (most === 0) return [];
    const near = [
      ...(byEnd.get(`^${name.slice(0, END)}`) ?? []),
      ...(byEnd.get(`${name.slice(-END)}$`) ?? []),
    ];
    let best = most + 1;
    let found = new Set<string>();
    for (const known of near) {
      if (Math.abs(known.length - name.length) > most || digitsOf(known) !== digitsOf(name)) continue;
      const far = distance(known, name);
      if (far > most || far > best) continue;
      if (far < best) found = new Set();
      best = far;
      found.add(known);
    }
    return [...found];
  };
}
