import { expect, test } from "vitest";
import { blocks, lists, put } from "./support.ts";

const LIST = "Aqua, Niacinamide, Glycerin, Kaolin, Parfum";

test.each([
  ["heading", `<h3>Ingredients</h3><p>${LIST}</p><h3>How to use</h3><p>Daily, a lot, often, always</p>`],
  ["heading in a wrapper", `<div class=head><h3>Full ingredients</h3></div><div><p>${LIST}</p></div>`],
  ["details", `<details><summary>INCI</summary><div>${LIST}</div></details>`],
  [
    "hidden panel",
    `<button aria-controls=panel>Inhaltsstoffe</button><p>Other</p><div id=panel hidden>${LIST}</div>`,
  ],
  [
    "tab",
    `<div role=tablist><a role=tab id=tab1>Ingrédients</a></div><div><div role=tabpanel aria-labelledby=tab1 hidden>${LIST}</div></div>`,
  ],
  [
    "anchor link",
    `<ul><li><a href=#ing>Ingredientes</a></li><li><a href=#use>Uso</a></li></ul><section id=ing>${LIST}</section>`,
  ],
  ["definition list", `<dl><dt>Ingredienti</dt><dd>${LIST}</dd><dt>Uso</dt><dd>Ogni giorno</dd></dl>`],
  ["table row", `<table><tr><th>Składniki</th><td>${LIST}</td></tr></table>`],
  ["loose text", `<div>Ingrediënten<div>${LIST}</div></div>`],
  ["Japanese", `<h4>全成分</h4><p>${LIST}</p>`],
  ["Korean", `<h4>전성분</h4><p>${LIST}</p>`],
])("a list under a %s", (_, html) => {
  put(html);
  expect(lists()).toEqual([LIST]);
});

test.each([
  ["bold lead-in", `<p><b>Ingredients:</b> ${LIST}</p>`, LIST],
  ["bold without a colon", `<p><b>Ingredients</b> ${LIST}</p>`, LIST],
  ["own line", `<p><strong>Ingredients</strong><br>${LIST}<br>Made with care.</p>`, LIST],
  ["inside a paragraph", `<p>Tightens pores. Ingredients: ${LIST}.</p>`, `${LIST}.`],
])("a list in running text: %s", (_, html, expected) => {
  put(html);
  expect(lists()).toEqual([expected]);
});

test.each([
  ["one entry a line", "<h2>Ingredients</h2><ul><li>Aqua</li><li>Kaolin</li><li>Zinc PCA</li></ul>"],
  [
    "one link an entry",
    "<h2>Ingredients</h2><div><a href=#1>Aqua</a> <a href=#2>Kaolin</a> <a href=#3>Zinc PCA</a></div>",
  ],
])("entries are parted: %s", (_, html) => {
  put(html);
  expect(lists().map((text) => text.split(/\s*\n/))).toEqual([["Aqua", "Kaolin", "Zinc PCA"]]);
});

test("active and inactive parts are one list", () => {
  put(
    "<h2>Drug facts</h2><div><p>Active ingredients: Salicylic acid 2%</p><p>Inactive ingredients: Water, Glycerin, Xanthan gum</p></div>",
  );
  expect(lists()).toEqual([
    "Active ingredients: Salicylic acid 2%\nInactive ingredients: Water, Glycerin, Xanthan gum",
  ]);
});

test.each([
  [
    "under one heading",
    "<h2>Ingredients</h2><p>Active ingredients: Avobenzone 3%, Homosalate 9%, Octisalate 5%</p><p>Inactive ingredients: Water, Silica, Glycerin, Menthol, Parfum</p>",
    "Active ingredients: Avobenzone 3%, Homosalate 9%, Octisalate 5%\nInactive ingredients: Water, Silica, Glycerin, Menthol, Parfum",
  ],
  [
    "without a heading",
    "<div><p><b>Active ingredient:</b> Salicylic Acid 2%</p><p><b>Inactive ingredients:</b> Water, Silica, Glycerin, Menthol, Parfum</p></div>",
    "Active ingredient: Salicylic Acid 2%\nInactive ingredients: Water, Silica, Glycerin, Menthol, Parfum",
  ],
])("active and inactive parts in paragraphs of their own are one list: %s", (_, html, list) => {
  put(html);
  expect(lists()).toEqual([list]);
});

test("the same list for phone and desk is sent once", () => {
  put(`<h3>Ingredients</h3><p>${LIST}</p><details><summary>Ingredients</summary><p>${LIST}</p></details>`);
  expect(lists()).toEqual([LIST]);
});

test("a hidden list is read and said to be hidden", () => {
  put(`<button aria-controls=panel>Ingredients</button><div id=panel hidden>${LIST}</div>`);
  expect(blocks()[0]).toMatchObject({ zone: "ingredients", hidden: true });
});

test.each([
  [
    "a link in a sentence",
    "<p>See <a href=/i>ingredients</a> and <a href=/d>directions, tips, advice, help</a>.</p>",
  ],
  ["a composition of cloth", "<h3>Composition</h3><p>100% cotton</p>"],
  ["key ingredients", "<h3>Key ingredients we love</h3><p>Clay, care, love, more</p>"],
  ["another product's list", `<div class=product-card><h3>Ingredients</h3><p>${LIST}</p></div>`],
  ["a heading with nothing below it", "<h3>Ingredients</h3>"],
])("is no list: %s", (_, html) => {
  put(html);
  expect(lists()).toEqual([]);
});
