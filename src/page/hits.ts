/** Finds the text nodes of a subtree that are worth reading: one walk, its text looked through as a whole, in steps. */
import { isConnected, isElement, isText, walk } from "./dom.ts";
import { isSkipped } from "./tags.ts";

/** UTF-16 units of text from which a step is long enough; it takes a few ms on a page that is new. */
const STEP = 50_000;
/** Longest part of one text node that is looked through; more of it is never read. */
const MOST = 80_000;
/** Words in two steps are found by looking at the end of one again with the next. */
const OVERLAP = 200;
/** How often the walk begins anew because the page took away the place where it stood. */
const MAX_RESTARTS = 5;

const TEXTS = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;

/** Offset of the first hit of a text at or after another; Infinity where there is none. */
export type Kind = (text: string, from: number) => number;

/** Texts of nodes one behind the other, and where each ends. */
type Step = { text: string; nodes: Text[]; ends: number[] };

/** A walk through the text below `root`. The page may change between steps: where it took the place away, the walk begins anew. */
function* stepsIn(root: Node): Generator<Step> {
  if (isElement(root) && isSkipped(root)) return;
  let walker = walk(root, TEXTS);
  let restarts = 0;
  let node = isText(root) ? root : (walker.nextNode() as Text | null);
  while (node !== null) {
    const parts: string[] = [];
    const step: Step = { text: "", nodes: [], ends: [] };
    let length = 0;
    while (node !== null && length < STEP) {
      const { data } = node;
      const part = data.length > MOST ? data.slice(0, MOST) : data;
      parts.push(part);
      length += part.length;
      step.nodes.push(node);
      step.ends.push(length);
      node = walker.nextNode() as Text | null;
    }
    step.text = parts.join("");
    yield step;
    if (node === null || isConnected(node) || restarts === MAX_RESTARTS || !isConnected(root)) continue;
    restarts += 1;
    walker = walk(root, TEXTS);
    node = walker.nextNode() as Text | null;
  }
}

/** The text below `root` in steps, each beginning with the last words of the one before. */
export function* textsIn(root: Node): Generator<string> {
  let before = "";
  for (const { text } of stepsIn(root)) {
    yield before + text;
    before = text.slice(-OVERLAP);
  }
}

/** The last words of a step. */
function tailOf({ text, nodes, ends }: Step): Step {
  const from = Math.max(0, text.length - OVERLAP);
  const first = ends.findIndex((end) => end > from);
  return {
    text: text.slice(from),
    nodes: nodes.slice(first),
    ends: ends.slice(first).map((end) => end - from),
  };
}

/** A step with the last words of the one before at its beginning. */
function joined(before: Step, { text, nodes, ends }: Step): Step {
  const shift = before.text.length;
  return {
    text: before.text + text,
    nodes: [...before.nodes, ...nodes],
    ends: [...before.ends, ...ends.map((end) => end + shift)],
  };
}

/** Nodes of a step that hold the beginning of a hit; those up to `last`, which were found in the step before, are left out. */
function nodesWith(kind: Kind, { text, nodes, ends }: Step, last: Text | undefined): Text[] {
  const found: Text[] = [];
  const known = last === undefined ? -1 : nodes.indexOf(last);
  let at = kind(text, known < 0 ? 0 : (ends[known] ?? 0));
  for (let index = known + 1; index < nodes.length && at < text.length; index += 1) {
    const [node, end] = [nodes[index], ends[index]];
    if (node === undefined || end === undefined || at >= end) continue;
    found.push(node);
    at = kind(text, end);
  }
  return found;
}

/**
 * For each step through the text below `root` and for each kind of hit, the text nodes that hold the beginning of one. A node
 * may come twice where the page changed between steps.
 */
export function* hitsIn(root: Node, kinds: readonly Kind[]): Generator<Text[][]> {
  let tail: Step = { text: "", nodes: [], ends: [] };
  let last: (Text | undefined)[] = [];
  for (const next of stepsIn(root)) {
    const step = joined(tail, next);
    const hits = kinds.map((kind, at) => nodesWith(kind, step, last[at]));
    last = hits.map((found, at) => found.at(-1) ?? last[at]);
    tail = tailOf(step);
    yield hits;
  }
}
