import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorSource, anchorWords } from "../../../src/engine/claims/anchors.ts";
import { compile, needsOf } from "../../../src/engine/phrase/compile.ts";
import { createMatcher } from "../../../src/engine/phrase/match.ts";
import { PhraseError, parsePhrase } from "../../../src/engine/phrase/parse.ts";
import { tokenise } from "../../../src/engine/text/tokens.ts";
import { cost } from "../cost.ts";

const sets = {
  pores: ["[the] pores", "pore size"],
  shrink: ["shrink", "shrinks"],
  "gap-stop": ["for"],
};

function found(phrase: string, text: string): string[] {
  const tokens = tokenise(text);
  return createMatcher(compile([{ key: "it", phrase }], sets))
    .match(tokens)
    .map(({ start, end }) => tokens.words.slice(start, end).join(" "));
}

describe("phrases", () => {
  test.each([
    ["shrink pores", "we shrink pores now", ["shrink pores"]],
    ["shrink pores", "we shrink. pores now", []],
    ["shrink-pores", "we shrink pores now", ["shrink pores"]],
    ["@shrink @pores", "it shrinks the pores", ["shrinks the pores"]],
    ["@shrink @pores", "it shrinks pore size", ["shrinks pore size"]],
    ["(close | seal up) @pores", "we seal up the pores", ["seal up the pores"]],
    ["@shrink ..2 @pores", "shrinks spots and pores", ["shrinks spots and pores"]],
    ["@shrink ..2 @pores", "shrinks red angry spots and pores", []],
    ["@shrink ..2 @pores", "shrinks spots for pores", []],
    // Of two beginnings the later one gives the shorter run of words.
    ["@shrink ..3 pores", "shrinks spots shrinks pores", ["shrinks pores"]],
    ["shrink{,s,ing} pores", "it is shrinking pores", ["shrinking pores"]],
    ["*ly shrinks", "it finally shrinks", ["finally shrinks"]],
    ["*ly shrinks", "ly shrinks", []],
    ["home ~ needling", "needling home", ["needling home"]],
    ["home ~2 needling", "home for the needling", []],
    ["home ~2 needling", "needling kit at home", ["needling kit at home"]],
    ["so <pores vanish> now", "so pores vanish now", ["pores vanish"]],
    ["[really] <visible> change", "a really visible change", ["visible"]],
    // What may be missing at the very beginning is taken where it stands.
    ["[100 %] (poreless | clear) skin", "100 % poreless skin", ["100 % poreless skin"]],
    ["毛孔收缩", "清洁毛孔 收缩", ["毛 孔 收 缩"]],
    // Of two ends the later one.
    ["@shrink pores [forever]", "shrinks pores forever", ["shrinks pores forever"]],
  ])("%s in %j", (phrase, text, expected) => {
    expect(found(phrase, text)).toEqual(expected);
  });

  test.each([
    ["(a | b", '"(" is not closed by ")"', 1],
    ["a ]", '"]" was never opened', 3],
    ["a ()", "Nothing stands here", 4],
    ["a ..0 b", "A gap is 1 to 12 words, not 0", 3],
    ["a ..99 b", "A gap is 1 to 12 words, not 99", 3],
    ["a @ b", 'Cannot read "@ b"', 3],
    ["", "Nothing stands here", 1],
    ["shrink{s}", '"shrink{s}" is no word with endings; write it as in shrink{,s,ing}', 1],
    ["a ~ ", '"~" stands between two parts', 3],
    ["~ a", '"~" stands between two parts', 1],
    ["a ..x b", "A gap is 1 to 12 words, not x", 3],
    ["<a> <b>", "A phrase has one span at most", 5],
  ])("%j is refused", (phrase, message, column) => {
    const error = (() => {
      try {
        return parsePhrase(phrase);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(PhraseError);
    expect(error).toMatchObject({ message: expect.stringContaining(message), column });
  });

  test("whether anything is there is told without splitting the text, and rightly", () => {
    const matcher = createMatcher(compile([{ key: 1, phrase: "@shrink ..2 (pores ~1 skin)" }], sets));
    const word = fc.constantFrom("shrink", "shrinks", "pores", "skin", "for", "oily", ".", ",");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 9 }), (words) => {
        const text = words.join(" ");
        expect(matcher.hasWanted(text, 0, text.length)).toBe(matcher.match(tokenise(text)).length > 0);
      }),
      { numRuns: 500 },
    );
  });

  test("an unknown set, a set within itself and a leading gap are refused", () => {
    expect(() => compile([{ key: 1, phrase: "@nothing" }], sets)).toThrow('There is no set "nothing"');
    expect(() => compile([{ key: 1, phrase: "@a" }], { a: ["x @a"] })).toThrow("refers to itself");
    expect(() => compile([{ key: 1, phrase: "..2 pores" }], sets)).toThrow("must begin with a word");
  });

  test("cost grows with the text, not with its square", () => {
    const matcher = createMatcher(
      compile([{ key: 1, phrase: "@shrink ..9 (@pores | skin) ..9 @pores" }], sets),
    );
    const time = (times: number) => {
      const tokens = tokenise("shrink pores skin ".repeat(times));
      return cost(() => matcher.match(tokens));
    };
    time(2_000);
    expect(time(16_000) / time(4_000)).toBeLessThan(10);
  });
});

describe("anchors", () => {
  test("every text that a phrase matches holds one", () => {
    const phrases = ["@shrink ..2 @pores", "say goodbye to @pores", "(pore | blackhead) vacuum"];
    const anchors = new RegExp(anchorSource(anchorWords(needsOf(phrases, sets))));
    for (const text of [
      "shrink the pores",
      "shrinks pore size",
      "say goodbye to pores",
      "blackhead vacuum",
    ]) {
      expect(anchors.test(text), text).toBe(true);
    }
    expect(anchors.test("a serum for dry skin")).toBe(false);
  });

  test("a phrase that needs no word is refused", () => {
    expect(() => anchorWords([{ all: [] }])).toThrow("no word");
  });
});
