import { hashOf } from "../text/lexer.ts";

/** Known words by number, found in a text by their hash without cutting anything out of it. */
export type WordTable = {
  /** Number of the word that stands in `text` from `start` to `end`, or 0. @param hash as the lexer gives it */
  find(text: string, start: number, end: number, hash: number): number;
  /** Number of a word, or 0. */
  of(word: string): number;
  /** Numbers are 1 to `size`. */
  size: number;
};

/** Numbers words from 1 in the order given. */
export function createWordTable(words: readonly string[]): WordTable {
  let capacity = 16;
  while (capacity < words.length * 2) capacity *= 2;
  const mask = capacity - 1;
  const slots = new Int32Array(capacity);
  const hashes = Int32Array.from(words, hashOf);
  words.forEach((_, index) => {
    let slot = (hashes[index] ?? 0) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = index + 1;
  });
  const isAt = (word: string, text: string, start: number): boolean => {
    for (let at = 0; at < word.length; at += 1) {
      if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
    }
    return true;
  };
  const find = (text: string, start: number, end: number, hash: number): number => {
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot] ?? 0;
      if (id === 0) return 0;
      const word = words[id - 1] ?? "";
      if (hashes[id - 1] === hash && word.length === end - start && isAt(word, text, start)) return id;
    }
  };
  return { find, of: (word) => find(word, 0, word.length, hashOf(word)), size: words.length };
}
