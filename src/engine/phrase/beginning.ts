/** Where a match began that is known to end at a word: its phrase is followed backwards. */
import type { Automaton } from "./automaton.ts";
import { EDGE } from "./compile.ts";

/** Token indices of a match's span, and of its first word. */
export type Beginning = { first: number; start: number; end: number };

/** A state that read the word at hand, with the edges of the span met so far (-1 for none). */
type Thread = { id: number; start: number; end: number };
type Source = { id: number; edges: number };

export type Beginnings = {
  /**
   * The latest beginning of a match of `pattern` that ends with the word at `last`, which gives the shortest run of
   * words; optional parts at the beginning of a phrase are taken with it.
   * @param classes class of each word; @param isBreak whether a sentence begins at a word
   */
  find(
    pattern: number,
    last: number,
    classes: ArrayLike<number>,
    isBreak: (at: number) => boolean,
  ): Beginning | null;
};

/** For each state of a pattern those that lead to it by reading a word. */
type Reversed = { sources: Map<number, Source[]>; firsts: Set<number> };

export function createBeginnings<Key>(automaton: Automaton<Key>): Beginnings {
  const { states, patterns } = automaton.program;
  const reversed: Reversed[] = [];

  const reverse = (pattern: number): Reversed => {
    const known = reversed[pattern];
    if (known !== undefined) return known;
    const sources = new Map<number, Source[]>();
    const { first, last, entry } = patterns[pattern] ?? { first: 0, last: 0, entry: 0 };
    for (let id = first; id < last; id += 1) {
      const state = states[id];
      if (state?.op !== "word" && state?.op !== "gap") continue;
      for (const target of automaton.targetsOf(state.next)) {
        const list = sources.get(target.id) ?? [];
        list.push({ id, edges: target.edges });
        sources.set(target.id, list);
      }
    }
    const found = { sources, firsts: new Set(automaton.targetsOf(entry).map(({ id }) => id)) };
    reversed[pattern] = found;
    return found;
  };

  return {
    find(pattern, last, classes, isBreak) {
      const { sources, firsts } = reverse(pattern);
      const lead = patterns[pattern]?.lead ?? 0;
      let found: Beginning | null = null;
      let threads: Thread[] = [{ id: patterns[pattern]?.first ?? -1, start: -1, end: -1 }];
      for (let at = last; at >= 0; at -= 1) {
        const wordClass = classes[at] ?? 0;
        const before = new Map<number, Thread>();
        for (const { id, start, end } of threads) {
          for (const source of sources.get(id) ?? []) {
            if (before.has(source.id) || !automaton.reads(source.id, wordClass)) continue;
            if (found !== null && source.id < lead) continue;
            before.set(source.id, {
              id: source.id,
              start: source.edges & EDGE.opens ? at + 1 : start,
              end: source.edges & EDGE.closes ? at + 1 : end,
            });
          }
        }
        for (const thread of before.values()) {
          if (!firsts.has(thread.id)) continue;
          const start = thread.start === -1 ? at : thread.start;
          found = { first: at, start, end: thread.end === -1 ? last + 1 : thread.end };
          break;
        }
        if (before.size === 0 || isBreak(at)) return found;
        threads = [...before.values()];
      }
      return found;
    },
  };
}
