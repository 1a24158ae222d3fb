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

/** What one language makes of a passage. */
export type Understanding = {
  candidates: Candidate[];
  /** Words that looked like a claim and are none: an antipattern says so. */
  cancelled: { object: string; tokens: Range }[];
  /** How many words of the passage the language knows. */
  known: number;
};

/**
 * Languages share words ("minimise", "poros"), while a "no" is known to its own only. So of two that read the same words the
 * one that knows more of the passage is believed; and what one of equals denies, asks or cancels, no other asserts.
 * @param length number of tokens
 */
export function agreed(understandings: Understanding[], length: number): Candidate[] {
  const [only] = understandings;
  if (only !== undefined && understandings.length === 1) return only.candidates;
  return understandings.flatMap((own) => {
    const disputed = new Taken(length);
    for (const other of understandings) {
      if (other === own || other.known < own.known) continue;
      const outranks = other.known > own.known;
      for (const { object, tokens, polarity } of other.candidates)
        if (outranks || polarity !== "asserted") disputed.add(object, tokens);
      for (const { object, tokens } of other.cancelled) disputed.add(object, tokens);
    }
    return own.candidates.filter(
      ({ polarity, object, tokens }) => polarity !== "asserted" || !disputed.has(object, tokens),
    );
  });
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
