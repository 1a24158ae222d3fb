/** Open shadow roots: parts of the page that neither its text nor its mutation records tell of. */
import { isElement, shadowOf, walk } from "./dom.ts";

/** Shadow roots that are read in one page; shops with components have some hundred at most. */
const MAX_ROOTS = 2_000;

/** All open shadow roots of `root` and of what is below it, those inside others too; outer before inner. */
export function shadowRootsIn(root: Node): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const walker = walk(node, NodeFilter.SHOW_ELEMENT);
    for (let at: Node | null = node; at !== null && found.length < MAX_ROOTS; at = walker.nextNode()) {
      const shadow = isElement(at) ? shadowOf(at) : null;
      if (shadow === null) continue;
      found.push(shadow);
      waiting.push(shadow);
    }
  }
  return found;
}
