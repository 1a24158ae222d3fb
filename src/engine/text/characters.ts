/** What each character is to the reading of words, looked up in one step. */

export const CHARACTER = {
  letter: 1,
  number: 2,
  /** A word of its own: Han, kana, Hangul syllables, "%" and "&". */
  single: 4,
  space: 8,
  sentence: 16,
  clause: 32,
  comma: 64,
  enclosed: 128,
  hyphen: 256,
  question: 512,
  opens: 1024,
  closes: 2048,
  apostrophe: 4096,
} as const;

const SINGLE = /[%&\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/;
/** Marks that only tell boundaries apart, by what they bound. */
const MARKS: [RegExp, number][] = [
  [/[.!?;\n\r|\u2022\u00b7。！？；●▪◦✓✔★]/, CHARACTER.sentence],
  [/[:\u2013\u2014：【】「」『』]/, CHARACTER.clause],
  [/[,，、]/, CHARACTER.comma],
  [/[()[\]"（）]/, CHARACTER.enclosed],
  [/-/, CHARACTER.hyphen],
  [/[?？]/, CHARACTER.question],
  [/[([（]/, CHARACTER.opens],
  [/[)\]）]/, CHARACTER.closes],
  [/'/, CHARACTER.apostrophe],
  [/\s/, CHARACTER.space],
];

const KNOWN = 1 << 15;
const table = new Uint16Array(0x10000);

function classify(code: number): number {
  const character = String.fromCharCode(code);
  let kind = 0;
  if (SINGLE.test(character)) kind = CHARACTER.single;
  else if (/[\p{L}\p{M}]/u.test(character)) kind = CHARACTER.letter;
  else if (/\p{N}/u.test(character)) kind = CHARACTER.number;
  for (const [marks, flag] of MARKS) if (marks.test(character)) kind |= flag;
  table[code] = kind | KNOWN;
  return kind;
}

/** Flags of a UTF-16 unit. Halves of characters beyond the basic plane (emoji) are nothing, and part words. */
export function characterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const known = table[code] ?? 0;
  return known === 0 ? classify(code) : known & ~KNOWN;
}
