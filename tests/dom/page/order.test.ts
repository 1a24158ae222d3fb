import fc from "fast-check";
import { expect, test } from "vitest";
import { follows } from "../../../src/page/dom.ts";
import { inOrder } from "../../../src/page/order.ts";

const nodesBelow = (root: Node): Node[] =>
  [...root.childNodes].flatMap((child) => [child, ...nodesBelow(child)]);

/** A tree of elements and texts: each number says how many of the last elements are closed before the next. */
function tree(closing: readonly number[]): HTMLElement {
  const root = document.createElement("div");
  let at: HTMLElement = root;
  for (const close of closing) {
    for (let up = 0; up < close && at !== root; up += 1) at = at.parentElement ?? root;
    at.append("text");
    at = at.appendChild(document.createElement("p"));
  }
  return root;
}

test("sorts nodes as the browser itself compares them", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3), { maxLength: 40 }), fc.infiniteStream(fc.nat(1_000)), (closing, keys) => {
      const root = tree(closing);
      document.body.append(root);
      const shuffled = nodesBelow(root)
        .map((node) => ({ node, key: keys.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ node }) => node);
      const sorted = inOrder(shuffled, (node) => ({ node, offset: 0 }));
      expect(sorted).toHaveLength(shuffled.length);
      for (const [at, node] of sorted.entries()) {
        const next = sorted[at + 1];
        if (next !== undefined) expect(follows(node, next)).toBe(true);
      }
      root.remove();
    }),
    { numRuns: 50 },
  );
});

test("in one node the offset tells", () => {
  const node = document.createTextNode("words");
  const places = [3, 1, 2].map((offset) => ({ node, offset }));
  expect(inOrder(places, (place) => place).map(({ offset }) => offset)).toEqual([1, 2, 3]);
});

test("what stands in a shadow tree comes where its element stands, before the element's own children", () => {
  document.body.innerHTML = "<p>before</p><div><i>own</i></div><p>after</p>";
  const [before, element, after] = document.body.children;
  const own = element?.firstElementChild as Element;
  const shadow = (element as Element).attachShadow({ mode: "open" });
  const inside = shadow.appendChild(document.createElement("b"));
  const sorted = inOrder([after, own, inside, before] as Element[], (node) => ({ node, offset: 0 }));
  expect(sorted).toEqual([before, inside, own, after]);
});

test("what has no place comes last", () => {
  const node = document.createTextNode("words");
  document.body.append(node);
  const items = ["nowhere", "here", "nowhere else"];
  const sorted = inOrder(items, (item) => (item === "here" ? { node, offset: 0 } : undefined));
  expect(sorted).toEqual(["here", "nowhere", "nowhere else"]);
});
