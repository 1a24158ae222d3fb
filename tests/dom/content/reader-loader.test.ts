import { afterEach, expect, test } from "vitest";
import { ReaderLoader } from "../../../src/content/reader-loader.ts";
import { registerReader } from "../../../src/content/reader-registry.ts";
import { heldClock } from "../page/held-clock.ts";

let loader: ReaderLoader | undefined;
afterEach(() => loader?.stop());

/** What the background answers, one after the other; the last stays. */
function begin(answers: (() => unknown)[]) {
  const time = heldClock();
  const said: string[] = [];
  let asked = 0;
  loader = new ReaderLoader({
    docId: "doc",
    clock: time.clock,
    send: async () => {
      asked += 1;
      return answers[Math.min(asked, answers.length) - 1]?.();
    },
    loaded: () => said.push("loaded"),
    off: () => said.push("off"),
    orphaned: () => said.push("orphaned"),
  });
  loader.start();
  return { ...time, said, asked: () => asked };
}

const answered = () => new Promise((resolve) => setTimeout(resolve));
const ok = () => {
  registerReader({
    begin() {
      throw new Error("Not in this test.");
    },
  });
  return { status: "ok" };
};
const fail = () => {
  throw new Error("Could not establish connection.");
};

test("loads once the background has injected the script", async () => {
  const { said, waiting } = begin([ok]);
  await answered();
  expect(said).toEqual(["loaded"]);
  expect(waiting()).toBe(0);
});

test("tries again while the background cannot be reached", async () => {
  const { said, asked, pass } = begin([fail, () => undefined, () => ({ error: "No tab." }), ok]);
  await answered();
  for (const ms of [150, 600, 2_000]) {
    expect(said).toEqual([]);
    pass(ms);
    await answered();
  }
  expect(asked()).toBe(4);
  expect(said).toEqual(["loaded"]);
});

test("after four attempts it waits until the page is looked at again", async () => {
  const { asked, pass, waiting, said } = begin([fail, fail, fail, fail, ok]);
  await answered();
  for (const ms of [150, 600, 2_000]) {
    pass(ms);
    await answered();
  }
  expect([asked(), waiting()]).toEqual([4, 0]);
  window.dispatchEvent(new Event("pageshow"));
  await answered();
  expect(said).toEqual(["loaded"]);
});

test("stays quiet where the site is off, and where the extension is gone", async () => {
  const off = begin([() => ({ status: "off" })]);
  await answered();
  expect(off.said).toEqual(["off"]);
  const orphan = begin([
    () => {
      throw new Error("Extension context invalidated.");
    },
  ]);
  await answered();
  expect(orphan.said).toEqual(["orphaned"]);
  expect(orphan.waiting()).toBe(0);
});
