import { expect, test } from "vitest";
import { isInSight } from "../../../src/page/sight.ts";
import { blocks, find, put, readerOf } from "./support.ts";

const TEXT = "It erases pores.";

test.each([
  ["plain text", `<p id=p>${TEXT}</p>`, true],
  ["opacity 0", `<p id=p style='opacity:0'>${TEXT}</p>`, false],
  ["opacity 0 further out", `<div style='opacity:0'><p id=p>${TEXT}</p></div>`, false],
  ["visibility", `<div style='visibility:hidden'><p id=p>${TEXT}</p></div>`, false],
  ["a closed panel of no height", `<div style='height:0;overflow:hidden'><p id=p>${TEXT}</p></div>`, false],
  ["no height, nothing cut off", `<div style='height:0'><p id=p>${TEXT}</p></div>`, true],
  [
    "words for screen readers",
    `<p id=p style='position:absolute;width:1px;height:1px;overflow:hidden;white-space:nowrap'>${TEXT}</p>`,
    false,
  ],
  ["clip", `<p id=p style='position:absolute;clip:rect(0,0,0,0)'>${TEXT}</p>`, false],
  ["clip-path", `<div style='clip-path:inset(50%)'><p id=p>${TEXT}</p></div>`, false],
  ["left of the page", `<p id=p style='position:absolute;left:-9999px'>${TEXT}</p>`, false],
  ["far below", `<div style='height:9000px'></div><p id=p>${TEXT}</p>`, true],
  [
    "not drawn yet, far below",
    `<div style='height:9000px'></div><div style='content-visibility:auto'><p id=p>${TEXT}</p></div>`,
    true,
  ],
])("%s", (_, html, seen) => {
  put(html);
  expect(isInSight(find("#p"))).toBe(seen);
  expect(blocks().map(({ hidden }) => hidden)).toEqual([!seen]);
});

test("words that come into sight are found again", () => {
  put(`<p id=p style='opacity:0'>${TEXT}</p>`);
  const reader = readerOf();
  expect(reader.store.takeChanges().added).toMatchObject([{ hidden: true }]);
  find("#p").style.opacity = "1";
  expect(reader.recheckSight()).toBe(true);
  expect(reader.store.takeChanges().added).toMatchObject([{ hidden: false }]);
});
