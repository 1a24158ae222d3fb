/**
 * Words with their places. Punctuation is no token; it is kept as the boundary before the next word, which is all that
 * matching and scope need.
 */
import { BOUNDARY, type Boundary, Lexer } from "./lexer.ts";

export { BOUNDARY, type Boundary } from "./lexer.ts";

export type Tokens = {
  words: string[];
  starts: number[];
  ends: number[];
  /** What stands between a word and the one before it. */
  before: Boundary[];
  /** How many brackets of the sentence are open at a word. */
  depth: number[];
  /** True for the last sentence mark "?" of the sentence that a word stands in. */
  asked: boolean[];
};

/**
 * Splits normalised text into words. A bullet, line end or sentence mark is a sentence boundary. Never throws.
 * @param from offset at which to begin; @param to offset at which to stop, exclusive. Places are those in the whole text.
 */
export function tokenise(text: string, from = 0, to: number = text.length): Tokens {
  const tokens: Tokens = { words: [], starts: [], ends: [], before: [], depth: [], asked: [] };
  const lexer = new Lexer(text, from, to);
  let sentence = 0;
  const close = () => {
    for (; sentence < tokens.words.length; sentence += 1) tokens.asked[sentence] = lexer.asked;
  };
  while (lexer.next()) {
    if (lexer.boundary === BOUNDARY.sentence) close();
    tokens.words.push(text.slice(lexer.start, lexer.end));
    tokens.starts.push(lexer.start);
    tokens.ends.push(lexer.end);
    tokens.before.push(lexer.boundary);
    tokens.depth.push(lexer.depth);
  }
  close();
  return tokens;
}
