/**
 * Phrases compiled into one automaton over words. All phrases of all rules share it, so a text is read once whatever
 * the number of rules.
 */
import { normalise } from "../text/normalise.ts";
import { tokenise } from "../text/tokens.ts";
import { type Phrase, PhraseError, parsePhrase } from "./parse.ts";

export type State =
  | { op: "word"; words: ReadonlySet<string>; next: number }
  | { op: "gap"; next: number }
  | { op: "split"; next: number[] }
  /** Where the span of a phrase begins or ends. Reads nothing. */
  | { op: "edge"; edge: Edge; next: number }
  | { op: "match"; pattern: number };

export const EDGE = { none: 0, opens: 1, closes: 2 } as const;
type Edge = 0 | 1 | 2 | 3;

/** A state that reads a word or ends a phrase, and what edges of a span lie on the way to it. */
export type Target = { id: number; edges: Edge };

/** A phrase with the key under which its matches are reported. */
export type Pattern<Key> = { key: Key; phrase: string };

/** A word, or all or any of several needs. */
export type Need = string | { all: Need[] } | { any: Need[] };

export type Program<Key> = {
  states: State[];
  keys: Key[];
  /** For each state: those that read a word or end a phrase, reachable from it without reading a word. */
  targets: readonly Target[][];
  /** For each word that can begin a phrase: the states that it leads to, likewise. */
  entries: Map<string, Target[]>;
  /** Words that a gap never steps over. */
  gapStops: ReadonlySet<string>;
  /** For each pattern what a text must hold for it to match. */
  needs: Need[];
};

const SET_DEPTH = 8;

/** The words that a phrase word stands for, folded the way texts are: "pore-free" is two. */
function fold(word: string): string[] {
  return tokenise(normalise(word).text).words;
}

class Builder<Key> {
  readonly states: State[] = [];
  readonly keys: Key[] = [];
  readonly parsed = new Map<string, Phrase[]>();

  constructor(readonly sets: Record<string, string[]>) {}

  add(state: State): number {
    this.states.push(state);
    return this.states.length - 1;
  }

  set(name: string): Phrase[] {
    const known = this.parsed.get(name);
    if (known !== undefined) return known;
    const phrases = this.sets[name];
    if (phrases === undefined) throw new PhraseError(`There is no set "${name}"`, 1);
    const parsed = phrases.map(parsePhrase);
    this.parsed.set(name, parsed);
    return parsed;
  }

  /** Options with those of the sets among them, so that the single words of all of them come together. */
  flat(options: Phrase[], depth: number): Phrase[] {
    return options.flatMap((option) => {
      if (option.kind === "choice") return this.flat(option.options, depth);
      if (option.kind !== "set") return [option];
      if (depth >= SET_DEPTH) throw new PhraseError(`The set "${option.name}" refers to itself`, 1);
      return this.flat(this.set(option.name), depth + 1);
    });
  }

  /** Words of a set that are single words are one state; only the longer phrases branch. */
  choice(options: Phrase[], next: number, depth: number): number {
    const single = new Set<string>();
    const targets: number[] = [];
    for (const option of this.flat(options, depth)) {
      const words = option.kind === "word" ? fold(option.word) : [];
      const [only] = words;
      if (words.length === 1 && only !== undefined) single.add(only);
      else targets.push(this.phrase(option, next, depth));
    }
    if (single.size > 0) targets.push(this.add({ op: "word", words: single, next }));
    const [first] = targets;
    return targets.length === 1 && first !== undefined ? first : this.add({ op: "split", next: targets });
  }

