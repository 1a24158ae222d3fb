import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise } from "../../../src/engine/text/normalise.ts";
import { BOUNDARY, tokenise } from "../../../src/engine/text/tokens.ts";

/** The source text behind a piece of the normalised text. */
function behind(source: string, piece: string): string {
  const { text, startOf, endOf } = normalise(source);
  const start = text.indexOf(piece);
  expect(start, `"${piece}" in "${text}"`).toBeGreaterThanOrEqual(0);
  return source.slice(startOf(start), endOf(start + piece.length));
}

describe("normalise", () => {
  test.each([
    ["SHRINKS Pores", "shrinks pores", "SHRINKS Pores"],
    ["shrinks\u00a0pores", "shrinks pores", "shrinks\u00a0pores"],
    ["shr\u00adinks po\u200bres", "shrinks pores", "shr\u00adinks po\u200bres"],
    ["it doesn\u2019t", "doesn't", "doesn\u2019t"],
    ["re\ufb01nes", "refines", "re\ufb01nes"],
    ["ＳＨＲＩＮＫ", "shrink", "ＳＨＲＩＮＫ"],
    ["PoreFect\u2122 gel", "porefect gel", "PoreFect\u2122 gel"],
    ["ne\u0301 pores", "ne pores", "ne\u0301 pores"],
  ])("finds %j as %j", (source, piece, original) => {
    expect(behind(source, piece)).toBe(original);
  });

  test("maps back into the source and never beyond it, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (source) => {
        const { text, startOf, endOf } = normalise(source);
        let last = 0;
        for (let offset = 0; offset < text.length; offset += 1) {
          expect(startOf(offset)).toBeGreaterThanOrEqual(last);
          expect(endOf(offset + 1)).toBeGreaterThan(startOf(offset));
          expect(endOf(offset + 1)).toBeLessThanOrEqual(source.length);
          last = startOf(offset);
        }
      }),
    );
  });
});

describe("tokenise", () => {
  test("keeps decimals and apostrophes together and parts hyphens", () => {
    expect(tokenise("pore-free in 2.5 days, it doesn't: 100%").words).toEqual([
      "pore",
      "free",
      "in",
      "2.5",
      "days",
      "it",
      "doesn't",
      "100",
      "%",
    ]);
  });

  test("knows what stands between words", () => {
    const { words, before } = tokenise('one two-three, four. five\nsix - seven "eight" nine');
    expect(Object.fromEntries(words.map((word, at) => [word, before[at]]))).toEqual({
      one: BOUNDARY.sentence,
      two: BOUNDARY.none,
      three: BOUNDARY.hyphen,
      four: BOUNDARY.comma,
      five: BOUNDARY.sentence,
      six: BOUNDARY.sentence,
      seven: BOUNDARY.clause,
      eight: BOUNDARY.enclosed,
      nine: BOUNDARY.enclosed,
    });
  });

  test("counts the brackets that are open at a word, sentence by sentence", () => {
    const { words, depth } = tokenise("one (two [three] four) five) six (seven. eight");
    expect(words.map((word, at) => [word, depth[at]])).toEqual([
      ["one", 0],
      ["two", 1],
      ["three", 2],
      ["four", 1],
      ["five", 0],
      ["six", 0],
      ["seven", 1],
      ["eight", 0],
    ]);
  });

  test("tells questions from statements", () => {
    const { asked, words } = tokenise("really? yes it does.");
    expect(words.map((word, at) => [word, asked[at]])).toEqual([
      ["really", true],
      ["yes", false],
      ["it", false],
      ["does", false],
    ]);
  });
});
