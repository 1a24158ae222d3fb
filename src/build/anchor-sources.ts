/** The words that every claim holds one of, as the sources of the regular expressions with which pages are looked through. */

/** Sources for texts in plain lower-case letters: of the words of letters alone, and of all words. */
export type AnchorSources = { letters: string; all: string };

/** Holds a character that is a word by itself, as in Chinese, Japanese and Korean. */
const SINGLE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]/u;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

type Branch = Map<string, Branch | null>;

function treeOf(words: readonly string[]): Branch {
  const tree: Branch = new Map();
  for (const word of words) {
    let branch = tree;
    for (let at = 0; at < word.length; at += 1) {
      const letter = word.charAt(at);
      const next = branch.get(letter);
      // A word that another one begins with is found where that one is.
      if (next === null || at === word.length - 1) {
        branch.set(letter, null);
        break;
      }
      const further: Branch = next ?? new Map();
      branch.set(letter, further);
      branch = further;
    }
  }
  return tree;
}

/** Each letter is looked at once, however many words begin with it. Characters that are words by themselves may be spaced. */
function sourceOf(branch: Branch): string {
  const ways = [...branch].map(([letter, next]) => {
    const gap = next !== null && SINGLE.test(letter) ? "\\s{0,3}" : "";
    return literal(letter) + (next === null ? "" : gap + sourceOf(next));
  });
  return ways.length === 1 ? (ways[0] ?? "") : `(?:${ways.join("|")})`;
}

/** @param words folded, in lower case, parted by "|", as `pageAnchors` gives them. @throws Error if there are none */
export function anchorSources(words: string): AnchorSources {
  const all = words.split("|").filter((word) => word !== "");
  const letters = all.filter((word) => !SINGLE.test(word));
  if (letters.length === 0) throw new Error("No word is left to look through pages with.");
  return { letters: sourceOf(treeOf(letters)), all: sourceOf(treeOf(all)) };
}
