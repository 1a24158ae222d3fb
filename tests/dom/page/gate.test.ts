import { expect, test } from "vitest";
import { hasAnchor, nextAnchor } from "../../../src/page/anchors.ts";
import { holdsAnything } from "../../../src/page/gate.ts";

const hits = (text: string): string[] => {
  const found: string[] = [];
  for (let at = nextAnchor(text, 0); at < text.length; at = nextAnchor(text, at + 1))
    found.push(text.slice(at, at + 8));
  return found;
};

test.each([
  "It shrinks pores.",
  "IT SHRINKS PORES.",
  "It shrinks po\u00adres.",
  "It shrinks p\u200bo\u200br\u200be\u200bs.",
  "It shrinks ｐｏｒｅｓ.",
  "Sie schließt Po\u0308ren und Poren.",
  "毛孔がなくなる",
  "모공을 없앤다",
  "\u1106\u1169\u1100\u1169\u11bc",
])("words count however they are written: %s", (text) => {
  expect(hasAnchor(text)).toBe(true);
  expect(holdsAnything(text)).toBe(true);
});

test("offsets are those of the text as it is written, and each hit comes once", () => {
  const text = "Größe — l\u2019été fin: po\u00adres, PORES, ｐｏｒｅｓ";
  expect(hits(text)).toEqual(["po\u00adres, ", "PORES, ｐ", "ｐｏｒｅｓ"]);
  expect(nextAnchor(text, text.length)).toBe(Number.POSITIVE_INFINITY);
  expect(hits(text)).toHaveLength(3);
});

test("looking through many hits costs no more than the text is long", () => {
  const text = "pöres ".repeat(100_000);
  let count = 0;
  for (let at = nextAnchor(text, 0); at < text.length; at = nextAnchor(text, at + 1)) count += 1;
  expect(count).toBe(100_000);
});

test("characters that are words by themselves may be spaced", () => {
  expect(hasAnchor("毛 孔がなくなる")).toBe(true);
});
