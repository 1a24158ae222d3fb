/**
 * The phrase language of the rule files:
 *
 *   shrink pores       words in this order (case, accents, hyphens and commas between them do not matter)
 *   shrink{,s,ing}     one of several endings
 *   *ly                any word that ends so
 *   @shrink            any phrase of the set "shrink" (sets are in rules/words)
 *   (a | b c)          one of several
 *   [the]              may be missing
 *   ..3                up to three other words, none of the set "gap-stop", never past the end of a sentence
 *   @a ~ @b            both, in either order
 *   @a ~3 @b           the same with up to three other words between them
 *   before <@a @b>     the span is what stands between < and >; without them it is the whole phrase
 */
export type Phrase =
  | { kind: "word"; word: string }
  | { kind: "set"; name: string; column: number }
  | { kind: "gap"; most: number }
  | { kind: "sequence"; parts: Phrase[] }
  | { kind: "choice"; options: Phrase[] }
  | { kind: "optional"; part: Phrase }
  | { kind: "span"; part: Phrase };

/** A phrase that cannot be read; `column` is 1-based within the phrase. */
export class PhraseError extends Error {
  constructor(
    message: string,
    readonly column: number,
  ) {
    super(message);
    this.name = "PhraseError";
  }
}

const TOKEN = /\s+|@[a-z][a-z0-9-]*|\.\.\d+|~\d*|[()[\]<>|]|[^\s()[\]<>|@~]+/gy;
const ENDINGS = /^([^{}]+)\{([^{}]*)\}$/;
const GAP_MOST = 12;
const CLOSERS = new Set([")", "]", ">", "|"]);

type Lexeme = { text: string; column: number };

function lex(source: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (match === null) throw new PhraseError(`Cannot read "${source.slice(at, at + 10)}"`, at + 1);
    if (match[0].trim() !== "") lexemes.push({ text: match[0], column: at + 1 });
  }
  return lexemes;
}

/**
 * A word with each of its endings: "shrink{,s}" is "shrink" and "shrinks".
 * @throws PhraseError for braces that are not closed, or hold no choice.
 */
export function inflections(word: string, column = 1): string[] {
  if (!/[{}]/.test(word)) return [word];
  const [, stem, endings] = ENDINGS.exec(word) ?? [];
  if (stem === undefined || endings === undefined || !endings.includes(",")) {
    throw new PhraseError(`"${word}" is no word with endings; write it as in shrink{,s,ing}`, column);
  }
  return endings.split(",").map((ending) => stem + ending);
}

function gapOf(digits: string, column: number): Phrase {
  const most = Number(digits);
  if (!(most >= 1 && most <= GAP_MOST)) {
    throw new PhraseError(`A gap is 1 to ${GAP_MOST} words, not ${digits}`, column);
  }
  return { kind: "gap", most };
}

/**
 * Reads one phrase.
 * @throws PhraseError with the column of the first thing that is wrong.
 */
export function parsePhrase(source: string): Phrase {
  const lexemes = lex(source);
  let next = 0;
  let spans = 0;
  const endColumn = source.length + 1;

  function expectClosing(mark: string, opened: Lexeme) {
    const lexeme = lexemes[next];
    if (lexeme?.text !== mark) {
      throw new PhraseError(`"${opened.text}" is not closed by "${mark}"`, opened.column);
    }
    next += 1;
  }

  function enclosed(opened: Lexeme, mark: string): Phrase {
    const inner = choice();
    expectClosing(mark, opened);
    return inner;
  }

  function atom(lexeme: Lexeme): Phrase {
    next += 1;
    const { text, column } = lexeme;
    if (text === "(") return enclosed(lexeme, ")");
    if (text === "[") return { kind: "optional", part: enclosed(lexeme, "]") };
    if (text === "<") {
      spans += 1;
      if (spans > 1) throw new PhraseError("A phrase has one span at most", column);
      return { kind: "span", part: enclosed(lexeme, ">") };
    }
    if (text.startsWith("@")) return { kind: "set", name: text.slice(1), column };
    if (text.startsWith("..")) return gapOf(text.slice(2), column);
    if (text.startsWith("~")) throw new PhraseError('"~" stands between two parts', column);
    const words = inflections(text, column).map((word): Phrase => ({ kind: "word", word }));
    const [only] = words;
    return words.length === 1 && only !== undefined ? only : { kind: "choice", options: words };
  }

  /** One part, or two that may stand in either order. */
  function pair(lexeme: Lexeme): Phrase {
    const left = atom(lexeme);
    const tilde = lexemes[next];
    if (tilde === undefined || !tilde.text.startsWith("~")) return left;
    next += 1;
    const following = lexemes[next];
    if (following === undefined || CLOSERS.has(following.text)) {
      throw new PhraseError('"~" stands between two parts', tilde.column);
    }
    const right = atom(following);
    const between = tilde.text === "~" ? [] : [gapOf(tilde.text.slice(1), tilde.column)];
    return {
      kind: "choice",
      options: [
        { kind: "sequence", parts: [left, ...between, right] },
        { kind: "sequence", parts: [right, ...between, left] },
      ],
    };
  }

  function sequence(): Phrase {
    const parts: Phrase[] = [];
    for (let lexeme = lexemes[next]; lexeme !== undefined; lexeme = lexemes[next]) {
      if (CLOSERS.has(lexeme.text)) break;
      parts.push(pair(lexeme));
    }
    const [only] = parts;
    if (only === undefined) throw new PhraseError("Nothing stands here", lexemes[next]?.column ?? endColumn);
    return parts.length === 1 ? only : { kind: "sequence", parts };
  }

  function choice(): Phrase {
    const first = sequence();
    const options = [first];
    while (lexemes[next]?.text === "|") {
      next += 1;
      options.push(sequence());
    }
    return options.length === 1 ? first : { kind: "choice", options };
  }

  const phrase = choice();
  const rest = lexemes[next];
  if (rest !== undefined) throw new PhraseError(`"${rest.text}" was never opened`, rest.column);
  return phrase;
}
