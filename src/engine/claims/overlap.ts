/** Of readings that overlap, the one that stays. */
import type { Reading } from "../model.ts";
import type { Range } from "./range.ts";

/** A reading with the tokens that it stands on. */
export type Candidate = Reading & { tokens: Range };

/** Words already taken, by what was found there. */
export class Taken {
  private readonly words = new Map<string, Uint8Array>();

  constructor(private readonly length: number) {}

  has(by: string, { start, end }: Range): boolean {
    const taken = this.words.get(by);
    if (taken === undefined) return false;
    for (let at = start; at < end; at += 1) if (taken[at] === 1) return true;
    return false;
  }

  add(by: string, { start, end }: Range): void {
    let taken = this.words.get(by);
    if (taken === undefined) {
      taken = new Uint8Array(this.length);
      this.words.set(by, taken);
    }
    taken.fill(1, start, end);
  }
}

/**
 * Languages share words ("minimise", "poros"), and a "no" is known to its own only: what one of them denies or asks, no other
 * asserts.
 */
export function agreed(candidates: Candidate[], length: number): Candidate[] {
  const denied = new Map<string, Taken>();
  for (const { polarity, language, object, tokens } of candidates) {
    if (polarity === "asserted") continue;
    const taken = denied.get(language) ?? new Taken(length);
    denied.set(language, taken);
    taken.add(object, tokens);
  }
  const others = (language: string) => [...denied].filter(([other]) => other !== language);
  return candidates.filter(
    ({ polarity, language, object, tokens }) =>
      polarity !== "asserted" || !others(language).some(([, taken]) => taken.has(object, tokens)),
  );
}

/** Of overlapping readings of one object the strongest stays, and of equals the longer. */
export function strongest(candidates: Candidate[], length: number): Candidate[] {
  const taken = new Taken(length);
  const size = ({ tokens }: Candidate) => tokens.end - tokens.start;
  const ranked = [...candidates].sort((a, b) => b.rung - a.rung || size(b) - size(a) || a.start - b.start);
  const kept = ranked.filter((candidate) => {
    if (taken.has(candidate.object, candidate.tokens)) return false;
    taken.add(candidate.object, candidate.tokens);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}
