import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { scanLabels } from "../../tools/scan-labels.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scan-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function scan(text: string | Buffer): Promise<unknown[]> {
  const file = join(folder, "labels.jsonl");
  writeFileSync(file, text);
  let printed = "";
  const out = new Writable({
    write: (chunk, _, next) => {
      printed += chunk;
      next();
    },
  });
  await scanLabels(file, out);
  return printed
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

test("prints the entries of each label, and an empty list where there is none", async () => {
  const lines = [
    { id: 1, text: "Active: Zinc Oxide 9%. Inactive: Water, Glycerin. May contain: Mica" },
    { id: "b", text: "A serum for smooth skin." },
  ];
  expect(await scan(lines.map((line) => JSON.stringify(line)).join("\n"))).toEqual([
    {
      id: 1,
      ingredients: [
        { printed: "Zinc Oxide 9%", name: "Zinc Oxide", section: "active", percent: 9 },
        { printed: "Water", name: "Water", section: "main" },
        { printed: "Glycerin", name: "Glycerin", section: "main" },
        { printed: "Mica", name: "Mica", section: "may-contain" },
      ],
    },
    { id: "b", ingredients: [] },
  ]);
});

test.each([
  ['{"id": 1}', /labels\.jsonl:1: "text" is missing/],
  ['{"id": 1, "text": "ok"}\nnonsense', /labels\.jsonl:2: this line is not JSON/],
  ["[1, 2]", /labels\.jsonl:1: this line is not a JSON object \(one JSON object a line/],
  ["null", /labels\.jsonl:1: this line is not a JSON object/],
  ['{"id": 1, "text": 7}', /labels\.jsonl:1: "text" must be a text, not a number/],
  ['{"id": 1, "text": ["Aqua"]}', /labels\.jsonl:1: "text" must be a text, not a list/],
  ['{"id": true, "text": "Aqua"}', /labels\.jsonl:1: "id" must be a text or a number, not true/],
])("%j is refused with its line", async (text, message) => {
  await expect(scan(text)).rejects.toThrow(message);
});

test("a file in another encoding is refused, not misread", async () => {
  const text = '{"id": 1, "text": "Aqua, Käse, Talc"}';
  await expect(scan(Buffer.from(text, "latin1"))).rejects.toThrow(/labels\.jsonl: this file is not UTF-8/);
});

test("a missing file is named", async () => {
  await expect(scanLabels(join(folder, "none.jsonl"), new Writable())).rejects.toThrow("none.jsonl");
});
