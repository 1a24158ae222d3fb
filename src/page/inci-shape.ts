/** By its words alone: is this an ingredient list? Tight, since it has to hold where no heading says so. */

/** Fewer entries than this are not enough; of a list that begins with water, so many. */
const LEAST = 8;
const LEAST_AFTER_WATER = 5;
/** Text that is looked at: the first lines of a list show what it is. */
const LOOKED_AT = 3_000;
const LIKELY_SHARE = 0.6;
const CERTAIN_SHARE = 0.25;

/** Words that stand on labels and hardly ever in a seller's row of words. */
const CERTAIN =
  /\b(?:aqua|water|eau|wasser|\w*acid|\w*glycerin|\w*glycol|oil|extract|sodium|disodium|potassium|zinc|titanium|phenoxyethanol|parfum|fragrance|tocopher\w+|\w*methicone|gum|peg-\d+|ci ?\d{5}|alcohol|copolymer|\w*siloxane|polysorbate|carbomer|\w+paraben|edta)\b|グリセリン|エキス|酸|정제수|글리세린|추출물|오일|甘油|提取物/i;
const ENDING =
  /(?:ate|ide|ol|one|ine|in|ium|ane|ene|yl|ose|wax|butter|mica|talc|silica|kaolin|lecithin|(?:-|\bci )\d+)$/i;
const FREE = /\b(?:free|without)\b|^no\b|^non\b/i;
const WATER =
  /^[\s*•·([-]*(?:[^:：,]{1,60}[:：]\s*)?(?:purified |deionized )?(?:aqua|water|eau|wasser|(?:精製)?水[、,，\n]|정제수)/i;
const CJK = /[\u3040-\u9fff\uac00-\ud7af]/;

/** True where a text begins as most labels do. */
export const beginsWithWater = (text: string): boolean => WATER.test(text);

/** True where a name could stand on a label. */
export const isInciName = (name: string): boolean =>
  CERTAIN.test(name) || CJK.test(name) || ENDING.test(name.trim().replace(/[.*\s]+$/, ""));

/** True where a text is a row or a column of names as labels print them, and nothing else. */
export function isInci(text: string): boolean {
  const entries = text
    .slice(0, LOOKED_AT)
    .replace(/\([^()]*\)/g, "")
    .split(/[,;、，；•·|\n]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry.length > 1);
  if (entries.length < (beginsWithWater(text) ? LEAST_AFTER_WATER : LEAST)) return false;
  const share = (is: (entry: string) => boolean) => entries.filter(is).length / entries.length;
  return (
    share((entry) => CERTAIN.test(entry)) >= CERTAIN_SHARE &&
    share(isInciName) >= LIKELY_SHARE &&
    share((entry) => FREE.test(entry) || entry.length > 90) < 0.2
  );
}
