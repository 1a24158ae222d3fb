import { afterEach, expect, test } from "vitest";
import type { Dirty } from "../../../src/page/read.ts";
import { Watch } from "../../../src/page/watch.ts";
import { browserClock, runInSlices, SLICE_MS } from "../../../src/page/work.ts";
import { heldClock } from "./held-clock.ts";
import { find, put, readerOf, until, update } from "./support.ts";

let watch: Watch | undefined;
afterEach(() => watch?.stop());

const mutationsSeen = () => Promise.resolve();

test("late text, edits in place and removal reach the reader in one batch each", async () => {
  put("<main><p id=a>Blurs pores</p><p id=b>Vegan</p></main>");
  const reader = readerOf();
  reader.store.takeChanges();
  const batches: Dirty[] = [];
  watch = new Watch(document, {
    clock: browserClock(),
    hostRemoved: () => {},
    now: () => {},
    handle: (dirty, done) => {
      update(reader, dirty);
      batches.push(dirty);
      done(true);
    },
  });
  watch.start();
  find("main").insertAdjacentHTML("beforeend", "<section><p>Closes <b>pores</b></p></section>");
  (find("#b").firstChild as Text).data = "Shrinks pores";
  find("#a").remove();
  await until(() => batches.length === 1);
  const { added, removed } = reader.store.takeChanges();
  expect(added.map(({ text }) => text).toSorted()).toEqual(["Closes pores", "Shrinks pores"]);
  expect(removed).toHaveLength(1);
  expect(batches).toHaveLength(1);
});

test("our own element is no change of the page", async () => {
  const { clock, waiting } = heldClock();
  watch = new Watch(document, {
    clock,
    hostRemoved: () => {},
    now: () => {},
    handle: () => {},
  });
  watch.start();
  const before = waiting();
  document.body.append(document.createElement("poreality-marks"));
  await mutationsSeen();
  expect(waiting()).toBe(before);
  document.body.append(document.createElement("p"));
  await mutationsSeen();
  expect(waiting()).toBe(before + 1);
});

test.each([
  ["nothing new", false, 100],
  ["something new each time", true, 300],
])("a page that changes without end, with %s, is given up politely", async (_, fruitful, most) => {
  put("<p id=a>0</p>");
  const { clock, pass, waiting } = heldClock();
  let handled = 0;
  let time = 0;
  watch = new Watch(document, {
    clock,
    hostRemoved: () => {},
    now: () => {},
    handle: (_dirty, done) => {
      handled += 1;
      done(fruitful);
    },
  });
  watch.start();
  for (let turn = 0; turn < 20_000 && !watch.hasGivenUp; turn += 1) {
    (find("#a").firstChild as Text).data = String(turn);
    await mutationsSeen();
    pass(50);
    time += 50;
  }
  expect(watch.hasGivenUp).toBe(true);
  expect(handled).toBe(most);
  expect(time).toBeGreaterThan(60_000);
  find("#a").textContent = "again";
  await mutationsSeen();
  expect(waiting()).toBe(0);
  watch.start();
  find("#a").textContent = "after a click";
  await mutationsSeen();
  pass(100);
  expect(handled).toBe(most + 1);
});

test("long work gives way after each slice", () => {
  const { clock, pass, waiting } = heldClock();
  let done = false;
  const spent = { total: 0, longest: 0 };
  function* steps() {
    for (let step = 0; step < 10; step += 1) {
      pass(SLICE_MS / 2);
      yield;
    }
  }
  runInSlices(steps(), clock, spent, () => {
    done = true;
  });
  expect(done).toBe(false);
  while (waiting() > 0) pass(0);
  expect(done).toBe(true);
  expect(spent.longest).toBeLessThanOrEqual(SLICE_MS);
  expect(spent.total).toBe(10 * (SLICE_MS / 2));
});

/** A watch on a clock of the test's own: batches as they are handed over, and changes as they are told of at once. */
function held() {
  const { clock, pass } = heldClock();
  const batches: Dirty[] = [];
  const told: Dirty[] = [];
  watch = new Watch(document, {
    clock,
    hostRemoved: () => {},
    now: (dirty) => told.push(dirty),
    handle: (dirty, done) => {
      batches.push(dirty);
      done(true);
    },
  });
  watch.start();
  return { pass, batches, told };
}

test("a change hands over its own parts, never the whole page", async () => {
  put(`<main>${"<p>Vegan</p>".repeat(500)}<section><p id=a>Soft</p></section></main>`);
  const { pass, batches, told } = held();
  (find("#a").firstChild as Text).data = "Softer";
  find("section").insertAdjacentHTML("beforeend", "<div><p>New</p></div>");
  await mutationsSeen();
  pass(60);
  const parts = { roots: [find("section > div")], touched: [find("#a"), find("section")] };
  expect(batches).toEqual([parts]);
  expect(told).toEqual([parts]);
});

test("many changes in one turn wait for the batch; too many are read as the whole page, once", async () => {
  put("<main></main>");
  const { pass, batches, told } = held();
  const add = (count: number) => {
    for (let at = 0; at < count; at += 1) find("main").append(document.createElement("p"));
  };
  add(1_000);
  await mutationsSeen();
  pass(60);
  expect(batches.map(({ roots }) => roots.length)).toEqual([1_000]);
  add(5_000);
  await mutationsSeen();
  pass(60);
  expect(batches[1]?.roots).toEqual([document.body]);
  expect(batches[1]?.touched).toEqual([]);
  expect(batches).toHaveLength(2);
  expect(told).toEqual([]);
});
