import { describe, expect, it } from "vitest";
import { parseStart } from "../../tools/start-arguments.ts";

const DEMO = { mode: "open", what: null, headless: false, pictures: false };

describe("the command line of start", () => {
  it("opens the demo shop, an address or a file", () => {
    expect(parseStart([])).toEqual(DEMO);
    expect(parseStart(["https://shop.example/a"])).toEqual({
      ...DEMO,
      what: { url: "https://shop.example/a" },
    });
    const file = import.meta.filename;
    expect(parseStart(["--headless", file])).toEqual({ ...DEMO, what: { file }, headless: true });
  });

  it("explains itself, whatever else is asked", () => {
    expect(parseStart(["--help"])).toEqual({ mode: "help" });
    expect(parseStart(["nonsense", "-h"])).toEqual({ mode: "help" });
  });

  it("takes pictures without a display", () => {
    expect(parseStart(["--pictures"])).toEqual({ ...DEMO, headless: true, pictures: true });
    expect(parseStart(["--pictures", "https://shop.example/"])).toContain("--pictures");
  });

  it("says what is wrong before anything is built", () => {
    expect(parseStart(["nonsense"])).toBe('"nonsense" is neither a file nor an http or https address.');
    expect(parseStart(["https://"])).toContain("not a whole address");
    expect(parseStart(["--fast"])).toBe('Unknown argument "--fast".');
    expect(parseStart(["https://a.example/", "https://b.example/"])).toContain("One page");
  });
});
