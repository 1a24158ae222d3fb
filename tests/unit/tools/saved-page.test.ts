import { describe, expect, it } from "vitest";
import { InputError } from "../../tools/input-error.ts";
import { ownAddress, savedPage } from "../../tools/saved-page.ts";

const head = (tags: string) => `<!doctype html><html><head>${tags}</head><body></body></html>`;

describe("the address that a saved page gives itself", () => {
  it("is its canonical link, however that is written", () => {
    expect(ownAddress(head(`<link rel="canonical" href="https://shop.example/a?b=1&amp;c=2">`))).toBe(
      "https://shop.example/a?b=1&c=2",
    );
    expect(ownAddress(head(`<link href='https://shop.example/a' rel=canonical>`))).toBe(
      "https://shop.example/a",
    );
  });

  it("is og:url where there is no whole canonical link", () => {
    const openGraph = `<meta property="og:url" content="http://shop.example/b">`;
    expect(ownAddress(head(openGraph))).toBe("http://shop.example/b");
    expect(ownAddress(head(`<link rel="canonical" href="/a">${openGraph}`))).toBe("http://shop.example/b");
  });

  it("is unknown otherwise, and links of the body do not count", () => {
    expect(ownAddress(head(""))).toBeNull();
    expect(ownAddress(head(`<link rel="canonical" href="javascript:alert(1)">`))).toBeNull();
    expect(
      ownAddress(
        `<html><head></head><body><link rel="canonical" href="https://shop.example/"></body></html>`,
      ),
    ).toBeNull();
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["/no/such/page.html", "/no/such/page.html: there is no such file."],
    [`${import.meta.filename}/page.html`, "there is no such file."],
    [import.meta.dirname, `${import.meta.dirname}: this is a folder, not a file.`],
  ])("is refused with a sentence: %s", (file, sentence) => {
    expect(() => savedPage(file, null)).toThrow(InputError);
    expect(() => savedPage(file, null)).toThrow(sentence);
  });
});
