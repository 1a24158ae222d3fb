/**
 * Phrases compiled into states: what may be read next, and where that leads. All phrases of all rules in one language
 * share one program, so a text is read once whatever the number of rules.
 */
import { normalise } from "../text/normalise.ts";
import { tokenise } from "../text/tokens.ts";
import { type Phrase, PhraseError, parsePhrase } from "./parse.ts";

export type State =
  /** Reads one of a set of words, by the set's number. */
  | { op: "word"; set: number; next: number }
  /** Reads any word but a gap stop. */
  | { op: "gap"; next: number }
  | { op: "split"; next: number[] }
  /** Where the span of a phrase begins or ends. Reads nothing. */
  | { op: "edge"; edge: Edge; next: number }
  | { op: "match"; pattern: number };

export const EDGE = { none: 0, opens: 1, closes: 2 } as const;
export type Edge = 0 | 1 | 2 | 3;

/** A phrase with the key under which its matches are reported. */
export type Pattern<Key> = { key: Key; phrase: string };

/** A word, or all or any of several needs. */
export type Need = string | { all: Need[] } | { any: Need[] };

/** A pattern by its states: from `first`, which is its match, to `last`, exclusive; `entry` is where it begins. */
export type CompiledPattern<Key> = {
  key: Key;
  first: number;
  last: number;
  entry: number;
  /** States from this one on are of optional parts at its very beginning, which belong to the span where they are there. */
  lead: number;
};

export type Program<Key> = {
  states: State[];
  /** The sets of words that states read, by number. */
  wordSets: ReadonlySet<string>[];
  patterns: CompiledPattern<Key>[];
  /** Words that a gap never steps over. */
  gapStops: ReadonlySet<string>;
};

const SET_DEPTH = 8;

/** "*ly": any word that ends so. */
export const isEnding = (word: string): boolean => /^\*\p{L}+$/u.test(word);

/** The words that a phrase word stands for, folded the way texts are: "pore-free" is two. */
function fold(word: string): string[] {
  if (isEnding(word)) return [word];
  if (/^[a-z]+$/.test(word)) return [word];
  const { text } = normalise(word);
  // An elided article by itself, as in `(le | l')`.
  return /^\p{L}+'$/u.test(text) ? [text] : tokenise(text).words;
}

/** The named sets of a language, parsed once. */
class Sets {
  private readonly parsed = new Map<string, Phrase[]>();

  constructor(private readonly sets: Record<string, string[]>) {}

  /**
   * @param column where the set is named.
   * @throws PhraseError for an unknown set, or a phrase in it that cannot be read.
   */
  get(name: string, column = 1): Phrase[] {
    const known = this.parsed.get(name);
    if (known !== undefined) return known;
    const phrases = this.sets[name];
    if (phrases === undefined) throw new PhraseError(`There is no set "${name}"`, column);
    const parsed = phrases.map(parsePhrase);
    this.parsed.set(name, parsed);
    return parsed;
  }
}

/** A choice with its single words apart, by the number of their set (-1 for none). */
type Sorted = { single: number; longer: Phrase[] };

class Builder {
  readonly states: State[] = [];
  readonly wordSets: ReadonlySet<string>[] = [];
  private readonly setNumbers = new Map<string, number>();
  private readonly sorted = new Map<readonly Phrase[], Sorted>();

  constructor(readonly sets: Sets) {}

  add(state: State): number {
    this.states.push(state);
    return this.states.length - 1;
  }

  private setOf(words: Iterable<string>): number {
    const sorted = [...words].sort();
    const id = sorted.join(" ");
    const known = this.setNumbers.get(id);
    if (known !== undefined) return known;
    this.wordSets.push(new Set(sorted));
    this.setNumbers.set(id, this.wordSets.length - 1);
    return this.wordSets.length - 1;
  }

  /** Options with those of the sets among them, so that the single words of all of them come together. */
  private flat(options: Phrase[], depth: number): Phrase[] {
    return options.flatMap((option) => {
      if (option.kind === "choice") return this.flat(option.options, depth);
      if (option.kind !== "set") return [option];
      if (depth >= SET_DEPTH)
        throw new PhraseError(`The set "${option.name}" refers to itself`, option.column);
      return this.flat(this.sets.get(option.name, option.column), depth + 1);
    });
  }

  private sort(options: Phrase[], depth: number): Sorted {
    const known = this.sorted.get(options);
    if (known !== undefined) return known;
    const single = new Set<string>();
    const longer: Phrase[] = [];
    for (const option of this.flat(options, depth)) {
      const words = option.kind === "word" ? fold(option.word) : [];
      const [only] = words;
      if (words.length === 1 && only !== undefined) single.add(only);
      else longer.push(option);
    }
    const sorted = { single: single.size > 0 ? this.setOf(single) : -1, longer };
    this.sorted.set(options, sorted);
    return sorted;
  }

