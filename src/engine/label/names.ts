import type { Active } from "../model.ts";
import { withoutPercent } from "./entry.ts";
import type { InciNames } from "./inci.ts";
import { nameKey } from "./keys.ts";
import { slips } from "./slips.ts";

export type NameTable = {
  /** The active that a printed entry names, or null. Look-alikes are never taken for the active. */
  find(printed: string): Active | null;
  isMarker(printed: string): boolean;
};

const POLYMER = /polymers?\b|^poly\b/i;
const PLANT = /\b(?:extract|oil|bark|ferment|filtrate|juice|water|seed|leaf|root|fruit|flower)\b/i;

/** The ways in which one printed entry may be named: whole, without brackets, in brackets, each side of a slash. */
function spellingsOf(printed: string): string[] {
  const bare = printed.includes("%") ? withoutPercent(printed) : printed;
  if (!/[([{/]/.test(bare)) {
    const key = nameKey(bare);
    return key === "" ? [] : [key];
  }
  const outside = bare.replace(/[([{][^)\]}]*[)\]}]?/g, " ");
  const inside = [...bare.matchAll(/[([{]([^)\]}]*)[)\]}]?/g)].map((match) => match[1] ?? "");
  // A copolymer is none of what it is made from, and an extract none of what is in it.
  if (POLYMER.test(bare)) return [bare, outside].map(nameKey);
  const parts = PLANT.test(outside)
    ? [bare, outside, ...outside.split("/")]
    : [bare, outside, ...outside.split("/"), ...inside, ...inside.flatMap((part) => part.split(/[/,]/))];
  return parts.map(nameKey).filter((spelling) => spelling !== "");
}

/**
 * Builds the table of names.
 * @param markers ingredients that the law limits to 1 %.
 * @param inci other names that are known: none of them is a misspelt active.
 * @throws Error if two actives claim one name, or an active lists a name of its own as a look-alike.
 */
export function createNameTable(actives: Active[], markers: string[], inci?: InciNames): NameTable {
  const byName = new Map<string, Active>();
  const lookalikes = new Set(actives.flatMap((active) => active.lookalikes.map(nameKey)));
  for (const active of actives) {
    for (const name of active.names) {
      const spelling = nameKey(name);
      const other = byName.get(spelling);
      if (other && other !== active) throw new Error(`"${name}" is named by ${other.id} and ${active.id}`);
      if (active.lookalikes.some((lookalike) => nameKey(lookalike) === spelling))
        throw new Error(`"${name}" of ${active.id} is listed as a look-alike`);
      byName.set(spelling, active);
    }
  }
  const markerKeys = new Set(markers.map(nameKey));
  const nearest = slips([...byName.keys(), ...lookalikes]);

  return {
    find(printed) {
      const names = spellingsOf(printed);
      // A look-alike of one active may be another: octisalate is no salicylic acid, but a filter.
      if (names.some((name) => lookalikes.has(name) && !byName.has(name))) return null;
      for (const name of names) {
        const active = byName.get(name);
        if (active) return active;
      }
      if (inci?.isKnown(printed)) return null;
      const meant = new Set(names.slice(0, 2).flatMap(nearest));
      const [only] = meant;
      return meant.size > 0 &&
        only !== undefined &&
        [...meant].every((name) => byName.get(name) === byName.get(only))
        ? (byName.get(only) ?? null)
        : null;
    },
    isMarker: (printed) => spellingsOf(printed).some((name) => markerKeys.has(name)),
  };
}
