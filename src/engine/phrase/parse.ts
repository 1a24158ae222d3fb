/**
 * The phrase language of the rule files:
 *
 *   shrink pores      words in this order (case, hyphens and commas between them do not matter)
 *   @shrink           any phrase of the set "shrink" (sets are in rules/words)
 *   (a | b c)         one of several
 *   [the]             may be missing
 *   ..3               up to three other words, none of the set "gap-stop", never past the end of a sentence
 */
export type Phrase =
  | { kind: "word"; word: string }
  | { kind: "set"; name: string }
  | { kind: "gap"; most: number }
  | { kind: "sequence"; parts: Phrase[] }
  | { kind: "choice"; options: Phrase[] }
  | { kind: "optional"; part: Phrase };

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

const TOKEN = /\s+|@[a-z][a-z0-9-]*|\.\.\d+|[()[\]|]|[^\s()[\]|@]+/gy;
const GAP_MOST = 12;

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
 * Reads one phrase.
 * @throws PhraseError with the column of the first thing that is wrong.
 */
export function parsePhrase(source: string): Phrase {
  const lexemes = lex(source);
  let next = 0;
  const endColumn = source.length + 1;

  function expectClosing(mark: string, opened: Lexeme) {
    const lexeme = lexemes[next];
    if (lexeme?.text !== mark) {
      throw new PhraseError(`"${opened.text}" is not closed by "${mark}"`, opened.column);
    }
    next += 1;
  }

  function atom(lexeme: Lexeme): Phrase {
    next += 1;
    if (lexeme.text === "(") {
      const inner = choice();
      expectClosing(")", lexeme);
      return inner;
    }
    if (lexeme.text === "[") {
      const inner = choice();
      expectClosing("]", lexeme);
      return { kind: "optional", part: inner };
    }
    if (lexeme.text.startsWith("@")) return { kind: "set", name: lexeme.text.slice(1) };
    if (lexeme.text.startsWith("..")) {
      const most = Number(lexeme.text.slice(2));
      if (most < 1 || most > GAP_MOST) {
        throw new PhraseError(`A gap is 1 to ${GAP_MOST} words, not ${most}`, lexeme.column);
      }
      return { kind: "gap", most };
    }
    return { kind: "word", word: lexeme.text };
  }

  function sequence(): Phrase {
    const parts: Phrase[] = [];
    for (let lexeme = lexemes[next]; lexeme !== undefined; lexeme = lexemes[next]) {
      if (lexeme.text === ")" || lexeme.text === "]" || lexeme.text === "|") break;
      parts.push(atom(lexeme));
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
