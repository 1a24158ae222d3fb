import { expect, test } from "vitest";
import { lists, put } from "./support.ts";

/** One structure of real shops a line: what is asserted is the text as the background gets it. */
const LIST = "Aqua, Niacinamide, Glycerin, Kaolin, Parfum";
const COLUMN = "Aqua\nKaolin\nZinc PCA\nGlycerin";

test.each([
  [
    "a tab with data-target",
    `<ul><li><a data-target="#i">Ingredients</a></li><li><a data-target="#u">Use</a></li></ul><div id=u>Daily</div><div id=i>${LIST}</div>`,
  ],
  [
    "a tab with data-bs-target",
    `<button data-bs-target="#i">Ingredients</button><button data-bs-target="#u">Use</button><div><div id=u>Daily</div><div id=i>${LIST}</div></div>`,
  ],
  [
    "tabs and panels in the same order",
    `<ul><li>Details</li><li>Ingredients</li><li>Use</li></ul><div><div>Soft, light, fast, clear.</div><div>${LIST}</div><div>Daily</div></div>`,
  ],
  [
    "a region with the header's id",
    `<div id=h><button>Ingredients</button></div><p>Other</p><section aria-labelledby="x h">${LIST}</section>`,
  ],
  [
    "an accordion with an icon",
    `<div class=item><div class=head><h3>Ingredients</h3><span>+</span></div><div class=body><p>${LIST}</p></div></div>`,
  ],
  [
    "an emoji before the heading",
    `<div class=tab><div class=head><span>🌱 Ingredients</span><span>+</span></div><div><p>${LIST}</p></div></div>`,
  ],
  [
    "a button with words for screen readers in a drawing",
    `<button>Ingredients<svg><title>Open</title></svg></button><div>${LIST}</div>`,
  ],
  [
    "a line below the heading",
    `<div><div><h3>Ingredients</h3><p>All that is inside</p></div><div>${LIST}</div></div>`,
  ],
  ["bold above a block", `<div><strong>Ingredients</strong><p>${LIST}</p></div>`],
  ["bold in a paragraph of its own", `<p><strong>INGREDIENTS:</strong></p><p>${LIST}</p>`],
  [
    "a label of an accordion without script",
    `<input type=checkbox id=c><label for=c>Ingredients</label><div>${LIST}</div>`,
  ],
  [
    "cells",
    `<table><tr><td>Size</td><td>50 ml</td></tr><tr><td>Ingredients</td><td>${LIST}</td></tr></table>`,
  ],
  [
    "a column's heading",
    `<table><thead><tr><th>Size</th><th>Ingredients</th></tr></thead><tbody><tr><td>50 ml</td><td>${LIST}</td></tr></tbody></table>`,
  ],
  [
    "a dialog",
    `<button aria-haspopup=dialog>Full ingredients</button><dialog><h2>Full ingredients list</h2><p>${LIST}</p><button>Close</button></dialog>`,
  ],
  [
    "marks of direction before the colon",
    `<ul><li><span><b>Ingredients \u200f : \u200e</b> <span>${LIST}</span></span></li></ul>`,
  ],
  [
    "a name and its value side by side",
    `<div><span>Size</span><span>50 ml</span><br><span>Ingredients</span><span>${LIST}</span></div>`,
  ],
  ["two words for the same", `<h3>Inhaltsstoffe / Zutaten</h3><p>${LIST}</p>`],
  ["two languages", `<p>INGREDIENTS/INGRÉDIENTS: ${LIST}</p>`],
  ["INCI in brackets", `<p>Zusammensetzung (INCI): ${LIST}</p>`],
  [
    "line breaks after a heading in one block",
    `<div>Ingredients:<br>${LIST}<br><br>How to use:<br>Apply, rinse, dry, repeat</div>`,
  ],
  [
    "a panel with key ingredients before the list",
    `<button aria-controls=p>Ingredients</button><div id=p><h3>Key ingredients</h3><p>Niacinamide, Zinc PCA, Clay, Squalane</p><h3>Full ingredients</h3><p>${LIST}</p></div>`,
  ],
  [
    "a section with key ingredients before the list",
    `<h2>Ingredients</h2><h3>Hero ingredients</h3><ul><li>Niacinamide: brightens the skin</li></ul><h3>Full list of ingredients</h3><p>${LIST}</p>`,
  ],
  [
    "praise before the list",
    `<h2>Ingredients</h2><div><p>Niacinamide: brightens and evens the skin.</p><p>Kaolin: binds the oil of the skin.</p><p>${LIST}</p></div>`,
  ],
  [
    "what is not inside after the list",
    `<h2>Ingredients</h2><p>${LIST}</p><p>Free from: parabens, sulfates, silicones, dyes</p>`,
  ],
  [
    "a remark after the list",
    `<h2>Ingredients</h2><div><p>${LIST}</p><p>This list may change, so please look at the pack that you have bought.</p></div>`,
  ],
])("a list under %s", (_, html) => {
  put(html);
  expect(lists()).toEqual([LIST]);
});

