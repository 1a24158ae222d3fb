import { expect, test } from "vitest";
import { factsSign, readFacts } from "../../../src/page/product.ts";
import { find, head, put } from "./support.ts";

const json = (value: unknown) => head(`<script type="application/ld+json">${JSON.stringify(value)}</script>`);
const PRODUCT = {
  "@type": "Product",
  name: "Mellow Clay Mask",
  brand: { "@type": "Brand", name: "Tarn" },
  category: "Masks",
};

test.each([
  ["plain", PRODUCT],
  ["array", [{ "@type": "Organization", name: "Shop" }, PRODUCT]],
  ["graph", { "@graph": [{ "@type": "WebPage", name: "Page" }, PRODUCT] }],
  ["several types", { ...PRODUCT, "@type": ["Product", "Thing"] }],
  ["full type address", { ...PRODUCT, "@type": "https://schema.org/Product" }],
  ["main entity", { "@type": "ItemPage", mainEntity: PRODUCT }],
  [
    "group",
    {
      ...PRODUCT,
      "@type": "ProductGroup",
      hasVariant: [1, 2, 3, 4, 5].map((n) => ({ "@type": "Product", name: `Variant ${n}` })),
    },
  ],
])("JSON-LD: %s", (_, value) => {
  json(value);
  expect(readFacts(document)).toMatchObject({
    type: "product",
    name: "Mellow Clay Mask",
    brand: "Tarn",
    category: "Masks",
  });
});

test("careless JSON-LD is repaired where that can be, and passed over where not", () => {
  head(`<script type="application/ld+json">{ not json at all</script>`);
  head(
    `<script type="application/ld+json">\n{"@type":"Product","name":"Tarn &amp; Clay","description":"two\nlines",}\n;</script>`,
  );
  expect(readFacts(document)).toMatchObject({ type: "product", name: "Tarn & Clay" });
});

test("ingredients from a property or an additional property", () => {
  json({ ...PRODUCT, additionalProperty: [{ name: "Ingredients", value: "Aqua, Kaolin" }] });
  expect(readFacts(document).ingredients).toBe("Aqua, Kaolin");
});

test.each([
  ["an array", { ingredients: ["Aqua", "1,2-Hexanediol", "Kaolin"] }, "Aqua, 1,2-Hexanediol, Kaolin"],
  ["named nodes", { hasIngredients: [{ name: "Aqua" }, { name: "Kaolin" }] }, "Aqua, Kaolin"],
  ["a property of its own", { inci: "Aqua, Kaolin" }, "Aqua, Kaolin"],
  [
    "one additional property",
    { additionalProperty: { name: "INCI", value: "Aqua, Kaolin" } },
    "Aqua, Kaolin",
  ],
  [
    "several additional properties",
    {
      additionalProperty: [
        { name: "Key ingredients", value: "Clay" },
        { name: "Full ingredients", value: ["Aqua", "Kaolin"] },
      ],
    },
    "Aqua, Kaolin",
  ],
  ["entries in elements", { ingredients: "<ul><li>Aqua</li><li>Kaolin</li></ul>" }, "Aqua, Kaolin"],
  [
    "a variant",
    { "@type": "ProductGroup", hasVariant: [{ "@type": "Product", ingredients: "Aqua, Kaolin" }] },
    "Aqua, Kaolin",
  ],
])("ingredients in %s", (_, value, expected) => {
  json({ ...PRODUCT, ...value });
  expect(readFacts(document).ingredients).toBe(expected);
});

test.each([
  ["one element", "<p itemprop=ingredients>Aqua, Kaolin</p>", "Aqua, Kaolin"],
  [
    "one for each",
    "<p><span itemprop=ingredients>Aqua</span><span itemprop=ingredients>Kaolin</span></p>",
    "Aqua, Kaolin",
  ],
  ["a list", "<ul itemprop=ingredients><li>Aqua</li><li>Kaolin</li></ul>", "Aqua\nKaolin"],
  [
    "an additional property",
    "<div itemprop=additionalProperty itemscope><b itemprop=name>Ingredients</b><p itemprop=value>Aqua, Kaolin</p></div>",
    "Aqua, Kaolin",
  ],
])("ingredients in microdata: %s", (_, html, expected) => {
  put(`<div itemscope itemtype="http://schema.org/Product"><h1 itemprop=name>Dew Gel</h1>${html}</div>`);
  expect(readFacts(document).ingredients).toBe(expected);
});

test("microdata", () => {
  put(
    '<div itemscope itemtype="http://schema.org/Product"><h1 itemprop=name>Dew Gel</h1><span itemprop=brand itemscope><meta itemprop=name content=Tarn></span></div>',
  );
  expect(readFacts(document)).toMatchObject({ type: "product", name: "Dew Gel", brand: "Tarn" });
});

test("names of other things inside the product's microdata are not its name", () => {
  put(
    '<div itemscope itemtype="http://schema.org/Product"><ul itemscope itemtype="http://schema.org/BreadcrumbList"><li><span itemprop=name>Face care</span></ul><h1 itemprop=name>Dew Gel</h1></div>',
  );
  expect(readFacts(document).name).toBe("Dew Gel");
});

test("OpenGraph and wording", () => {
  head(
    '<meta property="og:type" content="product"><meta property="product:brand" content="Tarn"><meta property="og:title" content="Dew Gel | Tarn">',
  );
  expect(readFacts(document)).toMatchObject({ type: "product", name: "Dew Gel", brand: "Tarn" });
  put("<h1>Dew Gel, 50 ml</h1>");
  expect(readFacts(document).name).toBe("Dew Gel, 50 ml");
});

test("a button that buys makes a product page; several make a listing", () => {
  put("<h1>Dew Gel</h1><button>Add to bag</button>");
  expect(readFacts(document).type).toBe("product");
  put(`<h1>Gels</h1>${"<button>Add to bag</button>".repeat(6)}`);
  expect(readFacts(document).type).toBe("listing");
});

test("listing and article", () => {
  json({ "@type": "ItemList", itemListElement: [{ "@type": "ListItem", item: PRODUCT }] });
  expect(readFacts(document).type).toBe("listing");
  document.head.querySelector("[data-test]")?.remove();
  json({ "@type": "BlogPosting", headline: "Can pores shrink?" });
  expect(readFacts(document).type).toBe("article");
  document.head.querySelector("[data-test]")?.remove();
  put("<p>Hello</p>");
  expect(readFacts(document).type).toBe("unknown");
});

test("breadcrumb gives the category", () => {
  put('<nav aria-label="Breadcrumb"><a>Skin</a><a>Face masks</a></nav><h1>Dew</h1>');
  expect(readFacts(document).category).toBe("Skin > Face masks");
});

test("the sign changes with the heading and the structured data", () => {
  put("<h1>One</h1>");
  const before = factsSign(document);
  expect(factsSign(document)).toBe(before);
  find("h1").textContent = "Two";
  const after = factsSign(document);
  expect(after).not.toBe(before);
  json(PRODUCT);
  expect(factsSign(document)).not.toBe(after);
});

test("of several headings, the one that the title repeats is the product's", () => {
  const title = document.title;
  document.title = "Tarn Dew Gel, 50 ml | Shop";
  put("<h1>15% off today</h1><h1>Dew Gel, 50 ml</h1>");
  expect(readFacts(document).name).toBe("Dew Gel, 50 ml");
  document.title = title;
});
