/** In a page: the scan as the content script does it, and what it is measured against. All times in ms. */
import findAndReplaceDOMText from "findandreplacedomtext";
import Mark from "mark.js";
import { type Anchors, setAnchors } from "../../../src/page/anchors.ts";
import { bodyOf, textOf } from "../../../src/page/dom.ts";
import { holdsAnything } from "../../../src/page/gate.ts";
import { KnownFacts } from "../../../src/page/page-facts.ts";
import { Reader } from "../../../src/page/read.ts";

declare const __ANCHORS__: Anchors;

setAnchors(__ANCHORS__);
const holdsAny = (): boolean => holdsAnything(textOf(bodyOf(document)));

/** Results are put here, so that no engine can leave the work out. */
let used = 0;

function timed(work: () => number): number {
  const started = performance.now();
  used += work();
  return performance.now() - started;
}

/** The floor: a bare walk over the text nodes that touches every character. */
export const walk = (): number =>
  timed(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let sum = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { data } = node as Text;
      for (let at = 0; at < data.length; at += 1) sum = (sum + data.charCodeAt(at)) | 0;
    }
    return sum;
  });

/** The first question alone: is there anything to look for? */
export const look = (): number => timed(() => Number(holdsAny()));

function read(): Reader {
  const reader = new Reader(document, "unknown");
  if (!holdsAny()) return reader;
  const facts = new KnownFacts(document);
  facts.refresh();
  reader.setPageType(facts.current?.type ?? "unknown");
  let before = performance.now();
  // The steps are added up; the pauses between them are the page's.
  for (const _ of reader.readAll(bodyOf(document))) {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
  }
  return reader;
}

let longest = 0;

/** The longest step without a pause of a scan. */
export function longestStep(): number {
  longest = 0;
  read();
  return longest;
}

/** Everything that is done on the page's thread from the first look to the blocks that are sent. */
export const scan = (): number => timed(() => read().store.takeChanges().added.length);

/** How many blocks such a scan finds. */
export const blocks = (): number => read().store.takeChanges().added.length;

/**
 * The same for a batch that the page adds at the end of `main`: first the batch, then all anew. `html` is what is added,
 * and taken away again after.
 */
export function batch(html: string): { batch: number; full: number } {
  const main = document.querySelector("main") ?? document.body;
  const reader = read();
  reader.store.takeChanges();
  const added = document.createElement("section");
  added.innerHTML = html;
  main.append(added);
  const batchMs = timed(() => {
    for (const _ of reader.update({ roots: [added], touched: [main] })) {
      // As above.
    }
    return reader.store.takeChanges().added.length;
  });
  const full = scan();
  added.remove();
  return { batch: batchMs, full };
}

const expression = () => new RegExp(__ANCHORS__.all, "gi");

/** A peer: findAndReplaceDOMText wraps every hit of the same expression; taken back after. */
export function findAndReplace(): number {
  let finder: { revert(): void } | null = null;
  const ms = timed(() => {
    finder = findAndReplaceDOMText(document.body, { find: expression(), wrap: "mark", preset: "prose" });
    return 1;
  });
  (finder as { revert(): void } | null)?.revert();
  return ms;
}

/** A peer: mark.js wraps every hit of the same expression, across elements; taken back after. */
export function markJs(): number {
  const mark = new Mark(document.body);
  const ms = timed(() => {
    mark.markRegExp(expression(), { acrossElements: true });
    return 1;
  });
  mark.unmark();
  return ms;
}

/** Rounds of the named functions above, in turn. */
export function rounds(
  count: number,
  names: ("walk" | "look" | "scan" | "longestStep" | "findAndReplace" | "markJs")[],
): number[][] {
  const works = { walk, look, scan, longestStep, findAndReplace, markJs };
  const times = names.map((): number[] => []);
  for (let round = 0; round < count; round += 1)
    for (const [at, name] of names.entries()) times[at]?.push(works[name]());
  return times;
}

/** The sum of all results so far. */
export const result = (): number => used;
