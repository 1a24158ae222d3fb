/** Percentages that the seller states outside of the ingredient list: "10% Niacinamide + 1% Zinc", "retinol (0.3%)". */
import type { Active, Dose } from "../model.ts";
import { nameKey } from "./keys.ts";

/** A percentage, a word, or any other mark. */
const TOKEN = /\d{1,3}(?:[.,]\d{1,3})?\s?[%％]|[\p{L}\p{N}][\p{L}\p{N}'’.-]*|\S/gu;
/** More than this of one active is in no product for the skin at home: "100% pure retinol" tells of purity. */
const PERCENT_MOST = 50;
const NAME_WORDS = 5;
/** Words between a percentage and the name behind it: "2% pure encapsulated retinol". */
const BEHIND = new Set(
  (
    "of pure active encapsulated stabilised stabilized concentrated liposomal de d' pur di puro reines rein " +
    "complex solution"
  ).split(" "),
);
/** Words between a name and the percentage behind it: "niacinamide at 5%". */
const BEFORE = new Set(
  (
    "at in of a an à zu de concentration konzentration strength dose dosis complex solution liquid exfoliant gel cream " +
    "serum toner usp power peel lotion"
  ).split(" "),
);
/** Behind a percentage these tell of a price. */
const PRICE = new Set("off discount sale less rabatt cheaper günstiger extra".split(" "));
/** "Reduces pores by 30%", "save 20%", "without 10%", "less than 1%": no dose of what is named beside it. */
const NO_DOSE = new Set(
  (
    "up over least most < ≤ by save saves off extra minus without no not never less under below than instead um sans ohne sin senza jusqu'à bis " +
    "reduces reduce reduced"
  ).split(" "),
);
const NO_DOSE_WITHIN = 2;
const FILLERS_MOST = 4;
const JOINING_MARKS = new Set(["(", ":", "–", "-", "—", "["]);

const CJK = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー";
const UNSPACED = new RegExp(`[${CJK}]`, "u");
/** Shorter names than this are parts of other words. */
const UNSPACED_LEAST = 2;
const UNSPACED_MOST = 24;
/** Where a space is missing: "烟酰胺5%", "5%配合", and the hyphen of "2%-BHA". */
const GLUED = new RegExp(
  `(?<=[${CJK}\\p{Script=Hangul}]|\\p{L}{3})(?=\\d{1,3}(?:[.,]\\d{1,3})?\\s?[%％])|(?<=\\d\\s?[%％])(?=[${CJK}])|(?<=\\d[%％])-(?=\\p{L})`,
  "gu",
);

type Named = { active: Active; share: number } | null;

/** Names as they are said in running text, where "BHA" is salicylic acid; null for what only looks like one. */
function namesOf(actives: readonly Active[]): Map<string, Named> {
  const names = new Map<string, Named>();
  for (const active of actives) for (const name of active.lookalikes) names.set(nameKey(name), null);
  for (const active of actives) {
    for (const name of active.names) names.set(nameKey(name), { active, share: 1 });
    for (const { name, share = 1 } of active.said ?? []) names.set(nameKey(name), { active, share });
  }
  return names;
}

type Token = { text: string; percent: number | null; isWord: boolean };

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(([token]) => {
    const isPercent = /[%％]$/.test(token);
    const percent = isPercent ? Number(token.replace(/\s?[%％]$/, "").replace(",", ".")) : null;
    return { text: token, percent, isWord: !isPercent && /^[\p{L}\p{N}]/u.test(token) };
  });
}

const isOf = ({ text }: Token, words: ReadonlySet<string>): boolean => words.has(text.toLowerCase());

/**
 * Makes a reader of stated percentages. It ties each percentage to the active named right behind it or, where the text
 * names first ("Niacinamide 10% + Zinc 1%"), right before it. What is sold as a solution counts for what is in it: 2 % of
 * "Granactive Retinoid" is about 0.2 %. Returns an empty array where nothing is tied; never throws.
 */
