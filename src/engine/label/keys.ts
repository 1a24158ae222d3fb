/** Names as they are compared. */
import { normalise } from "../text/normalise.ts";

const PLAIN = /^[\x20-\x7e]*$/;

/** Keys of the names met last: one entry is looked up half a dozen times while a list is read. */
const met = new Map<string, string>();
const MET_MOST = 2_000;

function makeKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase().replace(/[^a-z0-9]+/g, "");
  return normalise(name).text.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Letters and digits only, so that case, hyphens, brackets and stars do not matter. */
export function nameKey(name: string): string {
  const known = met.get(name);
  if (known !== undefined) return known;
  if (met.size >= MET_MOST) met.clear();
  const key = makeKey(name);
  met.set(name, key);
  return key;
}
