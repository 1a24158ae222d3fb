import { Lexer } from "../text/lexer.ts";
import { BOUNDARY, type Boundary, type Tokens } from "../text/tokens.ts";
import { type Automaton, createAutomaton } from "./automaton.ts";
import { type Beginnings, createBeginnings } from "./beginning.ts";
import type { Program } from "./compile.ts";

/** A phrase found: token indices of its span, `end` exclusive. */
export type Match<Key> = { key: Key; start: number; end: number };

export type Matcher<Key> = {
  /** Whether a wanted phrase is in a piece of a text. Makes nothing, so that most text costs a look-up a word. */
  hasWanted(text: string, from: number, to: number): boolean;
  /**
   * Every phrase in a text, in one pass. No phrase crosses a sentence boundary, or `breaksAt`. Of two beginnings the later one is taken,
   * and for one phrase and one beginning only the longest match is kept.
   */
  match(tokens: Tokens): Match<Key>[];
  /** How many words of a text any phrase names. */
  known(tokens: Tokens): number;
  /** How much had to be worked out so far, in steps: text of one kind soon needs no more. */
  worked(): number;
};

/**
 * @param wants which phrases `hasWanted` looks for; all of them where it is left out.
 * @param breaksAt the loosest boundary that no phrase crosses.
 */
export function createMatcher<Key>(
  program: Program<Key>,
  wants: (key: Key) => boolean = () => true,
  breaksAt: Boundary = BOUNDARY.sentence,
): Matcher<Key> {
  const automaton: Automaton<Key> = createAutomaton(program, wants);
  const beginnings: Beginnings = createBeginnings(automaton);

  return {
    worked: () => automaton.worked(),
    known: (tokens) => tokens.words.reduce((sum, word) => sum + (automaton.classOf(word) === 0 ? 0 : 1), 0),
    hasWanted(text, from, to) {
      const lexer = new Lexer(text, from, to);
      let state = 0;
      while (lexer.next()) {
        if (lexer.boundary >= breaksAt) state = 0;
        state = automaton.step(state, automaton.classIn(text, lexer.start, lexer.end, lexer.hash));
        if (automaton.isWanted(state)) return true;
      }
      return false;
    },
    match(tokens) {
      const classOf = Uint16Array.from(tokens.words, (word) => automaton.classOf(word));
      const isBreak = (at: number) => (tokens.before[at] ?? 0) >= breaksAt;
      const found = new Map<number, Match<Key> & { pattern: number }>();
      let state = 0;
      for (let at = 0; at < classOf.length; at += 1) {
        if (isBreak(at)) state = 0;
        state = automaton.step(state, classOf[at] ?? 0);
        for (const pattern of automaton.endingIn(state)) {
          const key = program.patterns[pattern]?.key;
          const beginning = beginnings.find(pattern, at, classOf, isBreak);
          if (key === undefined || beginning === null) continue;
          const { first, start, end } = beginning;
          found.set(first * program.patterns.length + pattern, { key, start, end, pattern });
        }
      }
      return [...found.values()]
        .sort((a, b) => a.start - b.start || a.end - b.end || a.pattern - b.pattern)
        .map(({ key, start, end }) => ({ key, start, end }));
    },
  };
}
