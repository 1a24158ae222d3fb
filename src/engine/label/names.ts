import type { Active } from "../model.ts";
import { normalise } from "../text/normalise.ts";

export type NameTable = {
  /** The active that a printed entry names, or null. Look-alikes are never taken for the active. */
  find(printed: string): Active | null;
  isMarker(printed: string): boolean;
};

/** Letters and digits only, so that case, hyphens and stars do not matter. */
function key(name: string): string {
  return normalise(name).text.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The ways in which one printed entry may be named: whole, without brackets, in brackets, each side of a slash. */
function spellings(printed: string): string[] {
  const bare = printed.replace(/\d+(?:[.,]\d+)?\s*%/g, " ");
  const outside = bare.replace(/[([{][^)\]}]*[)\]}]?/g, " ");
  const inside = [...bare.matchAll(/[([{]([^)\]}]*)[)\]}]?/g)].map((match) => match[1] ?? "");
  return [bare, outside, ...outside.split("/"), ...inside, ...inside.flatMap((part) => part.split("/"))]
    .map(key)
    .filter((spelling) => spelling !== "");
}

/**
 * Builds the table of names.
 * @param markers ingredients that the law limits to 1 %.
 * @throws Error if two actives claim one name, or an active lists a name of its own as a look-alike.
 */
export function createNameTable(actives: Active[], markers: string[]): NameTable {
  const byName = new Map<string, Active>();
  const lookalikes = new Set(actives.flatMap((active) => active.lookalikes.map(key)));
  for (const active of actives) {
    for (const name of active.names) {
      const spelling = key(name);
      const other = byName.get(spelling);
      if (other && other !== active) throw new Error(`"${name}" is named by ${other.id} and ${active.id}`);
      if (lookalikes.has(spelling)) throw new Error(`"${name}" of ${active.id} is listed as a look-alike`);
      byName.set(spelling, active);
    }
  }
  const markerKeys = new Set(markers.map(key));
  return {
    find(printed) {
      const names = spellings(printed);
      if (names.some((name) => lookalikes.has(name))) return null;
      for (const name of names) {
        const active = byName.get(name);
        if (active) return active;
      }
      return null;
    },
    isMarker: (printed) => spellings(printed).some((name) => markerKeys.has(name)),
  };
}
