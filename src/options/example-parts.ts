export type ExamplePart = { at: number; words: string; marked: boolean };

/**
 * Divides an example sentence at its `[[ ]]`, which hold the words that are marked.
 * @returns the parts in order with their offset in `text`; brackets without a partner stay as they are written.
 */
export function exampleParts(text: string): ExamplePart[] {
  const parts: ExamplePart[] = [];
  let from = 0;
  for (const match of text.matchAll(/\[\[(.*?)\]\]/gs)) {
    if (match.index > from) parts.push({ at: from, words: text.slice(from, match.index), marked: false });
    parts.push({ at: match.index, words: match[1] ?? "", marked: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ at: from, words: text.slice(from), marked: false });
  return parts;
}
