import axe from "axe-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import type { FindingView } from "../../../src/messaging/messages.ts";
import { exampleLines } from "../../../src/welcome/example-lines.ts";
import { shopNames } from "../../../src/welcome/shop-names.ts";
import { Welcome } from "../../../src/welcome/welcome.tsx";
import "../../../src/welcome/welcome.css";
import { english, type FakeClient, fakeClient } from "./fake-client.ts";
import { finding, REPORT, WEARS_OFF } from "./fixtures.ts";
import { mount, textOf } from "./mount.ts";

const TEXT = english("welcome_example_text");

/** A finding whose words are these of the example. */
function at(quote: string, view: FindingView): FindingView {
  const start = TEXT.indexOf(quote);
  return { ...view, quote, start, end: start + quote.length };
}

const HYPE = at("Permanently shrinks pores in 7 days", finding());
const SHORT = at("tightens pores instantly", WEARS_OFF);
const UNMARKED = { ...at("clog pores", finding({ id: "f9" })), marked: false };

function answer(findings: FindingView[]) {
  return { report: { ...REPORT, findings } };
}

function open(findings = [SHORT, HYPE, UNMARKED]): FakeClient {
  const client = fakeClient({ "check.text": () => answer(findings) });
  mount(<Welcome client={client} />);
  return client;
}

/** The same, with what is put off held until the test lets it happen. */
function openHeld() {
  const held = new Set<() => void>();
  const later = (run: () => void) => {
    held.add(run);
    return () => held.delete(run);
  };
  mount(<Welcome client={fakeClient({ "check.text": () => answer([SHORT, HYPE]) })} later={later} />);
  const letHappen = () => {
    for (const run of held) run();
    held.clear();
  };
  return { held, letHappen };
}

const mark = (words: string) => page.getByRole("button", { name: words });
const card = () => page.getByRole("dialog");
const noCard = () => expect.poll(() => document.querySelector("[role=dialog]")).toBeNull();

beforeAll(() => {
  document.documentElement.lang = "en";
  document.title = "Poreality";
  document.body.className = "poreality";
});

/** The pointer rests where the last test left it, which may be on a mark of this one. */
beforeEach(async () => {
  mount(<h1 style="position: fixed; inset: auto 0 0 auto">Elsewhere</h1>);
  await userEvent.hover(page.getByText("Elsewhere"));
});

describe("the example", () => {
  test("is read by the rules, and their words are marked", async () => {
    const client = open();
    await expect.element(mark("Permanently shrinks pores in 7 days (Hype)")).toBeVisible();
    await expect.element(mark("tightens pores instantly (Wears off)")).toBeVisible();
    expect(client.sent).toEqual([{ type: "check.text", text: TEXT, kind: null }]);
    expect([...document.querySelectorAll(".marked-words")].map(textOf)).toEqual([HYPE.quote, SHORT.quote]);
    expect(textOf(document.querySelector(".shop-text"))).toContain("Does not clog pores");
  });

  test("the lines look like those in pages", async () => {
    open();
    await expect.element(mark(HYPE.quote)).toBeVisible();
    const lines = [...document.querySelectorAll(".marked-words")].map(
      (words) => getComputedStyle(words).textDecorationStyle,
    );
    expect(lines).toEqual(["wavy", "dashed"]);
  });

  test("hover opens the card; it stays while the pointer is on it, and goes with it", async () => {
    const { held, letHappen } = openHeld();
    await userEvent.hover(mark(HYPE.quote));
    await expect.element(card()).toHaveTextContent("No product can close or delete a pore.");
    await expect.element(card()).toHaveTextContent("What this one can do:");
    await userEvent.hover(card());
    // Its leave was called off.
    expect(held.size).toBe(0);
    await expect.element(card()).toBeVisible();
    await userEvent.hover(page.getByText("Elsewhere"));
    await expect.poll(() => held.size).toBe(1);
    letHappen();
    await noCard();
  });

  test("a hovered card closes with Escape", async () => {
    open();
    await userEvent.hover(mark(HYPE.quote));
    await expect.element(card()).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await noCard();
  });

  test("a click keeps it open; the cross closes it and gives the focus back", async () => {
    const { held, letHappen } = openHeld();
    await userEvent.click(mark(SHORT.quote));
    await userEvent.hover(page.getByText("Elsewhere"));
    await expect.poll(() => held.size).toBe(1);
    letHappen();
    await expect.element(card()).toHaveTextContent("Clay soaks up oil");
    await userEvent.click(page.getByRole("button", { name: "Close" }));
    await noCard();
    await expect.element(mark(SHORT.quote)).toHaveFocus();
  });

  test("a press elsewhere closes it", async () => {
    open();
    await userEvent.click(mark(SHORT.quote));
    await expect.element(card()).toBeVisible();
    await userEvent.click(page.getByRole("heading", { name: "Welcome to Poreality" }));
    await noCard();
  });

  test.each(["{Enter}", " "])("by keyboard with “%s”: into the card, and back with Escape", async (key) => {
    open();
    await expect.element(mark(HYPE.quote)).toBeVisible();
    await userEvent.tab();
    await expect.element(mark(HYPE.quote)).toHaveFocus();
    await userEvent.keyboard(key);
    await expect.element(card()).toHaveFocus();
    await expect.element(mark(HYPE.quote)).toHaveAttribute("aria-expanded", "true");
    await userEvent.keyboard("{Escape}");
    await noCard();
    await expect.element(mark(HYPE.quote)).toHaveFocus();
  });

  test("going on by keyboard closes the card, so that it hides nothing", async () => {
    open();
    await expect.element(mark(HYPE.quote)).toBeVisible();
    await userEvent.tab();
    await userEvent.keyboard("{Enter}");
    await userEvent.tab();
    await expect.element(page.getByRole("button", { name: "Close" })).toHaveFocus();
    await userEvent.tab();
    await expect.element(mark(SHORT.quote)).toHaveFocus();
    await noCard();
  });

  test("nothing marked is said", async () => {
    open([UNMARKED]);
    await expect.element(page.getByText("With your settings, nothing in this text is marked.")).toBeVisible();
    expect(document.querySelector(".marked")).toBeNull();
  });

  test("failed, then tried again; the text stands all the same", async () => {
    const client = fakeClient({});
    mount(<Welcome client={client} />);
    await expect.element(page.getByRole("alert")).toHaveTextContent("The example could not be read.");
    expect(textOf(document.querySelector(".shop-text"))).toContain(HYPE.quote);
    client.answers["check.text"] = () => answer([HYPE]);
    await userEvent.click(page.getByRole("button", { name: "Try again" }));
    await expect.element(mark(HYPE.quote)).toBeVisible();
  });

  test("lines keep the places of the text; marks that overlap are drawn once", () => {
    const marks = [
      { ...HYPE, start: 4, end: 7 },
      { ...SHORT, start: 6, end: 8 },
    ];
    const lines = exampleLines("One\ntwo three\n\nfour", marks);
    expect(lines.map(({ at: start, parts }) => [start, parts.map(({ words }) => words)])).toEqual([
      [0, ["One"]],
      [4, ["two", " three"]],
      [14, []],
      [15, ["four"]],
    ]);
  });
});

