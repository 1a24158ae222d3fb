/** Where a list without a heading may stand: text with names that are on nearly every label. */
import { isLongerThan, parentOf, previousOf, queryAll, tagOf, textOf } from "./dom.ts";
import { nextShapeHint } from "./gate.ts";
import { opensNoList } from "./headings.ts";
import { hitsIn } from "./hits.ts";
import { beginsWithWater, isInci } from "./inci-shape.ts";
import { isLinked, readList } from "./lists.ts";
import { MAX_BLOCK, partOfRun, type RunText, readRun } from "./segments.ts";
import { type Containers, isBlock } from "./tags.ts";

/** Places looked at in one page. */
const MAX_PLACES = 60;
/** How far up from an entry its list is looked for. */
const MAX_CLIMB = 3;
/** Longest entry that has an element of its own. */
const MAX_ENTRY = 120;
/** Longest words that may head what is below them. */
const MAX_HEAD = 100;

/** Candidates, one by one; `run` is null where a place turned out to be none. */
export function* candidatesIn(
  root: Node,
  containers: Containers,
): Generator<{ element: Element; run: RunText | null }> {
  const seen = new Set<Element>();
  for (const [hits = []] of hitsIn(root, [nextShapeHint])) {
    for (const hit of hits) {
      const container = containers.of(hit);
      if (container === null || seen.has(container) || seen.size >= MAX_PLACES) continue;
      seen.add(container);
      yield candidateAt(container, seen);
    }
  }
}

function candidateAt(container: Element, seen: Set<Element>): { element: Element; run: RunText | null } {
  const own = readRun(container, { styled: true });
  const line = own.text.split("\n").find(isInci);
  if (line !== undefined) {
    const from = own.text.indexOf(line);
    const before = own.text.slice(0, from).trimEnd().split("\n").at(-1) ?? "";
    const isList =
      !opensNoList(before) && !opensNoList(line) && !isMenu(container, line) && !headsNoList(container);
    return { element: container, run: isList ? partOfRun(own, from, own.text.length) : null };
  }
  let element: Element | null = own.text.length > MAX_ENTRY && !own.text.includes("\n") ? null : container;
  for (let up = 0; element !== null && up < MAX_CLIMB; up += 1, element = parentOf(element)) {
    if (tagOf(element) === "body" || tagOf(element) === "main" || isLongerThan(element, MAX_BLOCK)) break;
    if (up > 0 && seen.has(element)) break;
    seen.add(element);
    // Style is asked for only where the words are right.
    if (!isInci(readRun(element, { deep: true, itemTag: "a" }).text)) continue;
    const run = readList([element]);
    if (isInci(run.text))
      return { element, run: isMenu(element, run.text) || headsNoList(element) ? null : run };
  }
  return { element: container, run: null };
}

/** Links to collections of products, which are named after ingredients too. */
const isMenu = (element: Element, text: string): boolean => isLinked([element]) && !beginsWithWater(text);

/** True where the words right before an element say that what comes is no list, or where it has a list's heading and was read. */
function headsNoList(element: Element): boolean {
  let at: Element | null = element;
  for (let up = 0; at !== null && up < MAX_CLIMB; up += 1, at = parentOf(at)) {
    const before = previousOf(at);
    if (before === null) continue;
    const last = isBlock(before) ? ([...queryAll(before, "*")].at(-1) ?? before) : before;
    const text = (isLongerThan(before, MAX_HEAD) ? textOf(last) : textOf(before)).trim();
    return text.length <= MAX_HEAD && opensNoList(text);
  }
  return false;
}