  /** Words of a set that are single words are one state; only the longer phrases branch. */
  private choice(options: Phrase[], next: number, depth: number): number {
    const { single, longer } = this.sort(options, depth);
    const branches = longer.map((option) => this.phrase(option, next, depth));
    if (single !== -1) branches.push(this.add({ op: "word", set: single, next }));
    const [first] = branches;
    return branches.length === 1 && first !== undefined ? first : this.add({ op: "split", next: branches });
  }

  /** Builds backwards: returns the state to enter for `phrase` followed by `next`. */
  phrase(phrase: Phrase, next: number, depth: number): number {
    switch (phrase.kind) {
      case "word": {
        const words = fold(phrase.word);
        if (words.length === 0) throw new PhraseError(`"${phrase.word}" holds no word`, 1);
        return words.reduceRight(
          (after, word) => this.add({ op: "word", set: this.setOf([word]), next: after }),
          next,
        );
      }
      case "set":
        if (depth >= SET_DEPTH)
          throw new PhraseError(`The set "${phrase.name}" refers to itself`, phrase.column);
        return this.choice(this.sets.get(phrase.name, phrase.column), next, depth + 1);
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
        return this.add({ op: "edge", edge: EDGE.opens, next: this.phrase(phrase.part, closing, depth) });
      }
      case "choice":
        return this.choice(phrase.options, next, depth);
      case "sequence":
        return phrase.parts.reduceRight((after, part) => this.phrase(part, after, depth), next);
    }
  }
}

/** A state that reads a word or ends a phrase, and what edges of a span lie on the way to it. */
export type Target = { id: number; edges: Edge };

/** States that read a word or end a phrase, reachable from `from` without reading one. */
export function closure(states: readonly State[], from: number): Target[] {
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

/** A phrase in two: optional parts at its beginning, and the rest. */
function partsOf(phrase: Phrase): [leading: Phrase, rest: Phrase] {
  const parts = phrase.kind === "sequence" ? phrase.parts : [phrase];
  const must = parts.findIndex(({ kind }) => kind !== "optional");
  const at = must === -1 ? 0 : must;
  return [
    { kind: "sequence", parts: parts.slice(0, at) },
    { kind: "sequence", parts: parts.slice(at) },
  ];
}

function needOf(phrase: Phrase, sets: Sets): Need {
  switch (phrase.kind) {
    case "word": {
      if (isEnding(phrase.word)) return { all: [] };
      const words = fold(phrase.word);
      // Characters that are words by themselves: "毛孔" is looked for as a whole.
      return { all: words.join("") === normalise(phrase.word).text ? [words.join("")] : words };
    }
    case "gap":
    case "optional":
      return { all: [] };
    case "span":
      return needOf(phrase.part, sets);
    case "sequence":
      return { all: phrase.parts.map((part) => needOf(part, sets)) };
    case "choice":
      return { any: phrase.options.map((option) => needOf(option, sets)) };
    case "set":
      return { any: sets.get(phrase.name, phrase.column).map((option) => needOf(option, sets)) };
  }
}

/**
 * Compiles phrases of one language.
 * @param sets the named sets that phrases may use; the set "gap-stop", where there is one, holds plain words only.
 * @throws PhraseError for a phrase that cannot be read, an unknown set or a set that refers to itself; its message
 * names the phrase.
 */
export function compile<Key>(patterns: Pattern<Key>[], sets: Record<string, string[]>): Program<Key> {
  const builder = new Builder(new Sets(sets));
  const compiled = patterns.map(({ key, phrase }, pattern) => {
    try {
      const parsed = parsePhrase(phrase);
      const [leading, rest] = partsOf(parsed);
      const first = builder.add({ op: "match", pattern });
      const body = builder.phrase(rest, first, 0);
      const lead = builder.states.length;
      const entry = builder.phrase(leading, body, 0);
      for (const { id } of closure(builder.states, entry)) {
        if (builder.states[id]?.op !== "word") throw new PhraseError("A phrase must begin with a word", 1);
      }
      return { key, first, last: builder.states.length, entry, lead };
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      throw new PhraseError(`${error.message} (in "${phrase}")`, error.column);
    }
  });
  const gapStops = new Set((sets["gap-stop"] ?? []).flatMap(fold));
  return { states: builder.states, wordSets: builder.wordSets, patterns: compiled, gapStops };
}

/** For each phrase what a text must hold for it to match. @throws PhraseError as `compile` does */
export function needsOf(phrases: string[], sets: Record<string, string[]>): Need[] {
  const parsed = new Sets(sets);
  return phrases.map((phrase) => needOf(parsePhrase(phrase), parsed));
}
