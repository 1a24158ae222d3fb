/**
 * Words with their places. Punctuation is no token; it is kept as the boundary before the next word, which is all that
 * matching and scope need.
 */
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

/** From loose to strict. Quotes and brackets enclose words and end no clause; a comma ends less than a colon or dash. */
export const BOUNDARY = { none: 0, hyphen: 1, enclosed: 2, comma: 3, clause: 4, sentence: 5 } as const;
export type Boundary = (typeof BOUNDARY)[keyof typeof BOUNDARY];

/**
 * One character of Chinese, Japanese or Korean (Korean endings begin within what spaces divide), a number with its
 * decimals, an elided article ("l'", "dell'"), or a word with inner apostrophes; "%" and "&" count as words.
 */
const WORD =
  /[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]|\p{N}+(?:[.,]\p{N}+)*|(?<!\p{L})(?:[cdjlmnst]|qu|un|(?:[ad]|ne|su|da|de|que)ll?)'(?=\p{L})|(?:(?![\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff])[\p{L}\p{M}])+(?:'[\p{L}\p{M}]+)*|[%&]/gu;
const SENTENCE = /[.!?;\n\r\u2022\u00b7|。！？；•●▪◦✓✔★]/;
const CLAUSE = /[:\u2013\u2014：【】「」『』]|\s-+\s/;
const COMMA = /[,，、]/;
const ENCLOSED = /[()[\]"（）]/;
const HYPHEN = /-/;
const BRACKET = /[()[\]（）]/g;

function boundaryOf(between: string): Boundary {
  if (between === " " || between === "") return BOUNDARY.none;
  if (SENTENCE.test(between)) return BOUNDARY.sentence;
  if (CLAUSE.test(between)) return BOUNDARY.clause;
  if (COMMA.test(between)) return BOUNDARY.comma;
  if (ENCLOSED.test(between)) return BOUNDARY.enclosed;
  if (HYPHEN.test(between)) return BOUNDARY.hyphen;
  return BOUNDARY.none;
}

/** Open brackets behind `between`, of `open` before it. A closing bracket that was never opened counts for nothing. */
function depthAfter(between: string, open: number): number {
  let depth = open;
  for (const [bracket] of between.matchAll(BRACKET)) {
    depth = "([（".includes(bracket) ? depth + 1 : Math.max(0, depth - 1);
  }
  return depth;
}

/** Splits normalised text into words. A bullet, line end or sentence mark is a sentence boundary. Never throws. */
export function tokenise(text: string): Tokens {
  const tokens: Tokens = { words: [], starts: [], ends: [], before: [], depth: [], asked: [] };
  let last = 0;
  let sentence = 0;
  let depth = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const between = text.slice(last, start);
    const boundary = tokens.words.length === 0 ? BOUNDARY.sentence : boundaryOf(between);
    if (boundary === BOUNDARY.sentence) depth = 0;
    if (boundary !== BOUNDARY.none) depth = depthAfter(between, depth);
    if (boundary === BOUNDARY.sentence) {
      const asked = between.includes("?") || between.includes("？");
      for (; sentence < tokens.words.length; sentence += 1) tokens.asked[sentence] = asked;
    }
    tokens.words.push(match[0]);
    tokens.starts.push(start);
    last = start + match[0].length;
    tokens.ends.push(last);
    tokens.before.push(boundary);
    tokens.depth.push(depth);
  }
  const tail = text.slice(last);
  for (; sentence < tokens.words.length; sentence += 1) tokens.asked[sentence] = /[?？]/.test(tail);
  return tokens;
}
