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
/** A character that may need folding, with the marks that stand on it; ASCII, kana, Han and Hangul need none without. */
const CLUSTER =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is "anything beyond ASCII".
  /[\u1100-\u115f][\u1160-\u11a7]+[\u11a8-\u11ff]*|(?:[^\x00-\x7f\u3005\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3]|[\s\S](?=[\u0300-\u036f\u3099\u309a]))[\p{M}\uff9e\uff9f]*/gu;
/** Marks that print as nothing, or as a sign of trade, and split words only for the machine. */
const DROPPED = /\p{Default_Ignorable_Code_Point}|[™®©]/gu;
const LATIN = /\p{Script=Latin}/u;
const MARKS = /\p{M}+/gu;

const FOLDED = new Map([
  ...["\u2018", "\u2019", "\u201a", "\u201b", "\u2032", "\u02bc", "\u00b4"].map(
    (mark) => [mark, "'"] as const,
  ),
  // Text that was decoded wrongly has this where an apostrophe stood.
  ["\u00bf", "'"],
  ...["\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb"].map((mark) => [mark, '"'] as const),
  ...["\u2010", "\u2011", "\u2012"].map((mark) => [mark, "-"] as const),
  // Letters that Unicode does not take apart.
  ["ß", "ss"],
  ["ẞ", "ss"],
  ["ł", "l"],
  ["Ł", "l"],
  ["ø", "o"],
  ["Ø", "o"],
  ["æ", "ae"],
  ["Æ", "ae"],
  ["œ", "oe"],
  ["Œ", "oe"],
  ["ı", "i"],
]);

const known = new Map<string, string>();
/** More different clusters than any language has; beyond it they are folded each time. */
const KNOWN_MOST = 4_096;

function fold(cluster: string): string {
  const before = known.get(cluster);
  if (before !== undefined) return before;
  const kept = cluster.replace(DROPPED, "");
  const composed = kept.normalize("NFKC");
  // Accents are often left out, above all in capitals: "RESSERRE", "resserré".
  const bare = LATIN.test(composed)
    ? composed.normalize("NFD").replace(MARKS, "").normalize("NFC")
    : composed;
  const folded = FOLDED.get(kept) ?? FOLDED.get(bare) ?? bare.toLowerCase();
  if (known.size < KNOWN_MOST) known.set(cluster, folded);
  return folded;
}

/** Where text and source stop to agree in length: the offset in each, and whether one unit covers `span` of the source. */
class Shifts {
  private readonly out: number[] = [];
  private readonly source: number[] = [];
  private readonly spans: number[] = [];

  /** From `out` on, units stand one for one from `source`; or, with a span, all of them for the same `span` units. */
  add(out: number, source: number, span: number): void {
    this.out.push(out);
    this.source.push(source);
    this.spans.push(span);
  }

  /** Source offsets between which the unit at `offset` stands. */
  at(offset: number): [number, number] {
    let low = 0;
    let high = this.out.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.out[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const shift = low - 1;
    if (shift < 0) return [offset, offset + 1];
    const source = this.source[shift] ?? 0;
    const span = this.spans[shift] ?? 0;
    const start = span > 0 ? source : source + offset - (this.out[shift] ?? 0);
    return [start, start + (span > 0 ? span : 1)];
  }
}

/**
 * Lower-cases and folds a text: compatibility forms (NFKC), accents of Latin letters, curly quotes, odd hyphens and
 * spaces; drops soft hyphens, zero-width and bidi marks and ™. Plain ASCII keeps its offsets and costs next to nothing.
 * Never throws.
 */
export function normalise(source: string): Normalised {
  if (!BEYOND_ASCII.test(source)) {
    const same = (offset: number) => Math.min(offset, source.length);
    return { text: plain(source), startOf: same, endOf: same };
  }
  const parts: string[] = [];
  const shifts = new Shifts();
  let length = 0;
  let copied = 0;
  for (const { 0: cluster, index } of source.matchAll(CLUSTER)) {
    const run = plain(source.slice(copied, index));
    const folded = fold(cluster);
    parts.push(run, folded);
    length += run.length;
    copied = index + cluster.length;
    if (folded.length === cluster.length) {
      length += folded.length;
      continue;
    }
    if (folded.length > 0) shifts.add(length, index, cluster.length);
    length += folded.length;
    shifts.add(length, copied, 0);
  }
  parts.push(plain(source.slice(copied)));
  const text = parts.join("");
  return {
    text,
    startOf: (offset) => (offset >= text.length ? source.length : shifts.at(offset)[0]),
    endOf: (offset) => (offset === 0 ? 0 : Math.min(source.length, shifts.at(offset - 1)[1])),
  };
}

const plain = (text: string) => text.toLowerCase().replaceAll("`", "'");
