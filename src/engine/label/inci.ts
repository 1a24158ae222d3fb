/** What INCI names look like: whole names that are on most labels, and the shapes of all others. */
import { normalise } from "../text/normalise.ts";

const PLAIN = /^[\x20-\x7e]*$/;

/** Keys of the names met last: one entry is looked up half a dozen times while a list is read. */
const keys = new Map<string, string>();
const KEYS_MOST = 2_000;

function makeKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase().replace(/[^a-z0-9]+/g, "");
  return normalise(name).text.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Letters and digits only, so that case, hyphens, brackets and stars do not matter. */
export function nameKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size >= KEYS_MOST) keys.clear();
  const key = makeKey(name);
  keys.set(name, key);
  return key;
}

/** Words of an INCI name that has no separators around it. */
const WORDS_MOST = 8;
/** Two names that stand side by side have at least this many words. */
const APART_LEAST = 3;
/** So many words are no entry but a list without separators. */
const RUN_ON_LEAST = 16;
/** Shorter names than this are words of other names too ("oil"). */
const ALONE_LEAST = 6;

/** Endings and words by which chemists, botanists and colourists name things. */
const SHAPE =
  /(?:^|\b)(?:ci ?\d{5}|(?:peg|ppg|c)-?\d+|.*(?:ate|ide|one|[^o]ols?|ine|ium|ane|ene|yl|ose|eth-\d+|paraben|siloxane|silane|quaternium-?\d*))$/i;
const WORD =
  /\b(?:acid|oil|extract|water|aqua|butter|wax|cera|gum|glycol|copolymer|crosspolymer|polymer|dioxide|oxide|oxides|hydroxide|chloride|sulfate|stearate|palmitate|oleate|acetate|phosphate|citrate|benzoate|sorbate|carbonate|silicate|silica|mica|talc|kaolin|clay|alcohol|parfum|fragrance|aroma|juice|powder|protein|ferment|filtrate|peptide|starch|cellulose|lecithin|keratin|collagen|edta|vitamin|sodium|potassium|calcium|magnesium|zinc|titanium|iron|polysorbate|polyquaternium|carbomer|hydrolyzed|hydrogenated|peg-\d+|ci \d{5}|root|leaf|seed|fruit|flower|peel|bark|kernel|wasser|acqua|agua|eau|[a-z]*(?:öl|säure|extrakt|alkohol|oxid|chlorid|sulfat|stearat|palmitat|acetat|phosphat|citrat|benzoat|sorbat|carbonat)|huile|extrait|acide|aceite|extracto|[áa]cido|olio|estratto)(?![a-z])/i;
/** Last words of names of several words. */
const ENDED =
  /\b(?:acid|oil|extract|water|butter|juice|wax|gum|oxides?|dioxide|hydroxide|chloride|glycol|alcohol|copolymer|crosspolymer|filtrate|powder|edta|[a-z]{3,}ate)$/i;
/** Endings of names in Japanese, Korean and Chinese lists, and words too long for talk. */
const CJK_SHAPE =
  /(?:エキス|油|酸|水|液|末|ガム|ール|リン|ジン|ミド|トール|ナトリウム|カリウム|[Nn]a|エーテル|ポリマー|ロース|シリカ|タルク|マイカ|[ァ-ヶー]{7,})$|(?:추출물|오일|워터|정제수|글라이콜|글리콜|글리세린|알코올|애씨드|아마이드|[가-힣]산|검|왁스|버터|향료|카올린|실리카|[가-힣]{7,})$|(?:提取物|油|酸|水|醇|钠|酯|胶|蜡|酮|醚|烷|香精|胺|钾|土|粉|糖)$/u;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

export type InciNames = {
  /** Whether an entry as it stands, or without what its brackets hold, is a name that is known. */
  isWhole(entry: string): boolean;
  /** Whether an entry is a name that is known as a whole: bare, without brackets, or on a side of a slash. */
  isKnown(entry: string): boolean;
  /** Whether an entry is known or has the shape of an INCI name. */
  isLikely(entry: string): boolean;
  /**
   * The entries of a text that has nothing between them; itself alone where known names do not cover it: all of it, or most
   * of a long text.
   */
  apart(text: string): string[];
  /** The longest known name that a text begins with; empty where it begins with none. */
  prefix(text: string): string;
  /** An entry with the slips of a text recognition mended (l for i, 0 for o), where that makes a known name. */
  mended(entry: string): string;
};

/** Characters that a text recognition mistakes for each other, as one. */
const blurred = (key: string): string =>
  key.replace(/[1|!]/g, "l").replace(/i/g, "l").replace(/0/g, "o").replace(/rn/g, "m").replace(/vv/g, "w");