export function createDoseReader(actives: readonly Active[]): (text: string) => Dose[] {
  const names = namesOf(actives);

  /** A name at the near end of a word whose script sets no spaces: "烟酰胺精华". */
  function nameInWord(word: string, nearEnd: boolean): Named {
    if (!UNSPACED.test(word)) return null;
    for (let length = Math.min(word.length - 1, UNSPACED_MOST); length >= UNSPACED_LEAST; length -= 1) {
      const named = names.get(nameKey(nearEnd ? word.slice(-length) : word.slice(0, length)));
      if (named !== undefined) return named;
    }
    return null;
  }

  /** The longest name among the words from `from` to `to`, at the end that is nearer to the percentage. */
  function nameIn(words: Token[], nearEnd: boolean): Named {
    for (let length = words.length; length > 0; length -= 1) {
      const part = nearEnd ? words.slice(-length) : words.slice(0, length);
      const named = names.get(nameKey(part.map(({ text }) => text).join("")));
      if (named !== undefined) return named;
    }
    return nameInWord((nearEnd ? words.at(-1) : words[0])?.text ?? "", nearEnd);
  }

  function behind(tokens: Token[], at: number): Named {
    let from = at + 1;
    for (let skipped = 0; skipped < FILLERS_MOST; skipped += 1) {
      const token = tokens[from];
      if (token === undefined || !isOf(token, BEHIND)) break;
      from += 1;
    }
    const words: Token[] = [];
    for (
      let token = tokens[from];
      token?.isWord && words.length < NAME_WORDS;
      token = tokens[from + words.length]
    )
      words.push(token);
    return nameIn(words, false);
  }

  function before(tokens: Token[], at: number): Named {
    let to = at - 1;
    for (let skipped = 0; skipped < FILLERS_MOST; skipped += 1) {
      const token = tokens[to];
      if (token === undefined || !(isOf(token, BEFORE) || JOINING_MARKS.has(token.text))) break;
      to -= 1;
    }
    const words: Token[] = [];
    for (
      let token = tokens[to];
      token?.isWord && words.length < NAME_WORDS;
      token = tokens[to - words.length]
    )
      words.unshift(token);
    return nameIn(words, true);
  }

  return (text) => {
    const written = text
      .replace(/(\d)\s?(?:per\s?cent|prozent|por ciento|pour cent|per cento)\b/gi, "$1%")
      .replace(/\(?\b(?:w\/w|w\/v|v\/v)\b\)?/gi, " ")
      .replace(/\b([dl])['’](?=\p{L})/giu, "de ")
      .replace(/(?<=[%％])の/g, " ")
      .replace(GLUED, " ");
    if (!/[%％]/.test(written)) return [];
    const doses: Dose[] = [];
    for (const sentence of written.split(/(?<=[.!?])\s+|\n/)) {
      const tokens = tokensOf(sentence);
      const places = tokens.flatMap(({ percent }, at) => {
        const before = tokens.slice(Math.max(0, at - NO_DOSE_WITHIN), at);
        const behind = tokens[at + 1];
        const isPrice = behind !== undefined && isOf(behind, PRICE);
        // "AHA/BHA 10%/2%": which is whose nobody can tell.
        const isPair =
          behind?.text === "/" || (tokens[at - 1]?.text === "/" && tokens[at - 2]?.percent !== null);
        // "1-5%"
        const isRange = /^[-–—]$/.test(tokens[at - 1]?.text ?? "") && /^\d/.test(tokens[at - 2]?.text ?? "");
        const isNone = isRange || isPrice || isPair || before.some((token) => isOf(token, NO_DOSE));
        const isDose = percent !== null && percent > 0 && !isNone;
        return isDose ? [at] : [];
      });
      const found = places.map((at) => ({
        percent: tokens[at]?.percent ?? 0,
        behind: behind(tokens, at),
        before: before(tokens, at),
      }));
      // "A 10% B 1%": where the last percentage has no name behind it, all stand behind their names.
      const last = found.at(-1);
      const namesFirst = last !== undefined && last.behind === null && last.before !== null;
      for (const { percent, ...sides } of found) {
        const named = namesFirst ? (sides.before ?? sides.behind) : (sides.behind ?? sides.before);
        if (named === null || percent > PERCENT_MOST) continue;
        doses.push({ active: named.active.id, percent: Math.round(percent * named.share * 1000) / 1000 });
      }
    }
    return doses;
  };
}
