import { describe, expect, it } from "vitest";
import { PARTS, parseBenchArguments } from "../../bench/arguments.ts";

describe("the command line of bench", () => {
  it("measures everything, or the parts that are named", () => {
    expect(parseBenchArguments([])).toEqual({ parts: PARTS, pages: null });
    expect(parseBenchArguments(["page", "sizes"])).toEqual({ parts: ["page", "sizes"], pages: null });
  });

  it("takes a folder of saved pages from an argument before the environment", () => {
    expect(parseBenchArguments(["saved", "--pages", "a"], "b")).toEqual({ parts: ["saved"], pages: "a" });
    expect(parseBenchArguments(["saved"], "b")).toEqual({ parts: ["saved"], pages: "b" });
    expect(parseBenchArguments(["saved"], "")).toEqual({ parts: ["saved"], pages: null });
  });

  it("says what is wrong", () => {
    expect(parseBenchArguments(["pages"])).toContain('"pages"');
    expect(parseBenchArguments(["--pages"])).toContain("folder");
  });
});
