import { expect, test } from "vitest";
import { bodyOf, textOf } from "../../../src/page/dom.ts";
import { holdsAnything } from "../../../src/page/gate.ts";
import { MAX_BLOCK } from "../../../src/page/segments.ts";
import { blocks, find, put, readerOf, texts, update } from "./support.ts";

const pageText = () => textOf(bodyOf(document));

const rangeText = (ranges: StaticRange[]): string =>
  ranges
    .map((range) => (range.startContainer as Text).data.slice(range.startOffset, range.endOffset))
    .join("");

test("a page without an anchor or a list heading has nothing to find", () => {
  put("<p>A soft wool throw for cold evenings.</p><p>Machine washable.</p>");
  expect(holdsAnything(pageText())).toBe(false);
  expect(texts()).toEqual([]);
});

test("text that inline elements split is one run, and offsets lead back to its text nodes", () => {
  put("<p id=p>This <b>shrinks</b> po<i>re</i>s\n   <a href=#x>for good</a>.</p>");
  const reader = readerOf();
  const [block] = reader.store.takeChanges().added;
  expect(block?.text).toBe("This shrinks pores for good.");
  const start = block?.text.indexOf("shrinks") ?? 0;
  const placed = reader.store.place(block?.id ?? 0, start, start + "shrinks pores for good".length);
  expect(rangeText(placed?.ranges ?? []).replace(/\s+/g, " ")).toBe("shrinks pores for good");
  expect(placed?.container).toBe(find("#p"));
});

test.each([
  ["br", "<p>Checking pores<br>sorry</p>", ["Checking pores\nsorry"]],
  ["blocks", "<div>Before pores<p>Inside pores</p>after</div>", ["Before pores\nafter", "Inside pores"]],
  ["list entries", "<ul><li>Blurs pores</li><li>Closes pores</li></ul>", ["Blurs pores", "Closes pores"]],
  [
    "inline tags laid out as blocks",
    "<div><span style='display:block'>Blurs pores</span><span style='display:block'>Vegan</span></div>",
    ["Blurs pores\nVegan"],
  ],
  ["inline blocks are one run", "<p><span style='display:inline-block'>po</span>res</p>", ["pores"]],
  ["preserved lines", "<p style='white-space:pre-line'>Pores\nand more</p>", ["Pores\nand more"]],
  ["source line breaks", "<p>Tightens\n\t\tpores</p>", ["Tightens pores"]],
  ["footnote marks", "<p>Tightens pores<sup>1</sup> fast</p>", ["Tightens pores fast"]],
  ["cells", "<table><tr><th>Claim</th><td>Tiny pores</td></tr></table>", ["Tiny pores"]],
])("separators: %s", (_, html, expected) => {
  put(html);
  expect(texts().toSorted()).toEqual(expected.toSorted());
});

test.each([
  "<script>var x = 'pores'</script>",
  "<style>.pores{}</style>",
  "<noscript>pores</noscript>",
  "<textarea>my pores</textarea>",
  "<select><option>pores</option></select>",
  "<div contenteditable>my pores</div>",
  "<svg><text>pores</text></svg>",
  "<nav>Pores</nav>",
  "<div role=navigation>Pores</div>",
  "<ol class=product-breadcrumbs><li>Pores</li></ol>",
  "<poreality-marks>pores</poreality-marks>",
])("is never read: %s", (html) => {
  put(`${html}<p>Blurs pores.</p>`);
  expect(texts()).toEqual(["Blurs pores."]);
});

test("names of form fields cannot hide text", () => {
  const names = [
    "textContent",
    "childNodes",
    "parentElement",
    "localName",
    "attributes",
    "firstChild",
    "nodeType",
    "children",
  ];
  put(
    `<form>${names.map((name) => `<input name="${name}">`).join("")}Erases pores</form>` +
      `${["body", "createTreeWalker", "documentElement"].map((name) => `<img name="${name}">`).join("")}`,
  );
  expect(holdsAnything(pageText())).toBe(true);
  expect(texts().join()).toContain("Erases pores");
});

test("hidden blocks are read and said to be hidden; sight is checked again on demand", () => {
  put("<p>Blurs pores</p><div id=panel style='display:none'><p>Closes pores</p></div>");
  const reader = readerOf();
  const read = reader.store.takeChanges().added;
  expect(read.map(({ text, hidden }) => [text, hidden])).toEqual([
    ["Blurs pores", false],
    ["Closes pores", true],
  ]);
  find("#panel").style.display = "block";
  expect(reader.recheckSight()).toBe(true);
  expect(reader.store.takeChanges().added).toEqual([{ ...read[1], hidden: false }]);
});

test("ids are stable: changed text replaces, equal text is not sent again, removed text is reported", () => {
  put("<p id=a>Blurs pores</p><p id=b>Closes pores</p>");
  const reader = readerOf();
  const [a, b] = reader.store.takeChanges().added;
  find("#a").textContent = "Blurs pores fast";
  update(reader, { roots: [], touched: [find("#a"), find("#b")] });
  expect(reader.store.takeChanges().added).toEqual([{ ...a, text: "Blurs pores fast" }]);
  find("#b").textContent = "Vegan";
  find("#a").remove();
  update(reader, { roots: [], touched: [find("#b")] });
  expect(reader.store.takeChanges().removed.toSorted()).toEqual([a?.id, b?.id].toSorted());
});

test("the page's language is passed on as a hint", () => {
  put("<section lang=DE-at><p>Verfeinert pores</p></section>");
  expect(blocks()[0]?.lang).toBe("de-at");
});

test("too much text is cut and said to be", () => {
  put(`<p>pores ${"x".repeat(MAX_BLOCK * 2)}</p>`);
  const changes = readerOf().store.takeChanges();
  expect(changes.added[0]?.text.length).toBe(MAX_BLOCK);
  expect(changes.truncated).toBe(true);

  put(Array.from({ length: 60 }, () => `<p>pores ${"x".repeat(MAX_BLOCK - 10)}</p>`).join(""));
  const many = readerOf().store.takeChanges();
  expect(many.added.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(1_000_000);
  expect(many.truncated).toBe(true);
});

test("claims in a page of more than one unit are all found", () => {
  put(
    `<main>${Array.from({ length: 300 }, (_, n) => `<section><p>Filler ${"y ".repeat(500)}</p><p>Pore ${n}</p></section>`).join("")}</main>`,
  );
  expect(texts().filter((text) => /^Pore \d+$/.test(text))).toHaveLength(300);
});
