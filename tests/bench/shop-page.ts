/** Pages to measure on: a shop of our own invention, as large as wanted, with as many claims as wanted, the same in every run. */
import { pageAnchors } from "../../src/build/rules.ts";
import { CLAIMS, COPY, series } from "./text.ts";

export type ShopPage = {
  /** About how many characters of text; the HTML around them comes on top. */
  characters: number;
  /** How many sentences speak of pores, spread evenly. */
  claims: number;
  /** Ingredient lists, spread evenly. */
  lists?: number;
};

const NAMES = [
  "Oat Balm",
  "Rice Cleanser",
  "Clay Mask",
  "Gel Cream",
  "Night Serum",
  "Sun Milk",
  "Toner Pads",
];
const LIST =
  "Ingredients: Water, Glycerin, Niacinamide, Pentylene Glycol, Panthenol, Sodium Hyaluronate, Xanthan Gum, Phenoxyethanol.";
/** Sentences that hold nothing to look for, so that a page holds exactly as many places as it says. */
const ANCHORS = new RegExp(pageAnchors(), "i");
const QUIET = COPY.filter((sentence) => !ANCHORS.test(sentence) && !/Glycerin, /.test(sentence));

/** The body of such a page: tiles with a title, a paragraph with inline elements, a price and a button, about 45 characters a text node. */
export function shopBody({ characters, claims, lists = 0 }: ShopPage): string {
  const next = series(4_711);
  const parts: string[] = [];
  const total = Math.ceil(characters / 67);
  const isDue = (at: number, count: number) =>
    count > 0 && Math.floor((at * count) / total) !== Math.floor(((at - 1) * count) / total);
  const sentence = (at: number): string => {
    const from = isDue(at, claims) ? CLAIMS : QUIET;
    const words = (from[next(from.length)] ?? "").split(" ");
    // Every other sentence is split by an inline element, as in shops.
    const cut = 1 + next(Math.max(1, words.length - 2));
    if (at % 2 === 0) return words.join(" ");
    return `${words.slice(0, cut).join(" ")} <b>${words[cut] ?? ""}</b> ${words.slice(cut + 1).join(" ")}`;
  };
  for (let at = 1; at <= total; at += 4) {
    const name = NAMES[next(NAMES.length)] ?? "";
    const copy = [at, at + 1, at + 2, at + 3].map(sentence);
    parts.push(
      `<article class="tile"><h3><a href="#p${at}">${name} ${at}</a></h3><p>${copy.slice(0, 3).join(" ")}</p>`,
      `<ul><li>${copy[3]}</li><li>Item no. ${10_000 + at}</li></ul>`,
      [0, 1, 2, 3].some((step) => isDue(at + step, lists)) ? `<p>${LIST}</p>` : "",
      `<div class="buy"><span>€ ${next(90) + 5}.50</span> <button>Add to basket</button></div></article>`,
    );
  }
  return parts.join("\n");
}

/** A whole document of that kind. */
export function shopDocument(page: ShopPage): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Velmora shop</title>
<style>body{font:16px/1.5 sans-serif;margin:2em}.tile{border-bottom:1px solid #ccc;padding:1em}</style></head>
<body><main><h1>All that Velmora makes</h1>
${shopBody(page)}
</main></body></html>`;
}
