/** Text made comparable, with a way back to the source it came from. */
export type Normalised = {
  text: string;
  /** Source offset (UTF-16) at which the unit at `offset` of `text` begins; beyond the text, the source's length. */
  startOf(offset: number): number;
  /** Source offset behind the unit before `offset`, so that a range of text ends where its last letter does. */
  endOf(offset: number): number;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is "anything beyond ASCII".
const BEYOND_ASCII = /[^\x00-\x7f]/;
/** Marks that print as nothing, or as a sign of trade, and split words only for the machine. */
const DROPPED = /\p{Default_Ignorable_Code_Point}|[™®©]/u;
const COMBINING = /^\p{M}$/u;

const FOLDED: Record<string, string> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201a": "'",
  "\u201b": "'",
  "\u2032": "'",
  "\u02bc": "'",
  "\u0060": "'",
  "\u00b4": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u201e": '"',
  "\u00ab": '"',
  "\u00bb": '"',
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "-",
  "\u00bf": "'",
};

/**
 * Lower-cases and folds a text: compatibility forms (NFKC), curly quotes, odd hyphens and spaces; drops soft hyphens,
 * zero-width and bidi marks and ™. Plain ASCII keeps its offsets and costs next to nothing. Never throws.
 */
export function normalise(source: string): Normalised {
  if (!BEYOND_ASCII.test(source)) {
    const same = (offset: number) => Math.min(offset, source.length);
    return { text: source.toLowerCase(), startOf: same, endOf: same };
  }
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  while (at < source.length) {
    const start = at;
    const first = source.codePointAt(at) ?? 0;
    at += first > 0xffff ? 2 : 1;
    if (first < 0x80) {
      const next = source.charCodeAt(at);
      if (!(next >= 0x300 && next <= 0x36f)) {
        parts.push(String.fromCharCode(first).toLowerCase());
        starts.push(start);
        ends.push(at);
        continue;
      }
    }
    while (at < source.length && source.charCodeAt(at) >= 0x300 && COMBINING.test(source[at] ?? "")) at += 1;
    const cluster = source.slice(start, at);
    if (DROPPED.test(cluster)) continue;
    const folded = FOLDED[cluster] ?? cluster.normalize("NFKC").toLowerCase();
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(start);
      ends.push(at);
    }
  }
  return {
    text: parts.join(""),
    startOf: (offset) => starts[offset] ?? source.length,
    endOf: (offset) => (offset === 0 ? 0 : (ends[offset - 1] ?? source.length)),
  };
}
