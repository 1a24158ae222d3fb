import { DEMO_URL, demoFile, differences, expectations } from "../../tools/demo.ts";
import { text } from "../../tools/texts.ts";
import { cardText, expect, highlighted, test } from "./shop.ts";

const QUOTE = "permanently shrinks pores";
const ESCAPE = "\uE00C";

test("finds on every page of the demo what is listed beside it", async ({ shop }) => {
  for (const expected of expectations()) {
    const { page, report } = await shop.visit(expected.path);
    expect(differences(expected, report), expected.path).toEqual([]);
    for (const { verdict } of expected.marked) await page.becomes(highlighted(verdict));
  }
});

test("leaves the page as it was, but for one host element", async ({ shop }) => {
  const { page } = await shop.visit("pore-reset-serum.html");
  await page.becomes(`document.querySelector("poreality-marks") !== null`);
  const plain = "https://plain.example/demo/pore-reset-serum.html";
  shop.firefox.serve(plain, demoFile("/demo/pore-reset-serum.html")?.body.toString() ?? "");
  const untouched = await shop.newTab(plain);
  const serialise = `document.documentElement.outerHTML.replace(/<poreality-marks\\b[^>]*><\\/poreality-marks>/, "")`;
  expect(await page.run(serialise)).toBe(await untouched.page.run(serialise));
  const balm = await shop.visit("oat-lip-balm.html");
  expect(await balm.page.run(`document.querySelector("poreality-marks") === null`)).toBe(true);
});

test("opens the card on a click and on hover, and closes it on Escape", async ({ shop }) => {
  const { page } = await shop.visit("pore-reset-serum.html");
  await page.becomes(`document.querySelector("poreality-marks") !== null`);
  await page.point(await page.pointAt(QUOTE));
  await expect.poll(() => cardText(page)).toContain(QUOTE);
  expect(await cardText(page)).toContain(text("verdict_hype"));
  await page.press(ESCAPE);
  await expect.poll(() => cardText(page)).toBe("");
  const words = await page.pointAt("erases pores for good");
  await page.point({ x: words.x - 2, y: words.y }, false);
  await page.point(words, false);
  await expect.poll(() => cardText(page)).toContain("for good");
});

test("a marker follows words that a script moves without a trace", async ({ shop }) => {
  const { page } = await shop.visit("pore-reset-serum.html");
  const top = async (): Promise<number> => {
    const marker = (await page.shadowElements()).find(
      ({ name, attributes }) => name === "button" && attributes.has("style"),
    );
    return Number(/top: ?([\d.]+)px/.exec(marker?.attributes.get("style") ?? "")?.[1] ?? Number.NaN);
  };
  await expect.poll(top).toBeGreaterThan(0);
  const before = await top();
  await page.run(`void (document.querySelector("main").style.translate = "0 90px")`);
  await expect.poll(async () => Math.round((await top()) - before)).toBe(90);
});

test("has shortcuts for the next and the previous claim", async ({ shop }) => {
  const { tab } = await shop.visit("pore-reset-serum.html");
  const popup = await shop.popup(tab);
  const commands = await popup.run<{ name: string; shortcut: string }[]>("browser.commands.getAll()");
  expect(Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut]))).toMatchObject({
    "next-claim": "Alt+Shift+J",
    "previous-claim": "Alt+Shift+K",
  });
});

test("shows verdict, quote, evidence and ingredients in the popup, and the words on the page", async ({
  shop,
}) => {
  const { page, tab } = await shop.visit("pore-reset-serum.html");
  const popup = await shop.popup(tab);
  await popup.becomes(
    `document.querySelector("h1")?.textContent === ${JSON.stringify(text("summary_hype_despite_real"))}`,
  );
  const shown = await popup.run<string>("document.body.textContent");
  for (const words of [QUOTE, text("verdict_hype"), "Niacinamide", "Velmora Pore Reset Serum, 30 ml"]) {
    expect(shown).toContain(words);
  }
  expect(await popup.run<number>(`document.querySelectorAll(".finding cite").length`)).toBeGreaterThan(0);
  await page.run("scrollTo(0, document.body.scrollHeight)");
  await popup.click(".finding button", text("claim_show"));
  await expect.poll(() => cardText(page)).not.toBe("");
});

