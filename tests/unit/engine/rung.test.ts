import { expect, test } from "vitest";
import { rungOf } from "../../../src/engine/claims/rung.ts";

const plain = { hedge: false, speed: false, permanence: false };

test.each([
  // action, words, rung
  [1, {}, 1],
  [2, {}, 2],
  [3, {}, 3],
  [4, {}, 4],
  [5, {}, 5],
  [4, { hedge: true }, 3],
  [5, { hedge: true }, 3],
  [2, { hedge: true }, 2],
  [1, { hedge: true }, 1],
  [3, { speed: true }, 2],
  [4, { speed: true }, 4],
  [5, { speed: true }, 5],
  [1, { speed: true }, 1],
  [4, { permanence: true }, 5],
  [3, { permanence: true }, 4],
  [2, { permanence: true }, 2],
  [1, { permanence: true }, 1],
  [4, { hedge: true, speed: true }, 2],
  [4, { hedge: true, permanence: true }, 4],
  [3, { speed: true, permanence: true }, 2],
  [4, { speed: true, permanence: true }, 5],
] as const)("an action of rung %i with %o reads as rung %i", (action, words, rung) => {
  expect(rungOf({ action, ...plain, ...words })).toBe(rung);
});
