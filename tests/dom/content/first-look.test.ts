import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { FirstLook } from "../../../src/content/first-look.ts";
import { heldClock } from "../page/held-clock.ts";
import { find, put } from "../page/support.ts";

let look: FirstLook | undefined;
afterEach(() => look?.stop());

/** @param msATurn ms that pass with each look at the clock, where time does not stand still */
function begin(msATurn = 0) {
  const time = heldClock();
  let found = 0;
  let now = 0;
  const ticking = () => {
    now += msATurn;
    return now;
  };
  look = new FirstLook({
    document,
    clock: msATurn === 0 ? time.clock : { ...time.clock, now: ticking },
    found: () => {
      found += 1;
    },
  });
  look.start();
  return { ...time, found: () => found };
}

const mutationsSeen = () => Promise.resolve();

test.each([
  "<p>Shrinks pores</p>",
  "<p>For dry skin</p><p>Ingredients</p>",
  "<p hidden>Shrinks <b>po</b>res</p>",
])("finds at once what is there: %s", (html) => {
  put(html);
  expect(begin().found()).toBe(1);
});

test.each([
  "<h2>Filter by size</h2><p>Laser printer</p>",
  "<p>Soup</p><h3>Ingredients</h3><p>Water, salt</p>",
])("a page that is not about skin holds nothing, whatever its words: %s", (html) => {
  put(html);
  expect(begin().found()).toBe(0);
});

test("a part that comes late is seen together with what the page is about", async () => {
  put("<main><h1>Skin Dew</h1></main>");
  const { found, pass } = begin();
  expect(found()).toBe(0);
  find("main").insertAdjacentHTML("beforeend", "<h3>Ingredients</h3>");
  await mutationsSeen();
  pass(2_000);
  expect(found()).toBe(1);
});

test("a page with nothing to find is followed until something comes, and then no more", async () => {
  put("<h1>Wool throw</h1><p id=p>Warm.</p>");
  const { found, pass, waiting } = begin();
  expect(found()).toBe(0);
  find("#p").append(" Soft, too.");
  await mutationsSeen();
  pass(2_000);
  expect(found()).toBe(0);
  find("#p").append(" It erases pores.");
  await mutationsSeen();
  pass(2_000);
  expect(found()).toBe(1);
  find("#p").append(" It erases pores.");
  await mutationsSeen();
  expect(waiting()).toBe(0);
  expect(found()).toBe(1);
});

test("a page that changes without end is left alone until the reader acts on it", async () => {
  put("<p id=p>0</p><button id=b>On</button>");
  const { found, pass } = begin();
  for (let tick = 0; tick < 400 && look?.isPaused !== true; tick += 1) {
    (find("#p").firstChild as Text).data = String(tick);
    await mutationsSeen();
    pass(2_000);
  }
  expect(look?.isPaused).toBe(true);
  find("#p").textContent = "Shrinks pores";
  await mutationsSeen();
  pass(2_000);
  expect(found()).toBe(0);
  await userEvent.click(find("#b"));
  expect(found()).toBe(1);
});

describe("a page that came as very much HTML", () => {
  beforeEach(() => {
    const entry = { decodedBodySize: 5_000_000 } as PerformanceNavigationTiming;
    vi.spyOn(performance, "getEntriesByType").mockReturnValue([entry]);
  });
  afterEach(() => vi.restoreAllMocks());

  const filler = "<p>Soft and light for every day.</p>".repeat(5_000);

  test.each([
    ["in its last words", `<p>For the skin</p>${filler}<p>Closes pores</p>`],
    ["with the skin after it", `<h3>Ingredients</h3>${filler}<p>For the skin</p>`],
  ])("is looked through in steps: found %s", (_, html) => {
    put(html);
    const { found, pass } = begin(10);
    expect(found()).toBe(0);
    let turns = 0;
    while (found() === 0 && turns < 100) {
      pass(0);
      turns += 1;
    }
    expect(found()).toBe(1);
    expect(turns).toBeGreaterThan(1);
  });

  test("holds nothing where there is nothing", () => {
    put(`<p>For the skin</p>${filler}`);
    const { found, pass } = begin(10);
    for (let turns = 0; turns < 100; turns += 1) pass(0);
    expect(found()).toBe(0);
  });
});
