/** Open shadow roots: parts of the page that neither its text nor its mutation records tell of. */
import { isElement, shadowOf, walk } from "./dom.ts";

/** Shadow roots that are read in one page; shops with components have some hundred at most. */
const MAX_ROOTS = 2_000;

/** Elements with a name of the page's own. Found by the browser itself, several times faster than by a walk. */
const CUSTOM = "//*[contains(local-name(), '-')]";

/** All open shadow roots of elements with a name of the page's own, and those inside them; others may have one too. */
export function customShadowRoots(document: Document): ShadowRoot[] {
  const custom = Document.prototype.evaluate.call(
    document,
    CUSTOM,
    document,
    null,
    XPathResult.ORDERED_NODE_SNAPSHOT_TYPE,
    null,
  );
  const found: ShadowRoot[] = [];
  for (let at = 0; at < custom.snapshotLength && found.length < MAX_ROOTS; at += 1) {
    const shadow = shadowOf(custom.snapshotItem(at) as Element);
    if (shadow !== null) found.push(shadow, ...shadowRootsIn(shadow));
  }
  return found;
}

/** All open shadow roots of `root` and of what is below it, those inside others too; outer before inner. */
export function shadowRootsIn(root: Node): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  for (const _ of lookForShadows(root, found)) {
    // Without giving way.
  }
  return found;
}

/** Elements that are looked at in one step. */
const STEP = 2_000;

/** The same in steps; what was found is put into `found`. */
export function* lookForShadows(root: Node, found: ShadowRoot[]): Generator<void> {
  const waiting: Node[] = [root];
  let looked = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const walker = walk(node, NodeFilter.SHOW_ELEMENT);
    for (let at: Node | null = node; at !== null && found.length < MAX_ROOTS; at = walker.nextNode()) {
      looked += 1;
      if (looked % STEP === 0) yield;
      const shadow = isElement(at) ? shadowOf(at) : null;
      if (shadow === null) continue;
      found.push(shadow);
      waiting.push(shadow);
    }
  }
}