test.each([
  ["Ingredienzien"],
  ["Alle Inhaltsstoffe"],
  ["INCI-Liste"],
  ["Liste des ingrédients"],
  ["Liste complète des ingrédients"],
  ["Composition / Ingrédients"],
  ["Lista de ingredientes"],
  ["Composición"],
  ["Elenco degli ingredienti"],
  ["Lista ingredienti"],
  ["Composição"],
  ["Ingrediënten"],
  ["Alle ingrediënten"],
  ["Samenstelling"],
  ["Pełny skład"],
  ["Lista składników"],
  ["Skład INCI"],
  ["全成分表示"],
  ["配合成分"],
  ["성분 정보"],
  ["화장품법에 따라 기재·표시하여야 하는 모든 성분"],
  ["产品成分"],
  ["全成份"],
  ["配料表"],
  ["View full ingredients list"],
  ["What’s inside"],
])("a list under %s", (heading) => {
  put(`<h3>${heading}</h3><p>${LIST}</p><p>Ingredients that pores like.</p>`);
  expect(lists()).toEqual([LIST]);
});

test.each([
  ["list entries", "<ul><li>Aqua</li><li>Kaolin</li><li>Zinc PCA</li><li>Glycerin</li></ul>", COLUMN],
  [
    "buttons",
    "<div><button>Aqua</button><button>Kaolin</button><button>Zinc PCA</button><button>Glycerin</button></div>",
    COLUMN,
  ],
  [
    "buttons with commas",
    "<div><button>Aqua</button>, <button>Kaolin</button>, <button>Zinc PCA</button>, <button>Glycerin</button></div>",
    "Aqua, \nKaolin, \nZinc PCA, \nGlycerin",
  ],
  [
    "links with commas",
    "<p><a href=/a>Aqua</a>, <a href=/k>Kaolin</a>, <a href=/z>Zinc PCA</a>, <a href=/g>Glycerin</a></p>",
    "Aqua, Kaolin, Zinc PCA, Glycerin",
  ],
  [
    "spans",
    "<div><span>Aqua</span> <span>Kaolin</span> <span>Zinc PCA</span> <span>Glycerin</span></div>",
    COLUMN,
  ],
  ["line breaks", "<p>Aqua<br>Kaolin<br>Zinc PCA<br>Glycerin</p>", COLUMN],
  ["paragraphs", "<div><p>Aqua</p><p>Kaolin</p><p>Zinc PCA</p><p>Glycerin</p></div>", COLUMN],
  [
    "an entry with commas in brackets",
    "<ul><li>Aqua</li><li>Kaolin</li><li>Zinc PCA</li><li>Parfum (Limonene, Linalool, Citral, Geraniol)</li></ul>",
    "Aqua\nKaolin\nZinc PCA\nParfum (Limonene, Linalool, Citral, Geraniol)",
  ],
  [
    "rows",
    "<table><tr><td>Aqua</td></tr><tr><td>Kaolin</td></tr><tr><td>Zinc PCA</td></tr><tr><td>Glycerin</td></tr></table>",
    COLUMN,
  ],
])("entries in %s", (_, html, expected) => {
  put(`<h2>Ingredients</h2>${html}`);
  expect(lists()).toEqual([expected]);
});

test("a table with a name and a purpose in each row hands over the names", () => {
  put(
    `<table><tr><th>Ingredient</th><th>Function</th></tr>${["Aqua", "Kaolin", "Zinc PCA", "Glycerin"].map((name) => `<tr><td>${name}</td><td>Does good</td></tr>`).join("")}</table>`,
  );
  expect(lists()).toEqual([COLUMN]);
});

