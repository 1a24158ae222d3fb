import { describe, expect, it } from "vitest";
import { differencesOf, type Snapshot } from "../../tools/guest-snapshot.ts";

const PLAIN: Snapshot = {
  html: "<p>Shrinks pores</p>",
  boxes: ["html 0 0 800 600", "p 8 8 784 18"],
  shift: 0.01,
  errors: ["of the page"],
};

describe("comparing a page with and without the extension", () => {
  it("finds no difference where there is none, and does not blame us for what the page does less", () => {
    expect(differencesOf(PLAIN, structuredClone(PLAIN))).toEqual([]);
    expect(differencesOf(PLAIN, { ...PLAIN, shift: 0, errors: [] })).toEqual([]);
  });

  it.each<[string, Partial<Snapshot>]>([
    ["nodes differ", { html: '<p class="x">Shrinks pores</p>' }],
    ["moved: p 8 8 784 18 to p 8 9 784 18", { boxes: ["html 0 0 800 600", "p 8 9 784 18"] }],
    ["moved", { boxes: ["html 0 0 800 600", "p 8 8 784 18", "i 0 0 1 1"] }],
    ["layout shift 0.0100 became 0.0200", { shift: 0.02 }],
    ["new console errors: of ours", { errors: ["of the page", "of ours"] }],
  ])("sees: %s", (problem, change) => {
    const problems = differencesOf(PLAIN, { ...PLAIN, ...change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });
});
