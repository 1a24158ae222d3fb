/** The text of a block as one string, and the way back from its offsets to the page's text nodes. */
import { isConnected, isText, parentOf, tagOf, textOf, walk } from "./dom.ts";
import { isBlock, isSkipped, partsWords } from "./tags.ts";

/** Longest text of one block, in UTF-16 units. */
export const MAX_BLOCK = 20_000;
/** Elements nested deeper than this below a block are not read. */
const MAX_DEPTH = 200;
/** Tags of headings. */
const TITLE = /^(?:h[1-6]|dt|summary|legend|caption)$/;
/** A superscript up to this length is a footnote mark or ™, not a word. */
const MAX_NOTE = 4;

/** `length` units of `node` from `from` stand at offset `at` of the block's text. */
export type Segment = { node: Text; from: number; at: number; length: number };
export type RunText = {
  text: string;
  segments: Segment[];
  truncated: boolean;
  /** Where headings begin, in a run that was read deep. */
  titles?: number[];
};

export type RunOptions = {
  /** Also read the blocks inside, parted by "\n"; for ingredient lists. */
  deep?: boolean;
  /** Ask for computed style: inline tags that are laid out as blocks part words, preserved line breaks are kept. */
  styled?: boolean;
  /** Inline tag whose edges part items as well ("a" where every ingredient is a link). */
  itemTag?: string;
};

const laidOutAsBlock = (element: Element): boolean =>
  !/^(inline|contents|none|ruby)/.test(getComputedStyle(element).display);

class Collector {
  text = "";
  segments: Segment[] = [];
  truncated = false;
  titles: number[] = [];
  private lastParent: Element | null = null;
  private keepsBreaks = false;

  constructor(
    private readonly styled: boolean,
    private readonly joinsCommas: boolean,
  ) {}

  get full(): boolean {
    return this.text.length >= MAX_BLOCK;
  }

  add(node: Text): void {
    let data = node.data;
    if (data === "") return;
    if (data.length > MAX_BLOCK * 4) {
      data = data.slice(0, MAX_BLOCK * 4);
      this.truncated = true;
    }
    data = this.preserves(node) ? data.replace(/[\t\f\r]/g, " ") : data.replace(/[\t\n\f\r]/g, " ");
    let from = 0;
    for (const gap of data.matchAll(/ {2,}/g)) {
      this.piece(node, data, from, gap.index + 1);
      from = gap.index + gap[0].length;
    }
    this.piece(node, data, from, data.length);
  }

  /** Parts what comes from what was. */
  edge(): void {
    if (this.text !== "" && !this.text.endsWith("\n")) this.text += "\n";
  }

  private piece(node: Text, data: string, start: number, end: number): void {
    let from = start;
    if (data[from] === " " && (this.text === "" || /[ \n]$/.test(this.text))) from += 1;
    if (from >= end) return;
    if (this.joinsCommas && /^[,;、，]/.test(data.slice(from, from + 1))) this.takeEdgeBack();
    const room = MAX_BLOCK - this.text.length;
    if (room <= 0) {
      this.truncated = true;
      return;
    }
    const length = Math.min(end - from, room);
    this.truncated ||= length < end - from;
    this.segments.push({ node, from, at: this.text.length, length });
    this.text += data.slice(from, from + length);
  }

  /** A comma between two buttons stands with the first. */
  private takeEdgeBack(): void {
    const last = this.segments.at(-1);
    const written = last === undefined ? 0 : last.at + last.length;
    if (written > 0 && written < this.text.length) this.text = this.text.slice(0, written);
  }

  private preserves(node: Text): boolean {
    const parent = parentOf(node);
    if (parent === this.lastParent || parent === null) return this.keepsBreaks;
    this.lastParent = parent;
    this.keepsBreaks = this.styled ? getComputedStyle(parent).whiteSpace.startsWith("pre") : false;
    return this.keepsBreaks;
  }
}

