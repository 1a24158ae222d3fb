import { test as base, expect } from "@playwright/test";
import { launchChromium } from "../../tools/chromium.ts";
import { openChecked, type Tools, toolsFor } from "../../tools/open-page.ts";
import { builtExtension } from "../../tools/repository.ts";
import { expectedOf, foundIn, routeShopPage, shopPages } from "../../tools/shop-pages.ts";

/** One browser for all pages: they leave nothing behind. */
const test = base.extend<object, { tools: Tools }>({
  tools: [
    async ({ headless }, use) => {
      const browser = await launchChromium({ extension: builtExtension("chrome"), headless });
      await use(await toolsFor(browser));
      await browser.close();
    },
    { scope: "worker" },
  ],
});

for (const shopPage of shopPages()) {
  test(`reads ${shopPage.file} as the shop builds it`, async ({ tools }) => {
    await routeShopPage(tools.browser.context, shopPage);
    const { page, state } = await openChecked(tools, shopPage.url);
    expect(state.state).toBe("report");
    if (state.state !== "report") return;
    expect(foundIn(state.report)).toEqual(expectedOf(shopPage));
    expect(state.report.notChecked).not.toContain("shop-layout");
    await page.close();
    expect(await tools.developer.takeErrors()).toEqual([]);
  });
}

test("says so where a known shop's page is built in another way, and reads it by general signs", async ({
  tools,
}) => {
  const amazon = shopPages().find(({ product }) => product.shop === "amazon");
  if (amazon === undefined) throw new Error("There is no page of this shop.");
  await routeShopPage(tools.browser.context, {
    ...amazon,
    url: "https://www.amazon.com/dp/B0REBUILT1",
    file: "rebuilt.html",
  });
  const { page, state } = await openChecked(tools, "https://www.amazon.com/dp/B0REBUILT1");
  if (state.state !== "report") throw new Error(`No report but "${state.state}".`);
  expect(state.report.product.name).toBe("Fenwick Night Serum");
  expect(state.report.notChecked).toContain("shop-layout");
  expect(state.report.findings.map(({ quote }) => quote)).toEqual(["shrinks pores"]);
  await page.close();
});