  /** Builds backwards: returns the state to enter for `phrase` followed by `next`. */
  phrase(phrase: Phrase, next: number, depth: number): number {
    switch (phrase.kind) {
      case "word": {
        const words = fold(phrase.word);
        if (words.length === 0) throw new PhraseError(`"${phrase.word}" holds no word`, 1);
        return words.reduceRight(
          (after, word) => this.add({ op: "word", words: new Set([word]), next: after }),
          next,
        );
      }
      case "set":
        if (depth >= SET_DEPTH) throw new PhraseError(`The set "${phrase.name}" refers to itself`, 1);
        return this.choice(this.set(phrase.name), next, depth + 1);
      case "gap": {
        let entry = next;
        for (let left = 0; left < phrase.most; left += 1) {
          entry = this.add({ op: "split", next: [next, this.add({ op: "gap", next: entry })] });
        }
        return entry;
      }
      case "optional":
        return this.add({ op: "split", next: [next, this.phrase(phrase.part, next, depth)] });
      case "span": {
        const closing = this.add({ op: "edge", edge: EDGE.closes, next });
        const inner = this.phrase(phrase.part, closing, depth);
        return this.add({ op: "edge", edge: EDGE.opens, next: inner });
      }
      case "choice":
        return this.choice(phrase.options, next, depth);
      case "sequence":
        return phrase.parts.reduceRight((after, part) => this.phrase(part, after, depth), next);
    }
  }
}

/** States that read a word or end a phrase, reachable from `from` without reading one. */
function closure(states: State[], from: number): Target[] {
  const found = new Map<number, Target>();
  const seen = new Set<number>();
  const visit = (id: number, edges: Edge) => {
    const state = states[id];
    const key = id * 4 + edges;
    if (state === undefined || seen.has(key)) return;
    seen.add(key);
    if (state.op === "split") for (const next of state.next) visit(next, edges);
    else if (state.op === "edge") visit(state.next, (edges | state.edge) as Edge);
    else if (!found.has(id)) found.set(id, { id, edges });
  };
  visit(from, EDGE.none);
  return [...found.values()];
}

function needsOf(phrase: Phrase, set: (name: string) => Phrase[]): Need {
  switch (phrase.kind) {
    case "word":
      return { all: fold(phrase.word) };
    case "gap":
    case "optional":
      return { all: [] };
    case "span":
      return needsOf(phrase.part, set);
    case "sequence":
      return { all: phrase.parts.map((part) => needsOf(part, set)) };
    case "choice":
      return { any: phrase.options.map((option) => needsOf(option, set)) };
    case "set":
      return { any: set(phrase.name).map((option) => needsOf(option, set)) };
  }
}

/**
 * Compiles phrases of one language.
 * @param sets the named sets that phrases may use; the set "gap-stop", where there is one, holds plain words only.
 * @throws PhraseError for a phrase that cannot be read, an unknown set or a set that refers to itself; its message
 * names the phrase.
 */
export function compile<Key>(patterns: Pattern<Key>[], sets: Record<string, string[]>): Program<Key> {
  const builder = new Builder<Key>(sets);
  const needs: Need[] = [];
  const firsts = new Map<string, Set<number>>();
  const enter = (from: number) => {
    for (const { id } of closure(builder.states, from)) {
      const state = builder.states[id];
      if (state?.op === "gap" || state?.op === "match")
        throw new PhraseError("A phrase must begin with a word", 1);
      if (state?.op !== "word") continue;
      for (const word of state.words) {
        const list = firsts.get(word) ?? new Set();
        list.add(state.next);
        firsts.set(word, list);
      }
    }
  };
  patterns.forEach(({ key, phrase }, pattern) => {
    try {
      const parsed = parsePhrase(phrase);
      builder.keys.push(key);
      enter(builder.phrase(parsed, builder.add({ op: "match", pattern }), 0));
      needs.push(needsOf(parsed, (name) => builder.set(name)));
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      throw new PhraseError(`${error.message} (in "${phrase}")`, error.column);
    }
  });
  const { states } = builder;
  const targets: Target[][] = [];
  for (const state of states) {
    if (state.op === "word" || state.op === "gap") targets[state.next] ??= closure(states, state.next);
  }
  const entries = new Map(
    [...firsts].map(([word, ids]): [string, Target[]] => {
      const reached = new Map<number, Target>();
      for (const id of ids) for (const target of targets[id] ?? []) reached.set(target.id, target);
      return [word, [...reached.values()]];
    }),
  );
  const gapStops = new Set((sets["gap-stop"] ?? []).flatMap(fold));
  return { states, keys: builder.keys, targets, entries, gapStops, needs };
}
