import { BOUNDARY, type Tokens } from "../text/tokens.ts";
import { EDGE, type Program, type Target } from "./compile.ts";

/** A phrase found: token indices of its span, `end` exclusive. */
export type Match<Key> = { key: Key; start: number; end: number };

const NO_SPAN = { start: -1, end: -1 };

/**
 * Finds every phrase of a program in one pass. Work is bounded by tokens × states: each state is entered at most once a
 * token, and of two ways into it the one that began later wins, which gives the shortest run of words. No phrase
 * crosses a sentence boundary. For one phrase and one start only the longest match is kept.
 */
export function matchPhrases<Key>(program: Program<Key>, tokens: Tokens): Match<Key>[] {
  const { states, targets, keys, entries, gapStops } = program;
  const found = new Map<number, Match<Key> & { pattern: number }>();
  const enteredAt = new Int32Array(states.length).fill(-1);
  const begun = new Int32Array(states.length);
  // Where the span begins and ends that each state's phrase has marked so far; -1 for none.
  const opened = new Int32Array(states.length);
  const closed = new Int32Array(states.length);
  let active: number[] = [];
  let following: number[] = [];

  const enter = (
    reached: readonly Target[] | undefined,
    start: number,
    span: { start: number; end: number },
    index: number,
  ) => {
    for (const { id, edges } of reached ?? []) {
      const isNew = enteredAt[id] !== index;
      if (!isNew && (begun[id] ?? -1) >= start) continue;
      enteredAt[id] = index;
      begun[id] = start;
      const spanStart = edges & EDGE.opens ? index + 1 : span.start;
      const spanEnd = edges & EDGE.closes ? index + 1 : span.end;
      opened[id] = spanStart;
      closed[id] = spanEnd;
      const state = states[id];
      if (state?.op === "match") {
        const key = keys[state.pattern];
        if (key === undefined) continue;
        found.set(start * keys.length + state.pattern, {
          key,
          start: spanStart === -1 ? start : spanStart,
          end: spanEnd === -1 ? index + 1 : spanEnd,
          pattern: state.pattern,
        });
      } else if (isNew) following.push(id);
    }
  };

  for (let index = 0; index < tokens.words.length; index += 1) {
    const word = tokens.words[index] ?? "";
    following = [];
    if (tokens.before[index] !== BOUNDARY.sentence && active.length > 0) {
      // Read before any state is entered anew, which overwrites where it began.
      const starts = active.map((id) => begun[id] ?? 0);
      const spans = active.map((id) => ({ start: opened[id] ?? -1, end: closed[id] ?? -1 }));
      const stopsGap = gapStops.has(word);
      for (let thread = 0; thread < active.length; thread += 1) {
        const state = states[active[thread] ?? -1];
        if (state?.op !== "word" && state?.op !== "gap") continue;
        if (state.op === "word" ? state.words.has(word) : !stopsGap)
          enter(targets[state.next], starts[thread] ?? 0, spans[thread] ?? NO_SPAN, index);
      }
    }
    enter(entries.get(word), index, NO_SPAN, index);
    active = following;
  }
  return [...found.values()]
    .sort((a, b) => a.start - b.start || a.end - b.end || a.pattern - b.pattern)
    .map(({ key, start, end }) => ({ key, start, end }));
}
