/**
 * A program made deterministic while it is used: reading a word is one look-up, whatever the number of phrases. What has
 * not been met before is worked out once. Memory is bounded: a full table is emptied and begun anew.
 */

import { hashOf } from "../text/lexer.ts";
import { closure, isEnding, type Program, type Target } from "./compile.ts";
import { createWordTable, type WordTable } from "./word-table.ts";

/** Words that no phrase tells apart are of one class; class 0 is of words that none names. */
type WordClass = {
  sets: ReadonlySet<number>;
  stopsGap: boolean;
};

export type Automaton<Key> = {
  program: Program<Key>;
  words: WordTable;
  /** Class of the word that stands in `text` from `start` to `end`. @param hash as the lexer gives it */
  classIn(text: string, start: number, end: number, hash: number): number;
  classOf(word: string): number;
  /** The state after reading a word of a class. State 0 is that at the beginning of a sentence. */
  step(state: number, wordClass: number): number;
  /** The patterns of which a match ends in a state. */
  endingIn(state: number): readonly number[];
  /** Whether one of those that were asked for ends in a state. */
  isWanted(state: number): boolean;
  /** Whether a state of the program reads a word of a class. */
  reads(id: number, wordClass: number): boolean;
  targetsOf(id: number): readonly Target[];
  /** How many steps had to be worked out so far. */
  worked(): number;
};

/** Deterministic states kept at the most; shop text needs some thousands. */
const STATES_MOST = 8_192;
const CELLS_FIRST = 1 << 14;

/** Transitions by state and class: a table of numbers with open addressing, which grows. Values are above 0. */
class Transitions {
  private keys = new Int32Array(CELLS_FIRST).fill(-1);
  private values = new Int32Array(CELLS_FIRST);
  private count = 0;

  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> 7;
    for (slot &= mask; this.keys[slot] !== -1 && this.keys[slot] !== key; slot = (slot + 1) & mask);
    return slot;
  }

  /** The state, or -1 where none is known. */
  get(key: number): number {
    const slot = this.slotOf(key);
    return this.keys[slot] === key ? (this.values[slot] ?? -1) : -1;
  }

  set(key: number, value: number): void {
    if (this.count * 2 > this.keys.length) {
      const [keys, values] = [this.keys, this.values];
      this.keys = new Int32Array(keys.length * 2).fill(-1);
      this.values = new Int32Array(keys.length * 2);
      this.count = 0;
      keys.forEach((known, slot) => {
        if (known !== -1) this.set(known, values[slot] ?? -1);
      });
    }
    const slot = this.slotOf(key);
    if (this.keys[slot] === -1) this.count += 1;
    this.keys[slot] = key;
    this.values[slot] = value;
  }
}

/** Sorts the words of a program into classes. */
function classify(program: Program<unknown>): { words: string[]; classOf: number[]; classes: WordClass[] } {
  const setsOf = new Map<string, number[]>();
  program.wordSets.forEach((words, set) => {
    for (const word of words) {
      const sets = setsOf.get(word);
      if (sets === undefined) setsOf.set(word, [set]);
      else sets.push(set);
    }
  });
  for (const word of program.gapStops) if (!setsOf.has(word)) setsOf.set(word, []);
  const endings = [...setsOf.keys()].filter(isEnding);
  for (const ending of endings) {
    for (const [word, sets] of setsOf) {
      if (!isEnding(word) && word.endsWith(ending.slice(1))) {
        setsOf.set(
          word,
          [...new Set([...sets, ...(setsOf.get(ending) ?? [])])].sort((a, b) => a - b),
        );
      }
    }
  }
  const classes: WordClass[] = [{ sets: new Set(), stopsGap: false }];
  const known = new Map<string, number>();
  const words = [...setsOf.keys()];
  const classOf = words.map((word) => {
    const sets = setsOf.get(word) ?? [];
    const stopsGap = program.gapStops.has(word);
    const signature = `${stopsGap}${sets.join(",")}`;
    const same = known.get(signature);
    if (same !== undefined) return same;
    classes.push({ sets: new Set(sets), stopsGap });
    known.set(signature, classes.length - 1);
    return classes.length - 1;
  });
  return { words, classOf, classes };
}

