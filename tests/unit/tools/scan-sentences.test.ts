import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { scanSentences } from "../../tools/scan-sentences.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scan-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is printed for a file of this text. A reader slower than the scan must not lose or reorder lines. */
async function scan(text: string): Promise<{ id: unknown; findings: Record<string, unknown>[] }[]> {
  const file = join(folder, "sentences.jsonl");
  writeFileSync(file, text);
  let printed = "";
  const out = new Writable({
    highWaterMark: 16,
    write: (chunk, _, next) => {
      printed += chunk;
      setImmediate(next);
    },
  });
  await scanSentences(file, out);
  out.end();
  await new Promise((resolve) => out.once("finish", resolve));
  return printed
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

test("one line for each sentence, in order, with every reading", async () => {
  const lines = ["It shrinks pores and unclogs pores.", "Soft and calm.", "Erases pores."];
  const results = await scan(lines.map((text, id) => JSON.stringify({ id, text })).join("\n"));
  expect(results.map(({ id }) => id)).toEqual([0, 1, 2]);
  expect(results[0]?.findings).toEqual([
    {
      rule: "pores.get-smaller",
      rung: 4,
      verdict: "hype",
      marked: true,
      quote: "shrinks pores",
      start: 3,
      end: 16,
    },
    {
      rule: "pores.cleaned",
      rung: 1,
      verdict: null,
      marked: false,
      quote: "unclogs pores",
      start: 21,
      end: 34,
    },
  ]);
  expect(results[1]?.findings).toEqual([]);
});

test("the zone decides who speaks", async () => {
  const [result] = await scan(JSON.stringify({ id: "a", text: "It shrinks pores.", zone: "review" }));
  expect(result?.findings).toMatchObject([{ rung: 4, verdict: null, marked: false }]);
});

test("byte order mark, CRLF and empty lines do no harm, and no reading is left out of a long text", async () => {
  const text = "Shrinks pores. ".repeat(600);
  const results = await scan(
    `\uFEFF${JSON.stringify({ id: 1, text })}\r\n\r\n${JSON.stringify({ id: 2, text: "x" })}\r\n`,
  );
  expect(results.map(({ id, findings }) => [id, findings.length])).toEqual([
    [1, 600],
    [2, 0],
  ]);
});

test.each([
  ['{"id": 1, "text": "ok"}\n{"id": 2}', /sentences\.jsonl:2: "text" is missing/],
  ["nonsense", /sentences\.jsonl:1: this line is not JSON/],
  ["[]", /sentences\.jsonl:1: /],
  ["3", /sentences\.jsonl:1: this line is not a JSON object/],
  [
    '{"id": 1, "text": "x", "zone": "footer"}',
    /sentences\.jsonl:1: "zone" must be one of "title", .*, not "footer"/,
  ],
])("%j is refused with its place", async (text, message) => {
  await expect(scan(text)).rejects.toThrow(message);
});

test("a file that is not there is named", async () => {
  const out = new Writable({ write: (_chunk, _, next) => next() });
  await expect(scanSentences(join(folder, "missing.jsonl"), out)).rejects.toThrow(
    /missing\.jsonl: there is no such file/,
  );
});
