import { afterEach, expect, test } from "vitest";
import { contains, elementAt, follows, parentOf } from "../../../src/page/dom.ts";
import type { Dirty } from "../../../src/page/read.ts";
import { overlaps } from "../../../src/page/rects.ts";
import { shadowRootsIn } from "../../../src/page/shadow.ts";
import { Watch } from "../../../src/page/watch.ts";
import { browserClock } from "../../../src/page/work.ts";
import { painted } from "../content/fake-background.ts";
import { begin, HYPE, placed } from "../content/harness.ts";
import { find, put, readerOf, until, update } from "./support.ts";

let watch: Watch | undefined;
afterEach(() => watch?.stop());

/** Gives an element an open shadow root with these words. */
function shade(element: Element, html: string): ShadowRoot {
  const root = element.attachShadow({ mode: "open" });
  root.innerHTML = html;
  return root;
}

const inside = (root: ShadowRoot, selector: string): Element => {
  const element = root.querySelector(selector);
  if (element === null) throw new Error(`No ${selector}`);
  return element;
};

/** Line boxes of all words in a shadow root. */
function boxesIn(root: ShadowRoot): DOMRect[] {
  return [...root.querySelectorAll("p")].flatMap((element) => {
    const range = new Range();
    range.selectNodeContents(element);
    return [...range.getClientRects()];
  });
}

/** A watch that reads what it is told of, and the texts that were read. */
function follow() {
  const reader = readerOf();
  const batches: Dirty[] = [];
  watch = new Watch(document, {
    clock: browserClock(),
    hostRemoved: () => {},
    now: () => {},
    handle: (dirty, done) => {
      batches.push(dirty);
      update(reader, dirty);
      done(true);
    },
  });
  watch.start();
  const read = () => reader.store.blocks.map(({ text, zone }) => `${zone}: ${text}`).toSorted();
  return { read, batches };
}

test("open shadow roots are found inside each other; closed ones are the page's own business", () => {
  put("<my-card id=a></my-card><div id=b></div>");
  const outer = shade(find("#a"), "<my-part></my-part>");
  const inner = shade(inside(outer, "my-part"), "<p>x</p>");
  find("#b").attachShadow({ mode: "closed" });
  expect(shadowRootsIn(document.body)).toEqual([outer, inner]);
});

test("parents, order and what stands at a point go through shadow roots", () => {
  put("<main><p id=before>x</p><my-card id=a></my-card><p id=after>y</p></main>");
  const words = inside(shade(find("#a"), "<p style='margin:0'>Closes pores</p>"), "p");
  expect(parentOf(words)).toBe(find("#a"));
  expect(contains(find("main"), words)).toBe(true);
  expect(contains(words, find("main"))).toBe(false);
  expect(follows(find("#before"), words)).toBe(true);
  expect(follows(words, find("#after"))).toBe(true);
  const { left, top } = words.getBoundingClientRect();
  expect(elementAt(left + 5, top + 5)).toBe(words);
});

test("words in shadow roots are read in the zone that they stand in, lists too", async () => {
  put("<main><my-card id=a></my-card><section class='reviews'><my-review id=r></my-review></section></main>");
  shade(
    find("#a"),
    "<p>It shrinks <b>pores</b>.</p><h3>Ingredients</h3><p>Aqua, Glycerin, Niacinamide, Zinc PCA</p>",
  );
  shade(find("#r"), "<p>My pores are smaller.</p>");
  const { read } = follow();
  await until(() => read().length === 3);
  expect(read()).toEqual([
    "description: It shrinks pores.",
    "ingredients: Aqua, Glycerin, Niacinamide, Zinc PCA",
    "review: My pores are smaller.",
  ]);
});

test("words that come into a shadow root, change and go are followed", async () => {
  put("<main><p>Vegan</p></main>");
  const { read } = follow();
  const host = document.createElement("my-card");
  const root = shade(host, "<p id=x>Blurs pores</p>");
  find("main").append(host);
  await until(() => read().join() === "description: Blurs pores");
  (inside(root, "#x").firstChild as Text).data = "Closes pores";
  await until(() => read().join() === "description: Closes pores");
  inside(root, "#x").insertAdjacentHTML("afterend", "<p>Erases pores</p>");
  await until(() => read().length === 2);
  host.remove();
  await until(() => read().length === 0);
});

test("a shadow root that an element gets late is found", async () => {
  put("<main><my-card id=a></my-card></main>");
  const { read } = follow();
  shade(find("#a"), "<p>Blurs pores</p>");
  await until(() => read().join() === "description: Blurs pores");
});

test("marks in a shadow root are painted, and their markers stand beside them", async () => {
  put("<main style='line-height:2'><my-card id=a></my-card></main>");
  const root = shade(find("#a"), "<p>It erases pores for good.</p><p>Nice.</p>");
  begin(["erases pores for good"]);
  await until(() => placed().length === 1);
  expect(painted(HYPE)).toEqual(["erases pores for good"]);
  const words = inside(root, "p").getBoundingClientRect();
  const [marker] = placed();
  const box = marker?.getBoundingClientRect();
  if (box === undefined) throw new Error("There is no marker.");
  expect(Math.abs(box.top - words.top)).toBeLessThan(words.height);
  for (const text of boxesIn(root)) expect(overlaps(box, text)).toBe(false);
});
