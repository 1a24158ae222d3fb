import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { savedPages } from "../../tools/saved-folder.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "poreality-saved-"));
  writeFileSync(join(folder, "b.html"), "<p>b");
  writeFileSync(join(folder, "a.html"), "<p>a");
});
afterEach(() => rmSync(folder, { recursive: true }));

const index = (text: string) => writeFileSync(join(folder, "index.json"), text);

describe("saved pages", () => {
  it("takes all pages of a folder in order, with the addresses beside them", () => {
    index('[{"file": "b.html", "url": "https://shop.example/b"}]');
    const pages = savedPages([folder]);
    expect(pages.map(({ file }) => file)).toEqual([join(folder, "a.html"), join(folder, "b.html")]);
    expect(pages[1]?.url).toBe("https://shop.example/b");
    expect(savedPages([join(folder, "b.html")])[0]?.url).toBe("https://shop.example/b");
  });

  it("does without addresses", () => {
    index('{"path": ""}');
    expect(savedPages([folder])).toHaveLength(2);
  });

  it("says what is wrong", () => {
    index("no JSON");
    expect(() => savedPages([folder])).toThrow("index.json");
    expect(() => savedPages([join(folder, "c.html")])).toThrow("index.json");
    index("[]");
    expect(() => savedPages([join(folder, "c.html")])).toThrow("c.html");
    rmSync(join(folder, "a.html"));
    rmSync(join(folder, "b.html"));
    expect(() => savedPages([folder])).toThrow("no *.html");
  });
});
