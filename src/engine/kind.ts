import type { PageFacts, ProductKind, Words } from "./model.ts";
import { normalise } from "./text/normalise.ts";
import { tokenise } from "./text/tokens.ts";

/** Parts of a name: "Calm Toner - with witch hazel, 200 ml (pack of 2)". */
const NAME_PARTS = /[,|:;()[\]–—•]|\s-\s/;
/** Steps of a category path. */
const CATEGORY_PARTS = /\s*[>›»/|]\s*/;

type KindWord = { kind: ProductKind; words: string[] };

const wordsOf = (text: string): string[] => tokenise(normalise(text).text).words;

function endsOf(words: string[], wanted: string[]): number {
  for (let end = words.length; end >= wanted.length; end -= 1) {
    if (wanted.every((word, at) => words[end - wanted.length + at] === word)) return end;
  }
  return 0;
}

/** The kind of one part: what stands last names the thing ("Foundation Brush"), and of two that end there the longer. */
function kindIn(part: string, table: KindWord[]): ProductKind | null {
  const words = wordsOf(part);
  let best: { end: number; length: number; kind: ProductKind } | null = null;
  for (const { kind, words: wanted } of table) {
    const end = endsOf(words, wanted);
    if (end === 0) continue;
    const closer = best === null || end > best.end || (end === best.end && wanted.length > best.length);
    if (closer) best = { end, length: wanted.length, kind };
  }
  return best?.kind ?? null;
}

/**
 * What kind of product a page is about: by the first part of its name that tells, else by the innermost category that does.
 * "unknown" where nothing tells.
 */
export function kindOf(facts: Pick<PageFacts, "name" | "category">, tables: Words["kinds"][]): ProductKind {
  const table = tables
    .flat()
    .flatMap(({ kind, words }) => words.map((word) => ({ kind, words: wordsOf(word) })));
  const parts = [...facts.name.split(NAME_PARTS), ...facts.category.split(CATEGORY_PARTS).reverse()];
  for (const part of parts) {
    const kind = kindIn(part, table);
    if (kind !== null) return kind;
  }
  return "unknown";
}