test("switches a rule off and on from the options, at once in an open tab", async ({ shop }) => {
  const { page, tab } = await shop.visit("pore-vacuum.html");
  await page.becomes(highlighted("risky"));
  const options = await shop.options();
  const rule = '[data-rule="device.pore-vacuum"] [role="switch"]';
  await options.click(rule);
  await page.becomes(`!${highlighted("risky")}`);
  expect(await shop.marked(tab)).toEqual([]);
  await options.click(rule);
  await page.becomes(highlighted("risky"));
});

test("switches a site off and on from the popup", async ({ shop }) => {
  const { page, tab } = await shop.visit("kaolin-clay-mask.html");
  await page.becomes(highlighted("wears-off"));
  const popup = await shop.popup(tab);
  await popup.click('header [role="switch"]');
  await page.becomes(`!${highlighted("wears-off")}`);
  expect((await shop.state(tab)).state).toBe("off");
  await popup.click('header [role="switch"]');
  await page.becomes(highlighted("wears-off"));
});

test("reads text that comes late, and follows navigation inside a page", async ({ shop }) => {
  const { page, tab } = await shop.visit("pore-reset-serum.html");
  await page.click(".read-more");
  await expect.poll(() => shop.marked(tab)).toContain("closes pores");
  await page.click('.tiles a[href="kaolin-clay-mask.html"]');
  await expect.poll(() => shop.marked(tab)).toEqual(["Instantly tightens pores"]);
  const state = await shop.state(tab);
  expect(state.state === "report" && state.report.product.name).toBe("Brookmoss Kaolin Clay Mask");
});

test("offers to check a page of another site, and does", async ({ shop }) => {
  const url = "https://small-shop.example/serum";
  shop.firefox.serve(
    url,
    "<!doctype html><title>A serum</title><h1>A serum</h1><p>This serum permanently shrinks pores.</p>",
  );
  const { page, tab } = await shop.newTab(url);
  await shop.firefox.clickToolbarButton(page);
  const popup = await shop.popup(tab);
  await popup.becomes(
    `document.querySelector("h1")?.textContent === ${JSON.stringify(text("popup_not_checked"))}`,
  );
  expect(await page.run(highlighted("hype"))).toBe(false);
  await popup.click("main button", text("popup_check"));
  await page.becomes(highlighted("hype"));
  await expect.poll(() => shop.marked(tab)).toEqual([QUOTE]);
});

test("checks a site always, once it is allowed, and stops", async ({ shop }) => {
  const url = "https://small-shop.example/serum";
  shop.firefox.serve(
    url,
    "<!doctype html><title>A serum</title><p>This serum permanently shrinks pores.</p>",
  );
  const { page, tab } = await shop.newTab(url);
  await shop.firefox.clickToolbarButton(page);
  const popup = await shop.popup(tab);
  // Firefox is set to allow without asking.
  await popup.click("main button", text("popup_always"));
  await page.becomes(highlighted("hype"));
  await popup.becomes(
    `document.body.textContent.includes(${JSON.stringify(text("access_always", "small-shop.example"))})`,
  );
  const next = await shop.newTab(url);
  await next.page.becomes(highlighted("hype"));
  await popup.click(".access button", text("access_stop_always"));
  // In the other tab too, which nobody had asked to read.
  await page.becomes(`!${highlighted("hype")}`);
  await next.page.becomes(`!${highlighted("hype")}`);
  const later = await shop.newTab(url);
  expect((await shop.state(later.tab)).state).toBe("browser-page");
  expect(await later.page.run(highlighted("hype"))).toBe(false);
});

test("leaves a known shop alone that was withheld, until the toolbar button is clicked there", async ({
  shop,
}) => {
  expect(await shop.withhold("https://*.dermstore.com/*")).toBe(true);
  const { page, tab } = await shop.newTab(`${DEMO_URL}pore-reset-serum.html`);
  // Not even the address of the page is ours to see.
  expect((await shop.state(tab)).state).toBe("browser-page");
  expect(
    await page.run(`document.querySelector("poreality-marks") === null && !${highlighted("hype")}`),
  ).toBe(true);
  // On the click Firefox itself puts the content script of the manifest into this one page.
  await shop.firefox.clickToolbarButton(page);
  await page.becomes(highlighted("hype"));
  const popup = await shop.popup(tab);
  await popup.becomes(
    `document.querySelector("h1")?.textContent === ${JSON.stringify(text("summary_hype_despite_real"))}`,
  );
  const next = await shop.newTab(`${DEMO_URL}kaolin-clay-mask.html`);
  expect((await shop.state(next.tab)).state).toBe("browser-page");
  expect(await next.page.run(highlighted("wears-off"))).toBe(false);
});