describe("the rest of the page", () => {
  test("shops by name, once each; all addresses behind a line", async () => {
    open();
    await expect.element(page.getByRole("heading", { name: "Where it works" })).toBeVisible();
    expect([...document.querySelectorAll(".shop")].map(textOf)).toEqual(["Amazon", "Boots", "Sephora"]);
    await userEvent.click(page.getByText("All 4 addresses"));
    await expect.element(page.getByText("amazon.de")).toBeVisible();
    await expect
      .element(page.getByText("On any other site it reads a page only when you ask."))
      .toBeVisible();
  });

  test("names of shops", () => {
    const domains = [
      "amazon.co.uk",
      "amazon.com",
      "ebay.de",
      "ebaydesc.com",
      "global.oliveyoung.com",
      "x.com.au",
    ];
    expect(shopNames(domains)).toEqual(["Amazon", "eBay", "Olive Young", "X"]);
    expect(shopNames([])).toEqual([]);
  });

  test("ways on; nothing is asked for", async () => {
    const client = open();
    await userEvent.click(page.getByRole("button", { name: "Check a label" }));
    await userEvent.click(page.getByRole("button", { name: "A routine for pores" }));
    await userEvent.click(page.getByRole("button", { name: "Settings" }));
    expect(client.opened).toEqual(["label-check", "routine", ""]);
    expect(client.origins).toEqual([]);
    expect(document.querySelector("input, form")).toBeNull();
  });

  test.each([280, 900])("nothing is wider than a window of %d, with a card open", async (width) => {
    await page.viewport(width, 700);
    open();
    await userEvent.click(mark(SHORT.quote));
    await expect.element(card()).toBeVisible();
    const root = document.documentElement;
    expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth);
    await page.viewport(900, 700);
  });
});

async function emulate(scheme: "light" | "dark"): Promise<void> {
  const features = [{ name: "prefers-color-scheme", value: scheme }];
  await cdp().send("Emulation.setEmulatedMedia", { features });
  await vi.waitUntil(() => matchMedia(`(prefers-color-scheme: ${scheme})`).matches);
}

describe.each(["light", "dark"] as const)("axe-core, %s", (scheme) => {
  beforeAll(() => emulate(scheme));
  afterAll(() => emulate("light"));

  /** Violations with every disclosure open. The stand-in for the pointer's place is not of the page. */
  async function violations(): Promise<string[]> {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const stray of document.querySelectorAll("body > div > h1[style]")) stray.remove();
    const results = await axe.run(document, { resultTypes: ["violations"] });
    return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }

  test.each([HYPE, SHORT])("with the card of “$quote”", async ({ quote }) => {
    open();
    await userEvent.click(mark(quote));
    await expect.element(card()).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test("nothing marked", async () => {
    open([]);
    await expect.element(page.getByText("With your settings")).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test("failed", async () => {
    mount(<Welcome client={fakeClient({})} />);
    await expect.element(page.getByRole("alert")).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});
