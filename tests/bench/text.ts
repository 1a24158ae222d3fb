/** Text to measure on: shop copy of our own, in which one sentence in forty speaks of pores. */

export const COPY = [
  "A light gel that sinks in within seconds and leaves no film.",
  "Free delivery on orders over 25, and returns within 30 days.",
  "Squalane and glycerin keep the skin supple through the day.",
  "Apply two pumps to clean skin, morning and evening, then a sunscreen.",
  "Made in small batches; the bottle is glass and the pump comes off for recycling.",
  "Customers who looked at this also liked the oat lip balm and the rice cleanser.",
  "Tested on sensitive skin under the care of dermatologists.",
  "The scent is faint: green tea, a little cedar, nothing sweet.",
  "4.6 out of 5 stars, 1,284 ratings, answered questions 37.",
  "Water, Glycerin, Niacinamide, Pentylene Glycol, Panthenol, Sodium Hyaluronate, Xanthan Gum.",
  "Size: 30 ml | 1.01 fl. oz. | Item no. 40-2210",
  "Don’t use on broken skin – keep out of reach of children.",
  "It’s the one step we would keep if we had to choose.",
];
export const CLAIMS = [
  "Daily use visibly minimizes the look of pores and fine lines.",
  "Unclogs pores without stripping the skin.",
  "For normal to oily skin with enlarged pores.",
  "It tightens pores and controls shine for hours.",
  "Does not clog pores.",
];

/** A fixed series of numbers that look random, the same in every run. Each call gives one from 0 up to `below`, which is left out. */
export function series(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

/**
 * About `length` characters of copy.
 * @param every how many sentences to one that speaks of pores; 0 for none at all
 */
export function shopText(length: number, every: number): string {
  const parts: string[] = [];
  let size = 0;
  const next = series(12_345);
  for (let at = 1; size < length; at += 1) {
    const from = every > 0 && at % every === 0 ? CLAIMS : COPY;
    const sentence = from[next(from.length)] ?? "";
    parts.push(sentence);
    size += sentence.length + 1;
  }
  return parts.join(" ").slice(0, length);
}

/** Words of phrases without order or end of sentence: no state of the reader comes again. */
export function soup(length: number): string {
  const words = "pore remove extract all the your dirt and stubborn nose one strip that lift out".split(" ");
  const parts: string[] = [];
  let size = 0;
  const next = series(7);
  while (size < length) {
    const word = words[next(words.length)] ?? "";
    parts.push(word);
    size += word.length + 1;
  }
  return parts.join(" ");
}

/** Text made to cost as much as possible, a million characters each. */
export const HOSTILE: Record<string, string> = {
  "pore again and again": "pore ".repeat(200_000),
  "pores and nothing else": "pores.".repeat(166_667),
  "nested quotes": `${"\u201c\u2018(".repeat(166_000)}shrinks pores${")\u2019\u201d".repeat(166_000)}`,
  "one word": "pore".repeat(250_000),
  "one word without pores": "a".repeat(1_000_000),
  "hedges by the hundred thousand": `${"visibly ".repeat(125_000)}shrinks pores`,
  "shrink and hyphens": `shrink${"-".repeat(999_000)}pores`,
  "Han pores": "毛孔".repeat(500_000),
  "claims and nothing else": "shrinks pores ".repeat(71_429),
  "the rules' own words in any order": soup(1_000_000),
  "claims with hedges and denials": "does not visibly shrink the look of pores, ".repeat(23_256),
};