type Kept = { members: Int32Array; endings: readonly number[]; wanted: boolean };

/** @param wants of which patterns `isWanted` tells. */
export function createAutomaton<Key>(program: Program<Key>, wants: (key: Key) => boolean): Automaton<Key> {
  const { states, patterns } = program;
  const { words, classOf, classes } = classify(program);
  const table = createWordTable(words);
  const known = Uint16Array.from([0, ...classOf]);
  const endings = words.flatMap((word, at) =>
    isEnding(word) ? [{ ending: word.slice(1), wordClass: classOf[at] ?? 0 }] : [],
  );
  const targets: (readonly Target[] | undefined)[] = [];
  const entered: (readonly Target[] | undefined)[] = [];
  let kept: Kept[] = [];
  let numbers = new Map<string, number>();
  let transitions = new Transitions();

  const targetsOf = (id: number): readonly Target[] => {
    const known = targets[id];
    if (known !== undefined) return known;
    const found = closure(states, id);
    targets[id] = found;
    return found;
  };

  const reads = (id: number, wordClass: number): boolean => {
    const state = states[id];
    const of = classes[wordClass];
    if (state === undefined || of === undefined) return false;
    if (state.op === "gap") return !of.stopsGap;
    return state.op === "word" && of.sets.has(state.set);
  };

  let firsts: number[] | undefined;
  /** What a word of a class leads to where it begins a phrase. */
  const enteredBy = (wordClass: number): readonly Target[] => {
    const before = entered[wordClass];
    if (before !== undefined) return before;
    firsts ??= patterns.flatMap(({ entry }) => targetsOf(entry).map(({ id }) => id));
    const found = firsts
      .filter((id) => reads(id, wordClass))
      .flatMap((id) => {
        const state = states[id];
        return state?.op === "word" ? targetsOf(state.next) : [];
      });
    entered[wordClass] = found;
    return found;
  };

  const keep = (members: Int32Array, ends: number[]): number => {
    const id = `${members.join()};${ends.join()}`;
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const wanted = ends.some((pattern) => {
      const key = patterns[pattern]?.key;
      return key !== undefined && wants(key);
    });
    kept.push({ members, endings: ends, wanted });
    numbers.set(id, kept.length - 1);
    return kept.length - 1;
  };

  const forget = () => {
    kept = [];
    numbers = new Map();
    transitions = new Transitions();
    keep(new Int32Array(0), []);
  };
  forget();

  let worked = 0;
  const workOut = (from: Int32Array, wordClass: number): number => {
    worked += 1;
    const members = new Set<number>();
    const ends = new Set<number>();
    const enter = (reached: readonly Target[]) => {
      for (const { id } of reached) {
        const state = states[id];
        if (state?.op === "match") ends.add(state.pattern);
        else members.add(id);
      }
    };
    for (const id of from) {
      const state = states[id];
      if ((state?.op === "word" || state?.op === "gap") && reads(id, wordClass)) enter(targetsOf(state.next));
    }
    enter(enteredBy(wordClass));
    return keep(
      Int32Array.from(members).sort(),
      [...ends].sort((a, b) => a - b),
    );
  };

  return {
    program,
    words: table,
    classIn(text, start, end, hash) {
      const id = table.find(text, start, end, hash);
      if (id !== 0) return known[id] ?? 0;
      for (const { ending, wordClass } of endings) {
        if (end - start > ending.length && text.startsWith(ending, end - ending.length)) return wordClass;
      }
      return 0;
    },
    classOf(word) {
      return this.classIn(word, 0, word.length, hashOf(word));
    },
    step(state, wordClass) {
      const key = state * classes.length + wordClass;
      const known = transitions.get(key);
      if (known !== -1) return known;
      const from = kept[state]?.members ?? new Int32Array(0);
      if (kept.length >= STATES_MOST) {
        forget();
        return workOut(from, wordClass);
      }
      const next = workOut(from, wordClass);
      transitions.set(key, next);
      return next;
    },
    endingIn: (state) => kept[state]?.endings ?? [],
    isWanted: (state) => kept[state]?.wanted ?? false,
    reads,
    targetsOf,
    worked: () => worked,
  };
}
