/** Names that stand side by side with nothing between them: "Aqua Glycerin Sodium Chloride". */
import { nameKey } from "./keys.ts";

/** Words of an INCI name that has no separators around it. */
const WORDS_MOST = 8;
/** Two names that stand side by side have at least this many words. */
const WORDS_LEAST = 2;
/** So many words are no entry but a list without separators. */
const RUN_ON_LEAST = 16;
/** And so many known names. */
const RUN_ON_NAMES = 5;
/** Share of the words of such a list that known names cover. */
const RUN_ON_COVERED = 0.6;
/** Shorter names than this are words of other names too ("oil"). */
const ALONE_LEAST = 6;
/** Shorter keys than this are no names but initials. */
const KEY_LEAST = 3;

/** "A and B" is one entry, and so is, in a list with separators, "CI 77491 CI 77492 (Iron Oxides)". */
const JOINING = /(?:^|\s)(?:[-–&+]|and)(?=\s|$)/i;
const COLOURS = /(?:^|\s)ci(?=\s|$)/i;
/** Last words of names of several words. */
const ENDED =
  /\b(?:acid|oil|extract|water|butter|juice|wax|gum|oxides?|dioxide|hydroxide|chloride|glycol|alcohol|copolymer|crosspolymer|filtrate|powder|edta|[a-z]{3,}ate)$/i;

/** Words that an entry ends with and none begins with: what they begin belongs to the name before. */
const ENDS_ONLY = /^(?:extract|oil|powder|butter|juice|wax)(?=[\s(]|$)/i;

/** What is known of names, by their keys. */
export type KnownNames = {
  names: ReadonlySet<string>;
  firstWords: ReadonlySet<string>;
  /** Whether an entry is a known name, or has the shape of one. */
  isKnown(entry: string): boolean;
  isShaped(entry: string): boolean;
};

type Piece = { from: number; to: number; isName: boolean };

/** Where the longest known name ends that begins at a word; 0 where none does. */
function nameEnd(keys: string[], at: number, known: KnownNames): number {
  if (!known.firstWords.has(keys[at] ?? "")) return 0;
  let end = 0;
  let key = "";
  for (let to = at; to < Math.min(keys.length, at + WORDS_MOST); to += 1) {
    key += keys[to] ?? "";
    if (key.length >= KEY_LEAST && known.names.has(key)) end = to + 1;
  }
  return end;
}

/** The known names among the words, and what lies between them. Brackets (empty keys) belong to the name before them. */
function piecesOf(words: string[], keys: string[], known: KnownNames): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let at = 0;
  while (at < keys.length) {
    const word = words[at] ?? "";
    const isBilingual = word.includes("/") && /\p{L}\/\p{L}/u.test(word) && known.isKnown(word);
    let end = nameEnd(keys, at, known) || (isBilingual ? at + 1 : 0);
    const isWordOfAnother =
      end - at === 1 && (keys[at] ?? "").length < ALONE_LEAST && keys.length > 3 && at > from;
    if (end === 0 || isWordOfAnother) {
      at += 1;
      continue;
    }
    if (at > from) pieces.push({ from, to: at, isName: false });
    while (keys[end] === "") end += 1;
    pieces.push({ from: at, to: end, isName: true });
    at = end;
    from = end;
  }
  if (from < keys.length) pieces.push({ from, to: keys.length, isName: false });
  return pieces;
}

/** Unknown words of a list without separators, cut where a name must end: "Phragmites Communis Extract Poria Cocos Extract". */
function cutAtEnds(words: string[]): string[] {
  const entries: string[] = [];
  let from = 0;
  for (let at = 1; at < words.length; at += 1) {
    // A bracket belongs to the name before it.
    if (!ENDS_ONLY.test(words[at - 1] ?? "") || words[at]?.startsWith("(")) continue;
    entries.push(words.slice(from, at).join(" "));
    from = at;
  }
  return [...entries, words.slice(from).join(" ")];
}

/** "Citric Acid Oryza Sativa (Rice) Bran Oil": one of the two is known, and both are long enough to be names. */
function isPair(head: string, tail: string, known: KnownNames): boolean {
  const bare = head.replace(/\([^)]*\)/g, " ").trim();
  const isEnded = bare.includes(" ") && ENDED.test(bare) && !head.includes("(", head.lastIndexOf(")") + 1);
  const isClosedFirst = /^[^(]*\)/.test(tail);
  const isTail =
    !isClosedFirst && (known.isKnown(tail) || (tail.split(" ").length > 2 && known.isShaped(tail)));
  return isEnded && isTail && /^\p{Lu}/u.test(tail);
}

/**
 * The entries of a text that has nothing between them; itself alone where known names do not cover it: all of it, or most of a
 * long text.
 */
export function apart(text: string, known: KnownNames): string[] {
  if (JOINING.test(text)) return [text];
  // "Aqua / Water / Eau" is one name among them.
  const words = text.replace(/\s\/\s/g, "/").match(/\([^)]*\)?|[^\s(]+/g) ?? [];
  const isLong = words.length >= RUN_ON_LEAST;
  if (words.length < WORDS_LEAST || (!isLong && COLOURS.test(text))) return [text];
  const keys = words.map((word) => (word.startsWith("(") ? "" : nameKey(word)));
  const pieces = piecesOf(words, keys, known);
  const isRunOn = isLong || pieces.filter(({ isName }) => isName).length >= RUN_ON_NAMES;
  const entries = pieces.flatMap(({ from, to, isName }) =>
    isRunOn && !isName ? cutAtEnds(words.slice(from, to)) : [words.slice(from, to).join(" ")],
  );
  if (!isRunOn && entries.slice(1).some((entry) => ENDS_ONLY.test(entry))) return [text];
  const [head = "", tail = ""] = entries;
  if (entries.length === 2 && isPair(head, tail, known)) return entries;
  // "PEG-8 Glyceryl Isostearate" is one name, though "PEG-8" is one, too.
  if (!isRunOn && entries.some((entry) => nameKey(entry).length < ALONE_LEAST)) return [text];
  const covered = pieces.reduce((sum, { from, to, isName }) => sum + (isName ? to - from : 0), 0);
  return covered / words.length >= (isRunOn ? RUN_ON_COVERED : 1) ? entries : [text];
}
