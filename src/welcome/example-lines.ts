import type { FindingView } from "../messaging/messages.ts";

export type ExamplePart = { at: number; words: string; mark: FindingView | null };
export type ExampleLine = { at: number; parts: ExamplePart[] };

/** Lines of a text, each cut where marked words begin and end. `at` counts from the start of the text. */
export function exampleLines(text: string, marks: FindingView[]): ExampleLine[] {
  let at = 0;
  return text.split("\n").map((line) => {
    const start = at;
    at += line.length + 1;
    return { at: start, parts: partsOf(line, start, marks) };
  });
}

function partsOf(line: string, start: number, marks: FindingView[]): ExamplePart[] {
  const end = start + line.length;
  const parts: ExamplePart[] = [];
  let from = start;
  const take = (to: number, mark: FindingView | null) => {
    if (to > from) parts.push({ at: from, words: line.slice(from - start, to - start), mark });
    from = Math.max(from, to);
  };
  const inLine = marks.filter((mark) => mark.start >= start && mark.end <= end);
  for (const mark of inLine.sort((a, b) => a.start - b.start)) {
    // Of two marks on the same words the first is drawn.
    if (mark.start < from) continue;
    take(mark.start, null);
    take(mark.end, mark);
  }
  take(end, null);
  return parts;
}