test("checks a text, shows the routine for a product, and has the introduction", async ({ shop }) => {
  const check = await shop.firefox.extensionPage("src/label-check/index.html");
  await check.run(`(() => {
    const box = document.querySelector("textarea");
    box.value = "Erases pores forever. Ingredients: Aqua, Niacinamide, Glycerin, Talc";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  })()`);
  await check.becomes(`document.querySelector("[data-active=niacinamide]") !== null`);
  await check.becomes(`document.querySelector("[data-group=seller] .finding") !== null`);
  const { tab } = await shop.visit("pore-reset-serum.html");
  const routine = await shop.firefox.extensionPage(`src/routine/index.html?tab=${tab}`);
  await routine.becomes(`document.querySelector("[data-here=true]") !== null`);
  const welcome = await shop.firefox.extensionPage("src/welcome/index.html");
  await welcome.becomes(`document.querySelector(".marked-hype") !== null`);
});

test("pauses everything, and goes on", async ({ shop }) => {
  const { page, tab } = await shop.visit("pore-reset-serum.html");
  await page.becomes(highlighted("hype"));
  const popup = await shop.popup(tab);
  await popup.click(".page-acts .link", "Pause");
  await page.becomes(`!${highlighted("hype")}`);
  await popup.click("main .button");
  await page.becomes(highlighted("hype"));
});

test("makes no request of its own", async ({ shop }) => {
  const { tab } = await shop.visit("pore-reset-serum.html");
  const popup = await shop.popup(tab);
  await shop.options();
  const own = ["pack.svg", "pore-reset-serum.html", "shop.css", "shop.js"].map((file) => DEMO_URL + file);
  const demo = shop.firefox.requests.map((request) => request.url).filter((url) => url.startsWith(DEMO_URL));
  expect([...new Set(demo)].sort()).toEqual(own);
  expect(shop.strangeRequests()).toEqual([]);
  // A request of the extension would be seen, if there were one.
  await popup.run(`fetch("https://tried.example/").catch(() => null).then(() => null)`);
  expect(shop.firefox.requests.some((request) => request.url === "https://tried.example/")).toBe(true);
});

test.describe("with the background stopped when idle", () => {
  test.use({ idleMs: 500 });

  test("the popup, the page and the options still work", async ({ shop }) => {
    const { page, tab } = await shop.visit("pore-reset-serum.html");
    const before = await shop.marked(tab);
    await shop.backgroundStopped();
    expect(await shop.marked(tab)).toEqual(before);
    await shop.backgroundStopped();
    await page.click(".read-more");
    await expect.poll(() => shop.marked(tab)).toEqual([...before, "closes pores"].sort());
    const vacuum = await shop.visit("pore-vacuum.html");
    const options = await shop.options();
    await shop.backgroundStopped();
    await options.click('[data-rule="device.pore-vacuum"] [role="switch"]');
    // What the page says of the change tells a click that missed from a change that did not arrive.
    await options.becomes(
      `document.querySelector('[data-rule="device.pore-vacuum"] [role="switch"]').ariaChecked === "false"`,
    );
    expect(await options.run(`document.querySelector(".notice-bad")?.textContent ?? ""`)).toBe("");
    await vacuum.page.becomes(`!${highlighted("risky")}`);
  });
});

test("a page that comes back from the back/forward cache has its marks and its report", async ({ shop }) => {
  const { page, tab } = await shop.visit("pore-reset-serum.html");
  const before = await shop.marked(tab);
  await page.run(
    `addEventListener("pageshow", ({ persisted }) => { globalThis.cameBack = persisted; }) ?? true`,
  );
  await page.open(`${DEMO_URL}kaolin-clay-mask.html`);
  await expect.poll(() => shop.marked(tab)).toEqual(["Instantly tightens pores"]);
  await page.run("history.back() ?? true");
  await page.becomes("globalThis.cameBack === true");
  await expect.poll(() => shop.marked(tab)).toEqual(before);
  expect(await page.run(highlighted("hype"))).toBe(true);
});
