import { expect, test } from "vitest";
import { blocks, put } from "./support.ts";

const zoneOf = (html: string, type?: "article" | "listing"): string[] => {
  put(html);
  return blocks(type).map(({ zone }) => zone);
};
const CLAIM = "Erases pores";
const tile = (text: string) => `<li><a href=/x><img alt=""><p>${text}</p></a><span>$12.00</span></li>`;

test.each([
  ["title", `<h1>${CLAIM}</h1>`],
  ["bullets", `<h1>Serum</h1><ul><li>${CLAIM}</li></ul>`],
  ["bullets", `<ul><li><p>${CLAIM}</p></li></ul>`],
  ["description", `<h1>Serum</h1><p>${CLAIM}</p>`],
  ["review", `<h1>Serum</h1><div class="product-reviews"><p>${CLAIM}</p></div>`],
  ["review", `<section id=customerReviews><p>${CLAIM}</p></section>`],
  ["review", `<div data-hook=review-body><p>${CLAIM}</p></div>`],
  ["review", `<div itemprop=review itemscope itemtype=https://schema.org/Review><p>${CLAIM}</p></div>`],
  ["review", `<div data-bv-show=reviews><p>${CLAIM}</p></div>`],
  ["review", `<div class="yotpo-widget"><li>${CLAIM}</li></div>`],
  ["description", `<h1>Serum</h1><div class="details has-reviews"><p>${CLAIM}</p></div>`],
  ["description", `<div class="reviews-page"><h1>Serum</h1><p>${CLAIM}</p></div>`],
  ["tile", `<h1>Serum</h1><div class="product-card"><p>${CLAIM}</p></div>`],
  ["tile", `<h1>Serum</h1><section class="relatedProducts"><p>${CLAIM}</p></section>`],
  ["tile", `<h1>Serum</h1><section data-component="also-bought"><p>${CLAIM}</p></section>`],
  ["other", `<h1>Serum</h1><footer><p>${CLAIM}</p></footer>`],
  ["other", `<h1>Serum</h1><aside><p>${CLAIM}</p></aside>`],
  ["description", `<main><header><h1>Serum</h1><p>${CLAIM}</p></header></main>`],
  ["article", `<h1>Shop</h1><div itemscope itemtype=https://schema.org/BlogPosting><p>${CLAIM}</p></div>`],
])("%s: %s", (zone, html) => {
  expect(zoneOf(html)).toEqual([zone]);
});

test("repeated siblings with link, picture and price are tiles; a lone one is not", () => {
  expect(zoneOf(`<h1>Masks</h1><ul>${tile(CLAIM)}${tile("Clay")}${tile("Mud")}</ul>`)).toEqual(["tile"]);
  expect(zoneOf(`<h1>Mask</h1><ul>${tile(CLAIM)}</ul>`)).toEqual(["bullets"]);
});

test("an article's text is the article's, its reviews and tiles are not", () => {
  put(
    `<h1>${CLAIM}?</h1><p>${CLAIM}</p><div class=reviews><p>${CLAIM}</p></div><div class=product-card><p>${CLAIM}</p></div>`,
  );
  expect(blocks("article").map(({ zone }) => zone)).toEqual(["article", "article", "review", "tile"]);
});
