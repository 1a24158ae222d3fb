/** What INCI names look like: whole names that are on most labels, and the shapes of all others. */
import { apart } from "./apart.ts";
import { nameKey } from "./keys.ts";

/** A longer text is no name in two languages but a list. */
const NAME_MOST = 200;
/** Most words of a known name. */
const WORDS_MOST = 8;
/** Endings and words by which chemists, botanists and colourists name things. */
const SHAPE =
  /(?:^|\b)(?:ci ?\d{5}|(?:peg|ppg|c)-?\d+|.*(?:ate|ide|one|[^o]ols?|ine|ium|ane|ene|yl|ose|eth-\d+|paraben|siloxane|silane|quaternium-?\d*))$/i;
const WORD =
  /\b(?:acid|oil|extract|water|aqua|butter|wax|cera|gum|glycol|copolymer|crosspolymer|polymer|dioxide|oxide|oxides|hydroxide|chloride|sulfate|stearate|palmitate|oleate|acetate|phosphate|citrate|benzoate|sorbate|carbonate|silicate|silica|mica|talc|kaolin|clay|alcohol|parfum|fragrance|aroma|juice|powder|protein|ferment|filtrate|peptide|starch|cellulose|lecithin|keratin|collagen|edta|vitamin|sodium|potassium|calcium|magnesium|zinc|titanium|iron|polysorbate|polyquaternium|carbomer|hydrolyzed|hydrogenated|peg-\d+|ci \d{5}|root|leaf|seed|fruit|flower|peel|bark|kernel|wasser|acqua|agua|eau|[a-z]*(?:öl|säure|extrakt|alkohol|oxid|chlorid|sulfat|stearat|palmitat|acetat|phosphat|citrat|benzoat|sorbat|carbonat)|huile|extrait|acide|aceite|extracto|[áa]cido|olio|estratto)(?![a-z])/i;
/** Endings of names in Japanese, Korean and Chinese lists, and words too long for talk. */
const CJK_SHAPE =
  /(?:エキス|油|酸|水|液|末|ガム|ール|リン|ジン|ミド|トール|ナトリウム|カリウム|[Nn]a|エーテル|ポリマー|ロース|シリカ|タルク|マイカ|[ァ-ヶー]{7,})$|(?:추출물|오일|워터|정제수|글라이콜|글리콜|글리세린|알코올|애씨드|아마이드|[가-힣]산|검|왁스|버터|향료|카올린|실리카|[가-힣]{7,})$|(?:提取物|油|酸|水|醇|钠|酯|胶|蜡|酮|醚|烷|香精|胺|钾|土|粉|糖)$/u;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

export type InciNames = {
  /** Whether parts make one known name together, as they stand or without what their brackets hold. */
  isWhole(...parts: string[]): boolean;
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
  /** The longest known name, with a capital, that a text ends with; empty where it ends with none. */
  suffix(text: string): string;
  /** An unknown entry with the slips of a text recognition mended (l for i, 0 for o), where that makes a known name. */
  mended(entry: string): string;
};

/** Characters that a text recognition mistakes for each other, as one. */
const blurred = (key: string): string =>
  key.replace(/[1|!]/g, "l").replace(/i/g, "l").replace(/0/g, "o").replace(/rn/g, "m").replace(/vv/g, "w");

/** @param names INCI names, lower case; case and punctuation do not matter. */
export function createInciNames(names: readonly string[]): InciNames {
  const known = new Set(names.map(nameKey));
  const firstWords = new Set(names.map((name) => nameKey(name.split(" ")[0] ?? "")));
  let byBlur: Map<string, string> | undefined;
  const hasBrackets = (entry: string) => entry.includes("(") || entry.includes("[") || entry.includes("{");
  const withoutBrackets = (entry: string) =>
    hasBrackets(entry) ? entry.replace(/[([{][^)\]}]*[)\]}]?/g, " ") : entry;

  const isKnown = (entry: string) => {
    if (known.has(nameKey(entry))) return true;
    const bare = withoutBrackets(entry);
    if (bare !== entry && known.has(nameKey(bare))) return true;
    return (
      bare.includes("/") &&
      bare.length <= NAME_MOST &&
      bare.split("/").some((side) => known.has(nameKey(side)))
    );
  };

  const isShaped = (part: string) =>
    part.length <= NAME_MOST && (WORD.test(part) || SHAPE.test(withoutBrackets(part).trim()));

  return {
    isWhole: (...parts) =>
      known.has(parts.map(nameKey).join("")) ||
      (parts.some(hasBrackets) && known.has(parts.map(withoutBrackets).map(nameKey).join(""))),
    isKnown,
    isLikely: (entry) => isKnown(entry) || (CJK.test(entry) ? CJK_SHAPE.test(entry.trim()) : isShaped(entry)),
    apart: (text) => apart(text, { names: known, firstWords, isKnown, isShaped }),
    prefix(text) {
      const tokens = text.trim().split(/\s+/);
      for (let end = Math.min(tokens.length, WORDS_MOST); end > 0; end -= 1) {
        const name = tokens.slice(0, end).join(" ");
        if (isKnown(name)) return name;
      }
      return "";
    },
    suffix(text) {
      const tokens = text.trim().split(/\s+/);
      for (let from = Math.max(1, tokens.length - WORDS_MOST); from < tokens.length; from += 1) {
        const name = tokens.slice(from).join(" ");
        if (/^\p{Lu}/u.test(name) && isKnown(name)) return name;
      }
      return "";
    },
    mended(entry) {
      if (CJK.test(entry)) return entry;
      byBlur ??= new Map(names.map((name) => [blurred(nameKey(name)), name]));
      return byBlur.get(blurred(nameKey(entry))) ?? entry;
    },
  };
}
