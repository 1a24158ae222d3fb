import { expect, test } from "vitest";
import type { Box } from "../../../src/page/rects.ts";
import { boxOf, findRoom, REACH } from "../../../src/page/room.ts";

const line = (left: number, right: number, top: number): Box => ({ left, right, top, bottom: top + 18 });
const BLOCK: Box = { left: 100, top: 0, right: 500, bottom: 120 };
const BOUNDS: Box = { left: 0, top: 0, right: 900, bottom: 2000 };
/** Tight lines that fill the block above and below the line at 40. */
const TEXT = [line(100, 500, 0), line(100, 500, 20), line(100, 500, 60), line(100, 500, 80)];

const roomFor = (lines: Box[], taken: Box[], isListItem = false) => {
  const room = findRoom({ lines, block: BLOCK, taken: [...taken, ...lines], bounds: BOUNDS, isListItem });
  return room === null ? null : boxOf(room);
};
const gap = (box: Box, to: Box) => Math.max(box.left - to.right, to.left - box.right);

test.each([
  ["at the line's end", [line(200, 300, 40)], TEXT],
  ["in the right margin", [line(400, 500, 40)], [...TEXT, line(100, 400, 40)]],
  ["in the left margin", [line(100, 200, 40)], [...TEXT, line(200, 500, 40)]],
  [
    "above",
    [line(200, 300, 40)],
    [line(100, 500, 0), line(100, 200, 40), line(300, 500, 40), line(100, 500, 60)],
  ],
])("a marker goes %s, right beside its words", (_, lines, taken) => {
  const room = roomFor(lines, taken);
  if (room === null) throw new Error("There is no room");
  expect(gap(room, lines[0] as Box)).toBeLessThanOrEqual(REACH);
  expect(room.right - room.left).toBe(16);
});

test("words in the middle of tight text get none in a margin", () => {
  expect(roomFor([line(200, 300, 40)], [...TEXT, line(100, 200, 40), line(300, 500, 40)])).toBeNull();
});

test("words broken over two lines get their marker beside the line that is at the margin, not beside the other", () => {
  const [first, last] = [line(400, 480, 20), line(100, 180, 40)];
  const taken = [
    line(100, 500, 0),
    line(100, 400, 20),
    line(480, 700, 20),
    line(180, 700, 40),
    line(100, 500, 60),
  ];
  const room = roomFor([first, last], taken);
  if (room === null) throw new Error("There is no room");
  expect(gap(room, last)).toBeLessThanOrEqual(REACH);
  expect((room.top + room.bottom) / 2).toBe(49);
});

test("a list's bullet keeps its room", () => {
  const lines = [line(100, 200, 40)];
  expect(roomFor(lines, [...TEXT, line(200, 500, 40)], true)).toBeNull();
});
