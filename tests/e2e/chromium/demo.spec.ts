import { DEMO_URL, demoFile, differences, expectations } from "../../tools/demo.ts";
import { shadowElements } from "../../tools/on-page.ts";
import { expect, isHighlighted, serialised, test } from "./shop.ts";

for (const expected of expectations()) {
  test(`finds on "${expected.path || "the front page"}" what is listed beside it`, async ({ shop }) => {
    const { state } = await shop.visit(expected.path);
    expect(state.state).toBe("report");
    if (state.state === "report") expect(differences(expected, state.report)).toEqual([]);
  });
}

test("paints the marks of each verdict where the page can see them", async ({ shop }) => {
  const serum = await shop.visit("pore-reset-serum.html");
  expect(await isHighlighted(serum.page, "hype")).toBe(true);
  expect(await isHighlighted(serum.page, "real")).toBe(false);
  const mask = await shop.visit("kaolin-clay-mask.html");
  expect(await isHighlighted(mask.page, "wears-off")).toBe(true);
  expect(await isHighlighted(mask.page, "hype")).toBe(false);
});

test("leaves the page as it was, but for one host element", async ({ shop }) => {
  const { page } = await shop.visit("pore-reset-serum.html");
  await expect.poll(async () => (await shadowElements(page)).length).toBeGreaterThan(0);

  const plain = "https://plain.example/demo/pore-reset-serum.html";
  await shop.serve(plain, demoFile("/demo/pore-reset-serum.html")?.body.toString() ?? "");
  const untouched = await shop.browser.context.newPage();
  await untouched.goto(plain);
  expect(await page.locator("poreality-marks").count()).toBe(1);
  expect(await serialised(page)).toBe(await serialised(untouched));
});

test("adds nothing at all to a page without claims", async ({ shop }) => {
  for (const path of ["oat-lip-balm.html", "article-can-you-shrink-pores.html"]) {
    const { page } = await shop.visit(path);
    expect(await page.locator("poreality-marks").count()).toBe(0);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    const source = demoFile(`/demo/${path}`)?.body.toString() ?? "";
    const parsed = await page.evaluate(
      (html) => new DOMParser().parseFromString(html, "text/html").documentElement.outerHTML,
      source,
    );
    expect(await serialised(page)).toBe(parsed);
  }
});

test("asks for nothing that the page would not have asked for", async ({ shop }) => {
  const asked = () => [...new Set(shop.requests.filter((url) => url.startsWith("http")))].sort();
  const { page, tab } = await shop.visit("pore-reset-serum.html");
  const popup = await shop.popup(tab);
  await popup.locator("h1").waitFor();
  await shop.options();
  const own = ["pack.svg", "pore-reset-serum.html", "shop.css", "shop.js"].map((file) => DEMO_URL + file);
  expect(asked()).toEqual(own);

  // Requests of the extension's worker and pages would be seen, if there were any.
  const tried = async () => {
    await fetch("https://tried.example/").catch(() => undefined);
  };
  await popup.evaluate(tried);
  await shop.browser.context.serviceWorkers()[0]?.evaluate(tried);
  expect(shop.requests.filter((url) => url === "https://tried.example/").length).toBe(2);
  await page.close();
});
