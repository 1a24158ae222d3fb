import { BOUNDARY, type Tokens } from "../text/tokens.ts";
import type { Program } from "./compile.ts";

/** A phrase found: token indices, `end` exclusive. */
export type Match<Key> = { key: Key; start: number; end: number };

/**
 * Finds every phrase of a program in one pass. Work is bounded by tokens × states: each state is entered at most once a
 * token, and of two ways into it the one that began later wins, which gives the shortest run of words. No phrase
 * crosses a sentence boundary. For one phrase and one start only the longest match is kept.
 */
export function matchPhrases<Key>(program: Program<Key>, tokens: Tokens): Match<Key>[] {
  const { states, entries, gapStops } = program;
  const found = new Map<string, Match<Key> & { pattern: number }>();
  const enteredAt = new Int32Array(states.length).fill(-1);
  const begun = new Int32Array(states.length);
  let active: number[] = [];
  let following: number[] = [];

  const enter = (id: number, start: number, index: number) => {
    if (enteredAt[id] === index && (begun[id] ?? -1) >= start) return;
    const isNew = enteredAt[id] !== index;
    enteredAt[id] = index;
    begun[id] = start;
    const state = states[id];
    if (state === undefined) return;
    if (state.op === "split") {
      for (const next of state.next) enter(next, start, index);
    } else if (state.op === "match") {
      const key = program.keys[state.pattern];
      if (key !== undefined) {
        found.set(`${state.pattern}:${start}`, { key, start, end: index + 1, pattern: state.pattern });
      }
    } else if (isNew) {
      following.push(id);
    }
  };

  for (let index = 0; index < tokens.words.length; index += 1) {
    const word = tokens.words[index] ?? "";
    following = [];
    if (tokens.before[index] !== BOUNDARY.sentence && active.length > 0) {
      const starts = active.map((id) => begun[id] ?? 0);
      const stopsGap = gapStops.has(word);
      active.forEach((id, thread) => {
        const state = states[id];
        const start = starts[thread] ?? 0;
        if (state?.op === "word" && state.words.has(word)) enter(state.next, start, index);
        else if (state?.op === "gap" && !stopsGap) enter(state.next, start, index);
      });
    }
    for (const state of entries.get(word) ?? []) enter(state, index, index);
    active = following;
  }
  return [...found.values()]
    .sort((a, b) => a.start - b.start || a.end - b.end || a.pattern - b.pattern)
    .map(({ key, start, end }) => ({ key, start, end }));
}
