import { expect, test } from "vitest";
import { blocks, put } from "./support.ts";

const LIST =
  "Aqua, Niacinamide, Glycerin, Cetearyl Alcohol, Caprylic/Capric Triglyceride, Phenoxyethanol, Xanthan Gum, Citric Acid, Parfum";
const COLUMN = LIST.replaceAll(", ", "\n");
const lists = (html: string, type?: "article" | "listing"): string[] => {
  put(`<main><h1>Serum</h1><p>Shrinks pores.</p>${html}</main>`);
  return blocks(type)
    .filter(({ zone }) => zone === "ingredients")
    .map(({ text }) => text);
};

test.each([
  ["a paragraph", `<p>${LIST}</p>`, LIST],
  ["after a sentence in a line of its own", `<p>Made in Ghent.<br>${LIST}</p>`, LIST],
  [
    "entries",
    `<ul>${LIST.split(", ")
      .map((each) => `<li>${each}</li>`)
      .join("")}</ul>`,
    COLUMN,
  ],
  [
    "rows",
    `<table>${LIST.split(", ")
      .map((each) => `<tr><td>${each}</td></tr>`)
      .join("")}</table>`,
    COLUMN,
  ],
  [
    "links",
    `<div>${LIST.split(", ")
      .map((each) => `<a href=/i/${each.length}>${each}</a>`)
      .join(" ")}</div>`,
    COLUMN,
  ],
  ["hidden", `<div style="display:none"><p>${LIST}</p></div>`, LIST],
  [
    "Japanese",
    "<p>水、グリセリン、BG、ナイアシンアミド、エタノール、クエン酸、ヒアルロン酸Na、チャ葉エキス</p>",
    "水、グリセリン、BG、ナイアシンアミド、エタノール、クエン酸、ヒアルロン酸Na、チャ葉エキス",
  ],
])("a list without a heading: %s", (_, html, expected) => {
  expect(lists(html).map((text) => text.replace(/ \n/g, "\n"))).toEqual([expected]);
});

test.each([
  [
    "a row of marketing words",
    "<p>Hydrate, illuminate, rejuvenate, exfoliate, invigorate, refine, shine, glycerin</p>",
  ],
  [
    "what is left out",
    "<p>Alcohol-free, fragrance-free, paraben-free, oil-free, gluten-free, silicone-free, dimethicone-free, soap-free</p>",
  ],
  ["what is left out, after its heading", `<h3>Formulated without</h3><p>${LIST}</p>`],
  ["key ingredients", `<h3>Key ingredients</h3><p>${LIST}</p>`],
  [
    "a sentence",
    "<p>With niacinamide, salicylic acid, zinc PCA, glycerin and panthenol it does good to the skin.</p>",
  ],
  ["a few names", "<p>Niacinamide, Glycerin, Panthenol, Zinc PCA</p>"],
  ["a review", `<div class=reviews><p>${LIST}</p></div>`],
  ["a tile", `<div class=product-card><p>${LIST}</p></div>`],
  [
    "a menu",
    `<div>${"Retinol,Niacinamide,Salicylic Acid,Glycolic Acid,Tea Tree Oil,Glycerin,Aloe Extract,Zinc".replace(/[^,]+,?/g, (name) => `<a href=/c/x>${name}</a> `)}</div>`,
  ],
  [
    "a menu of waters",
    `<div>${"礦泉水,大容量水,氣泡水,離子水,進口水,海洋水,Aqua Blu,Aqua Rosa,純水,冰水".replace(/[^,]+,?/g, (name) => `<p><a href=/c/x>${name.replace(",", "")}</a></p>`)}</div>`,
  ],
  ["a footer", `<footer><p>${LIST}</p></footer>`],
])("is no list: %s", (_, html) => {
  expect(lists(html)).toEqual([]);
});

test("articles and listings are not searched", () => {
  expect(lists(`<p>${LIST}</p>`, "article")).toEqual([]);
  expect(lists(`<p>${LIST}</p>`, "listing")).toEqual([]);
});

test("where a heading gave a list, nothing else is searched for", () => {
  const other = LIST.replace("Aqua", "Water");
  expect(
    lists(`<section><h3>Ingredients</h3><p>${LIST}</p></section><section><p>${other}</p></section>`),
  ).toEqual([LIST]);
});
