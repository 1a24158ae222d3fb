import { describe, expect, it } from "vitest";
import { parseArguments } from "../../tools/scan-arguments.ts";

describe("the command line of scan", () => {
  it("reads sentences from one file or from standard input", () => {
    expect(parseArguments(["--sentences", "-"])).toEqual({ mode: "sentences", file: "-" });
    expect(parseArguments(["--labels", "-"])).toEqual({ mode: "labels", file: "-" });
    expect(parseArguments(["--labels"])).toContain("exactly one file");
    expect(parseArguments(["--sentences"])).toContain("exactly one file");
    expect(parseArguments(["--sentences", "a", "b"])).toContain("exactly one file");
  });

  it("reads pages, one of them at an address", () => {
    expect(parseArguments(["--page", "a.html", "b.html"])).toEqual({
      mode: "page",
      files: ["a.html", "b.html"],
      url: null,
    });
    expect(parseArguments(["--page", "a.html", "--url", "https://shop.example/a"])).toEqual({
      mode: "page",
      files: ["a.html"],
      url: "https://shop.example/a",
    });
  });

  it("says what is wrong", () => {
    expect(parseArguments([])).toBe("Nothing to scan.");
    expect(parseArguments(["--pages"])).toContain('"--pages"');
    expect(parseArguments(["a.jsonl", "--labels"])).toContain("a.jsonl: --page, --sentences or --labels");
    expect(parseArguments(["--labels", "a", "--url", "https://shop.example/"])).toContain("goes with --page");
    expect(parseArguments(["--page"])).toContain("at least one file");
    expect(parseArguments(["--page", "a.html", "--url", "file:///a"])).toContain("http");
    expect(parseArguments(["--page", "a.html", "--url"])).toContain("http");
    expect(parseArguments(["--page", "a", "b", "--url", "https://shop.example/"])).toContain("one address");
    expect(parseArguments(["--page", "a", "--fast"])).toContain('"--fast"');
  });
});
