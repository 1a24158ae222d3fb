/** Imports point one way. Folders of src, and what each may import from besides itself. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { expect, test } from "vitest";

const SRC = join(import.meta.dirname, "../../src");

type Allowed = {
  folders: string[] /** Folders of which only types may be imported. */;
  types: string[];
  packages: string[];
};
const RULES: Record<string, Allowed> = {
  engine: { folders: [], types: [], packages: ["fastest-levenshtein"] },
  rules: { folders: [], types: ["engine"], packages: ["valibot"] },
  page: { folders: [], types: ["engine"], packages: [] },
  platform: { folders: [], types: ["messaging"], packages: ["webextension-polyfill"] },
  messaging: { folders: ["platform"], types: ["engine"], packages: ["valibot", "webextension-polyfill"] },
  settings: { folders: ["platform"], types: ["engine"], packages: ["valibot"] },
  ui: { folders: [], types: ["engine", "messaging"], packages: ["preact"] },
  content: { folders: ["page", "ui", "platform"], types: ["engine", "messaging"], packages: ["preact"] },
  background: {
    folders: ["engine", "rules", "messaging", "settings", "platform"],
    types: [],
    packages: ["valibot", "webextension-polyfill", "virtual:rule-set"],
  },
  popup: { folders: ["ui", "messaging"], types: ["engine"], packages: ["preact"] },
  options: { folders: ["ui", "messaging"], types: ["engine"], packages: ["preact"] },
  "label-check": { folders: ["ui", "messaging"], types: ["engine"], packages: ["preact"] },
  routine: { folders: ["ui", "messaging"], types: ["engine"], packages: ["preact"] },
  welcome: { folders: ["ui", "messaging"], types: ["engine"], packages: ["preact"] },
  // Runs when building, never in the browser.
  build: {
    folders: ["engine", "rules"],
    types: [],
    packages: ["valibot", "vite", "yaml", "@crxjs/vite-plugin"],
  },
};
/** The model holds the words of the product: its constants may be named anywhere. */
const MODEL = "engine/model.ts";

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?["']([^"']+)["']/g;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const files = filesIn(SRC);

test("every folder of src has a rule", () => {
  const folders = new Set(files.map((file) => relative(SRC, file).split(sep)[0] ?? ""));
  expect([...folders].sort()).toEqual(Object.keys(RULES).sort());
});

test.each(files.map((file) => relative(SRC, file)))("%s imports only what its folder may", (file) => {
  const [folder = ""] = file.split(sep);
  const allowed = RULES[folder];
  const wrong: string[] = [];
  for (const [, type, from = ""] of readFileSync(join(SRC, file), "utf8").matchAll(IMPORT)) {
    if (!from.startsWith(".")) {
      const isNode = from.startsWith("node:") && folder === "build";
      const known = allowed?.packages.some((name) => from === name || from.startsWith(`${name}/`));
      if (!isNode && !known) wrong.push(from);
      continue;
    }
    const target = relative(SRC, normalize(join(SRC, dirname(file), from)));
    const [into = ""] = target.split(sep);
    const isModel = target === MODEL && folder !== "page";
    const mayImport = into === folder || into === ".." || isModel || allowed?.folders.includes(into);
    if (!mayImport && !(type && allowed?.types.includes(into))) wrong.push(from);
  }
  expect(wrong).toEqual([]);
});
