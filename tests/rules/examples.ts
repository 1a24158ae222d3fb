/** Reading the `[[span]]` that a rule's examples carry. */

/** The sentence without its brackets, and the span that they enclosed. @throws Error if there is not exactly one. */
export function markedExample(example: string): { text: string; start: number; end: number } {
  const start = example.indexOf("[[");
  const end = example.indexOf("]]") - 2;
  const text = example.replace("[[", "").replace("]]", "");
  if (start === -1 || end <= start || /\[\[|\]\]/.test(text)) {
    throw new Error(`"${example}" must hold exactly one [[span]]`);
  }
  return { text, start, end };
}
