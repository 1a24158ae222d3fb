/** Pages made to cost as much as possible. Each is made only when it is wanted. */

/** Of skin, so that more is asked than the first question. */
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body><p>For your skin.</p>${body}</body></html>`;
const MB = 1_000_000;

/** Much text, written to be hard to look through. */
export const HOSTILE_TEXTS: Record<string, () => string> = {
  "shrink and 100,000 hyphens": () => page(`<p>shrink${"-".repeat(100_000)}pores</p>`),
  "1 MB of Han pores": () => page(`<p>${"毛孔".repeat(MB / 2)}</p>`),
  "a word of 1 MB": () => page(`<p>${"a".repeat(MB)}</p>`),
  "a word of 1 MB with pores": () => page(`<p>${"pore".repeat(MB / 4)}</p>`),
  "a text of 10 MB": () => page(`<p hidden>${"pores and more ".repeat(666_667)}</p>`),
  "Ingredients: 100,000 times in one text": () => page(`<p>${"Ingredients: ".repeat(100_000)}</p>`),
  "names of ingredients and nothing else": () =>
    page("<p>Aqua, Glycerin, Dimethicone, Tocopherol</p>".repeat(10_000)),
  "percentages and names": () => page(`<p>${"10% niacinamide ".repeat(60_000)}</p>`),
  "percentages without names": () => page(`<p>${"10% ".repeat(250_000)}</p>`),
};

/** Little text in very many elements, each of which has to be read for itself. */
export const CROWDED_PAGES: Record<string, () => string> = {
  "20,000 paragraphs of pores": () => page("<p>pores again and again, shrinks pores</p>".repeat(20_000)),
  "50,000 inline elements in one paragraph": () => page(`<p>${"<b>pores</b> and ".repeat(50_000)}</p>`),
  "20,000 lines in one paragraph": () => page(`<p>${"shrinks pores<br>".repeat(20_000)}</p>`),
  "400 elements in one another": () =>
    page(`${"<div>".repeat(400)}pores${"</div>".repeat(400)}${"<p>pores</p>".repeat(5_000)}`),
  "10,000 headings of lists": () => page("<h3>Ingredients</h3>".repeat(10_000)),
  "5,000 lists": () =>
    page("<h3>Ingredients:</h3><p>Water, Glycerin, Niacinamide, Panthenol</p>".repeat(5_000)),
  "one list of 50,000 items": () =>
    page(`<h3>Ingredients</h3><ul>${"<li>Glycerin</li>".repeat(50_000)}</ul>`),
};