const DRUG = ["Salicylic acid 2%", "Water, Glycerin, Xanthan gum, Phenoxyethanol"];
test.each([
  ["headings", `<h3>Active ingredients</h3><p>${DRUG[0]}</p><h3>Inactive ingredients</h3><p>${DRUG[1]}</p>`],
  [
    "panels",
    `<details><summary>Active ingredients</summary><p>${DRUG[0]}</p></details><details><summary>Inactive ingredients</summary><p>${DRUG[1]}</p></details>`,
  ],
  [
    "rows",
    `<table><tr><th>Active ingredients</th><td>${DRUG[0]}</td></tr><tr><th>Inactive ingredients</th><td>${DRUG[1]}</td></tr></table>`,
  ],
])("active and other ingredients under %s are one list", (_, html) => {
  put(html);
  expect(lists()).toEqual([`Active ingredients\n${DRUG[0]}\nInactive ingredients\n${DRUG[1]}`]);
});

test("what some shades may contain stays with its list", () => {
  put(`<h3>Ingredients</h3><p>${LIST}.</p><p>May contain (+/-): CI 77491, CI 77492, CI 77499, CI 77891</p>`);
  expect(lists()).toEqual([`${LIST}.\nMay contain (+/-): CI 77491, CI 77492, CI 77499, CI 77891`]);
});

test.each([
  [
    "bullets of praise",
    "<h3>Ingredients</h3><ul><li>Niacinamide: brightens</li><li>Zinc: clears</li><li>Kaolin: calms oil</li></ul>",
  ],
  [
    "praise with dashes",
    "<h3>Ingredients</h3><ul><li>Niacinamide – brightens skin</li><li>Zinc – clears skin</li><li>Kaolin – calms oil</li></ul>",
  ],
  [
    "a glossary",
    "<h3>Ingredients</h3><dl><dt>Niacinamide</dt><dd>A vitamin that evens the tone of the skin.</dd><dt>Glycerin</dt><dd>Holds water in the upper skin.</dd></dl>",
  ],
  [
    "a glossary with headings",
    "<h2>Ingredients</h2><h3>Niacinamide</h3><p>Brightens, smooths, refines and evens.</p><h3>Kaolin</h3><p>Takes up oil, dirt, sweat and more.</p>",
  ],
  [
    "key ingredients under their own name",
    "<h3>Key ingredients</h3><p>Niacinamide, Glycerin, Zinc PCA, Kaolin</p>",
  ],
  ["free from", "<h3>Ingredients</h3><p>Free from parabens, sulfates, silicones, mineral oil, dyes</p>"],
  ["without", "<h3>What it’s free of</h3><p>Parabens, sulfates, silicones, mineral oil, alcohol</p>"],
  [
    "tabs without panels",
    "<ul><li>Details</li><li>Ingredients</li><li>How to use</li><li>Reviews</li><li>Shipping</li></ul>",
  ],
  [
    "a menu",
    `<div><a href=/i>Ingredients</a><div>${["AHA", "Aloe Vera", "BHA", "Ceramides", "Cica", "Glycerin", "Retinol", "Show all"].map((name) => `<a href=/c/${name}>${name}</a> `).join("")}</div></div>`,
  ],
  ["marketing words", "<h3>Ingredients we trust: always</h3><p>Clean, vegan, gentle, fresh, light</p>"],
  ["a review", `<div class=reviews><p>Ingredients: ${LIST}</p></div>`],
  ["a tile", `<div class=product-card><p><b>Ingredients</b> ${LIST}</p></div>`],
  ["a template", `<h3>Ingredients</h3><template>${LIST}</template>`],
])("is no list: %s", (_, html) => {
  put(`<h1>Serum</h1>${html}`);
  expect(lists()).toEqual([]);
});

test.each([
  ["below the heading", "<h3>Ingredients</h3><p><img src=a.png></p>", [""]],
  [
    "in the panel",
    "<button aria-controls=i>Ingredients</button><div><div id=i><img src=a.png></div></div>",
    [""],
  ],
  ["beside a list", `<h3>Ingredients</h3><p>${LIST}</p><p><img src=a.png></p>`, [LIST]],
  ["of something else", "<h3>How to use</h3><p><img src=a.png></p>", []],
  ["with nothing at all", "<h3>Ingredients</h3>", []],
])("a list that is a picture, %s", (_, html, expected) => {
  put(`<h1>Serum</h1>${html}`);
  expect(lists()).toEqual(expected);
});
