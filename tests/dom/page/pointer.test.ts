import { afterEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { Pointer } from "../../../src/page/pointer.ts";
import { browserClock } from "../../../src/page/work.ts";
import { find, put, until } from "./support.ts";

type Waiting = { task: () => void; cancelled: boolean };
let pointer: Pointer | undefined;
afterEach(() => pointer?.stop());

/** A pointer whose waits end only when the test says so. */
function begin() {
  const waiting: Waiting[] = [];
  const opened: string[] = [];
  const after = (_: number, task: () => void) => {
    const entry = { task, cancelled: false };
    waiting.push(entry);
    return () => {
      entry.cancelled = true;
    };
  };
  pointer = new Pointer({
    clock: { ...browserClock(), after },
    host: document.createElement("i"),
    at: (x, y) => (document.elementFromPoint(x, y)?.id === "words" ? "finding" : null),
    open: (finding, by) => opened.push(`${by} ${finding}`),
    left: () => opened.push("left"),
    pressedElsewhere: () => opened.push("elsewhere"),
  });
  const pass = () => {
    for (const { task, cancelled } of waiting.splice(0)) if (!cancelled) task();
  };
  return { waiting, opened, pass };
}

test("resting on words opens, leaving closes", async () => {
  put("<p id=words>It erases pores.</p><p id=other>Nothing here.</p>");
  const { waiting, opened, pass } = begin();
  await userEvent.hover(find("#words"));
  await until(() => waiting.length === 1);
  pass();
  await userEvent.hover(find("#other"));
  await until(() => waiting.length === 1);
  pass();
  expect(opened).toEqual(["pointer finding", "left"]);
});

test("what Escape has closed stays closed while the mouse rests where it is", async () => {
  put("<p id=words>It erases pores.</p><p id=other>Nothing here.</p>");
  const { waiting, opened, pass } = begin();
  await userEvent.hover(find("#words"));
  await until(() => waiting.length === 1);
  await userEvent.keyboard("{Escape}");
  pass();
  await userEvent.click(find("#words"));
  await userEvent.keyboard("{Escape}");
  pass();
  expect(opened).toEqual(["press finding"]);
});
