/** The paint of marked words, read as text: colours for every ground, something for every verdict, nothing on paper. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { VERDICTS } from "../../../src/engine/model.ts";
import { highlightName } from "../../../src/page/highlights.ts";

const css = readFileSync(new URL("../../../src/content/marks.css", import.meta.url), "utf8").replace(
  /\/\*[\s\S]*?\*\//g,
  "",
);
const [ordinary = "", forced = ""] = css.split("forced-colors: active");

/** Relative luminance of "#rrggbb", as WCAG defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const names = VERDICTS.flatMap((verdict) => [highlightName(verdict, false), highlightName(verdict, true)]);

test.each(names)(
  "%s has a line of its own kind, seen on light and on dark pages, and one in forced colours",
  (name) => {
    const rule = new RegExp(`::highlight\\(${name}\\) \\{[^}]*underline (\\w+) [12]px (#[0-9a-f]{6})`).exec(
      ordinary,
    );
    const colour = rule?.[2] ?? "#000000";
    expect(contrast(colour, "#ffffff")).toBeGreaterThanOrEqual(3);
    expect(contrast(colour, "#1a1a1a")).toBeGreaterThanOrEqual(3);
    expect(forced).toContain(`::highlight(${name})`);
  },
);

test("verdicts differ in the kind of line, not in colour alone", () => {
  const kinds = [...ordinary.matchAll(/::highlight\(poreality-(\S+?)\) \{[^}]*underline (\w+) 2px/g)];
  expect(kinds.map(([, verdict]) => verdict).sort()).toEqual([...VERDICTS].sort());
  expect(new Set(kinds.map(([, , kind]) => kind)).size).toBe(VERDICTS.length);
});

test("every rule is for screens only", () => {
  const outside = css.replace(/@media screen[^{]*\{(?:[^{}]*\{[^}]*\})*\s*\}/g, "");
  expect(outside.trim()).toBe("");
});