/** @param names INCI names, lower case; case and punctuation do not matter. */
export function createInciNames(names: readonly string[]): InciNames {
  const known = new Set(names.map(makeKey));
  const firstWords = new Set(names.map((name) => makeKey(name.split(" ")[0] ?? "")));
  let byBlur: Map<string, string> | undefined;
  const withoutBrackets = (entry: string) => entry.replace(/[([{][^)\]}]*[)\]}]?/g, " ");

  const isKnown = (entry: string) => {
    if (known.has(nameKey(entry))) return true;
    const bare = entry.includes("(") || entry.includes("[") ? withoutBrackets(entry) : entry;
    if (bare !== entry && known.has(nameKey(bare))) return true;
    return bare.includes("/") && bare.split("/").some((side) => known.has(nameKey(side)));
  };

  const isShaped = (part: string) => WORD.test(part) || SHAPE.test(withoutBrackets(part).trim());

  /** Whether a piece ends as names do, with its brackets closed. */
  const isEnded = (part: string) =>
    part.includes(" ") && ENDED.test(withoutBrackets(part).trim()) && !/\([^)]*$/.test(part);

  /** Whether a piece behind another one can be a name by itself: known, or of three words and shaped like one. */
  const isTail = (part: string) =>
    !/^[^(]*\)/.test(part) && (isKnown(part) || (part.split(" ").length > 2 && isShaped(part)));

  return {
    isWhole: (entry) => known.has(nameKey(entry)) || known.has(nameKey(withoutBrackets(entry))),
    isKnown,
    isLikely: (entry) => isKnown(entry) || (CJK.test(entry) ? CJK_SHAPE.test(entry.trim()) : isShaped(entry)),
    apart(text) {
      const tokens = text.match(/\([^)]*\)?|[^\s(]+/g) ?? [];
      // "CI 77491 CI 77492 (Iron Oxides)" is one entry, too.
      if (tokens.some((token) => /^[-–&+]$|^and$|^ci$/i.test(token))) return [text];
      if (tokens.length < APART_LEAST) return [text];
      const keys = tokens.map((token) => (token.startsWith("(") ? "" : nameKey(token)));
      if (!keys.some((key) => firstWords.has(key))) return [text];
      const parts: string[] = [];
      let start = 0;
      let at = 0;
      let covered = 0;
      const take = (to: number) => {
        if (to > start) parts.push(tokens.slice(start, to).join(" "));
        start = to;
      };
      while (at < tokens.length) {
        let end = 0;
        let key = "";
        for (
          let to = at;
          firstWords.has(keys[at] ?? "") && to < Math.min(tokens.length, at + WORDS_MOST);
          to += 1
        ) {
          key += keys[to] ?? "";
          if (key.length >= 3 && known.has(key)) end = to + 1;
        }
        if (
          end === 0 ||
          (end - at === 1 && (keys[at] ?? "").length < ALONE_LEAST && tokens.length > 3 && at > start)
        ) {
          at += 1;
          continue;
        }
        take(at);
        while (end < tokens.length && keys[end] === "") end += 1;
        covered += end - at;
        at = end;
        take(at);
      }
      take(tokens.length);
      const [head = "", tail = "", ...more] = parts;
      // "Citric Acid Oryza Sativa (Rice) Bran Oil": one of two names is known, and both are long enough to be names.
      const isPair = more.length === 0 && isEnded(head) && isTail(tail);
      if (isPair && /^\p{Lu}/u.test(tail)) return parts;
      // "PEG-8 Glyceryl Isostearate" is one name, though "PEG-8" is one, too.
      const isShort =
        tokens.length < RUN_ON_LEAST && parts.some((part) => nameKey(part).length < ALONE_LEAST);
      if (isShort) return [text];
      const isCovered =
        covered === tokens.length || (tokens.length >= RUN_ON_LEAST && covered / tokens.length >= 0.6);
      return isCovered ? parts : [text];
    },
    prefix(text) {
      const tokens = text.trim().split(/\s+/);
      for (let end = Math.min(tokens.length, WORDS_MOST); end > 0; end -= 1) {
        const name = tokens.slice(0, end).join(" ");
        if (isKnown(name)) return name;
      }
      return "";
    },
    mended(entry) {
      if (CJK.test(entry) || isKnown(entry)) return entry;
      byBlur ??= new Map(names.map((name) => [blurred(nameKey(name)), name]));
      return byBlur.get(blurred(nameKey(entry))) ?? entry;
    },
  };
}