function collect(walker: TreeWalker, into: Collector, options: RunOptions, depth: number): void {
  if (walker.firstChild() === null) return;
  do {
    const node = walker.currentNode;
    if (into.full) {
      into.truncated = true;
      break;
    }
    if (isText(node)) {
      into.add(node);
      continue;
    }
    const element = node as Element;
    const tag = tagOf(element);
    if (tag === "br" || tag === "hr") into.edge();
    else if (isSkipped(element)) {
      if (partsWords(element)) into.edge();
    } else if (isBlock(element) && !options.deep) into.edge();
    else if (tag === "sup" && textOf(element).trim().length <= MAX_NOTE) continue;
    else if (depth < MAX_DEPTH) {
      const parted =
        isBlock(element) || tag === options.itemTag || (options.styled === true && laidOutAsBlock(element));
      if (parted) into.edge();
      if (TITLE.test(tag)) into.titles.push(into.text.length);
      collect(walker, into, options, depth + 1);
      if (parted) into.edge();
    }
  } while (walker.nextSibling() !== null);
  walker.parentNode();
}

/**
 * The text that stands directly in `container`, inline elements included. Source line breaks and runs of white space are
 * one space; "\n" stands where blocks, `<br>` or controls part the words. At most `MAX_BLOCK` units.
 */
export function readRun(container: Element, options: RunOptions = {}): RunText {
  const into = new Collector(options.styled === true, options.deep === true);
  if (TITLE.test(tagOf(container))) into.titles.push(0);
  collect(walk(container, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT), into, options, 0);
  const { text, segments, truncated, titles } = into;
  return { text: text.replace(/\s+$/, ""), segments, truncated, titles };
}

/** Joins runs to one text, parted by "\n". */
export function joinRuns(runs: RunText[]): RunText {
  const joined: RunText = { text: "", segments: [], truncated: false, titles: [] };
  for (const run of runs) {
    if (run.text === "") continue;
    if (joined.text !== "") joined.text += "\n";
    const shift = joined.text.length;
    if (shift + run.text.length > MAX_BLOCK) {
      joined.truncated = true;
      break;
    }
    for (const segment of run.segments) joined.segments.push({ ...segment, at: segment.at + shift });
    for (const at of run.titles ?? []) joined.titles?.push(at + shift);
    joined.text += run.text;
    joined.truncated ||= run.truncated;
  }
  return joined;
}

/** The part `[start, end)` of a run, offsets counted anew. */
export function partOfRun(run: RunText, start: number, end: number): RunText {
  const segments: Segment[] = [];
  for (const { node, from, at, length } of run.segments) {
    const begin = Math.max(at, start);
    const stop = Math.min(at + length, end);
    if (begin < stop)
      segments.push({ node, from: from + begin - at, at: begin - start, length: stop - begin });
  }
  return { text: run.text.slice(start, end), segments, truncated: run.truncated };
}

/** True where the page still holds the words `[start, end)` where they were read. */
export function stillStands({ text, segments }: RunText, start: number, end: number): boolean {
  return segments.every(({ node, from, at, length }) => {
    const begin = Math.max(at, start);
    const stop = Math.min(at + length, end);
    if (begin >= stop) return true;
    const words = node.data.slice(from + begin - at, from + stop - at);
    return isConnected(node) && flat(words) === flat(text.slice(begin, stop));
  });
}

const flat = (words: string): string => words.replace(/\s/g, " ");

/**
 * One static range a text node for the offsets `[start, end)`; empty where they lie outside the text. Static, because live
 * ranges make every later change of the page dearer.
 */
export function rangesOf(segments: Segment[], start: number, end: number): StaticRange[] {
  const parts: { node: Text; from: number; to: number }[] = [];
  for (const { node, from, at, length } of segments) {
    const begin = Math.max(at, start);
    const stop = Math.min(at + length, end);
    if (begin >= stop) continue;
    const last = parts.at(-1);
    if (last?.node === node) last.to = from + stop - at;
    else parts.push({ node, from: from + begin - at, to: from + stop - at });
  }
  return parts.map(
    ({ node, from, to }) =>
      new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }),
  );
}
