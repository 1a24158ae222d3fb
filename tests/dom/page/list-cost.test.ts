import { expect, test } from "vitest";
import { isListHeading, leadInside, namedHeading } from "../../../src/page/headings.ts";
import { isInci } from "../../../src/page/inci-shape.ts";
import { listsIn } from "../../../src/page/list-text.ts";

/** Pieces of hostile text; a plain list of the same length is the measure. */
const HOSTILE = [
  "(",
  "a: ",
  ". a",
  "a, ",
  "i ",
  "of ",
  "ingredients - ",
  "ingredients/",
  "list of ",
  "\n",
  "a\n",
  ". | a: ",
  "–",
  "the is ",
  "inci(",
  "! ",
  "full all the ",
  "🌱",
];
const ms = (run: () => void): number => {
  const before = performance.now();
  run();
  return performance.now() - before;
};

test.each(HOSTILE)("a long text of %j costs little", (piece) => {
  const long = piece.repeat(20_000 / piece.length);
  const short = long.slice(0, 2_000);
  const read = (text: string) => () => {
    listsIn(text);
    leadInside(`ingredients ${text}`);
    isListHeading(text.slice(0, 60));
    namedHeading(`ingredients ${text}`.slice(0, 20_000));
    isInci(text);
  };
  read(short)();
  // As much text in both, so that one moment of a busy machine weighs the same.
  const tenShort = () => {
    for (let time = 0; time < 10; time += 1) read(short)();
  };
  const inParts = Math.min(...[1, 2, 3].map(() => ms(tenShort)));
  const inOne = Math.min(...[1, 2, 3].map(() => ms(read(long))));
  expect(inOne).toBeLessThan(Math.max(inParts, 10) * 5);
});
