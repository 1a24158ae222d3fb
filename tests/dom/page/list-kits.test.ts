import { expect, test } from "vitest";
import { blocks, find, put, readerOf, update } from "./support.ts";

const ONE = "Aqua, Niacinamide, Glycerin, Phenoxyethanol, Parfum";
const TWO = "Aqua, Kaolin, Glycerin, Bentonite, Xanthan Gum";
const named = () =>
  blocks()
    .filter(({ zone }) => zone === "ingredients")
    .map(({ label, text }) => [label, text]);
const BOTH = [
  ["Day Gel", ONE],
  ["Night Mask", TWO],
];

test.each([
  [
    "a section each",
    `<h1>Kit</h1><section><h2>Day Gel</h2><h3>How to use</h3><p>Daily</p><h3>Ingredients</h3><p>${ONE}</p></section><section><h2>Night Mask</h2><h3>How to use</h3><p>Weekly</p><h3>Ingredients</h3><p>${TWO}</p></section>`,
  ],
  [
    "one heading, a heading below for each",
    `<h2>Ingredients</h2><h3>Day Gel</h3><p>${ONE}</p><h3>Night Mask</h3><p>${TWO}</p><h2>Use</h2>`,
  ],
  [
    "a line for each name",
    `<h2>Ingredients</h2><div><p>Day Gel</p><p>${ONE}</p><p>Night Mask</p><p>${TWO}</p></div>`,
  ],
  [
    "bold names and line breaks",
    `<h2>Ingredients</h2><p><b>Day Gel</b><br>${ONE}<br><br><b>Night Mask</b><br>${TWO}</p>`,
  ],
  [
    "names before colons",
    `<details><summary>Ingredients</summary><p>Day Gel: ${ONE}</p><p>Night Mask: ${TWO}</p></details>`,
  ],
  ["shades in one line", `<h3>Ingredients</h3><p>Day Gel: ${ONE}. | Night Mask: ${TWO}</p>`],
  ["names in the lead-ins", `<p>Day Gel Ingredients: ${ONE}</p><p>Night Mask Ingredients: ${TWO}</p>`],
  [
    "names in the headings",
    `<h3>Day Gel Ingredients</h3><p>${ONE}</p><h3>Night Mask Ingredients</h3><p>${TWO}</p>`,
  ],
  [
    "names after the headings",
    `<h3>Ingredients – Day Gel</h3><p>${ONE}</p><h3>Ingredients – Night Mask</h3><p>${TWO}</p>`,
  ],
  [
    "rows of a table",
    `<table><tr><th>Product</th><th>Ingredients</th></tr><tr><td>Day Gel</td><td>${ONE}</td></tr><tr><td>Night Mask</td><td>${TWO}</td></tr></table>`,
  ],
  [
    "a panel with a heading for each",
    `<button aria-controls=p>Ingredients</button><div id=p hidden><h4>Day Gel</h4><h5>Ingredients</h5><p>${ONE}</p><h4>Night Mask</h4><h5>Ingredients</h5><p>${TWO}</p></div>`,
  ],
])("several products: %s", (_, html) => {
  put(html);
  expect(named().map(([name, text]) => [name, text?.replace(/\.$/, "")])).toEqual(BOTH);
});

test("several products with an entry a line", () => {
  const items = (list: string) =>
    `<ul>${list
      .split(", ")
      .map((entry) => `<li>${entry}</li>`)
      .join("")}</ul>`;
  put(`<h2>Ingredients</h2><h3>Day Gel</h3>${items(ONE)}<h3>Night Mask</h3>${items(TWO)}`);
  expect(named()).toEqual(BOTH.map(([name, text]) => [name, text?.replaceAll(", ", "\n")]));
});

test("several products that the page does not name are several lists without names", () => {
  put(`<h3>Ingredients</h3><p>${ONE}</p><h3>Ingredients</h3><p>${TWO}</p>`);
  expect(named()).toEqual([
    [undefined, ONE],
    [undefined, TWO],
  ]);
});

test("a single list has no name from the headings of the page", () => {
  put(`<h1>Day Gel</h1><h2>Details</h2><h3>Ingredients</h3><p>${ONE}</p>`);
  expect(named()).toEqual([[undefined, ONE]]);
});

test("a list that goes is taken back, the other keeps its id", () => {
  put(`<h2>Ingredients</h2><div id=l><p>Day Gel: ${ONE}</p><p id=two>Night Mask: ${TWO}</p></div>`);
  const reader = readerOf();
  const [one, two] = reader.store.takeChanges().added;
  find("#two").remove();
  update(reader, { roots: [], touched: [find("#l")] });
  const changes = reader.store.takeChanges();
  expect(changes.removed).toEqual([two?.id]);
  expect(reader.store.blocks.map(({ id }) => id)).toEqual([one?.id]);
});
