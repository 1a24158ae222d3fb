/** Small extensions to measure against, written to a temporary folder: one that does nothing, one that only asks its worker, one with mark.js. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pageAnchors } from "../../src/build/rules.ts";
import { DEMO_ORIGIN } from "../tools/demo.ts";

/** Paints the page's first words, so that the same thing can be waited for as with ours. */
const PAINT = `const painted = new StaticRange({ startContainer: document.body, startOffset: 0, endContainer: document.body, endOffset: 1 });
CSS.highlights.set("yardstick", new Highlight(painted));`;

const SCRIPTS = {
  /** Nothing at document_start. */
  empty: () => "// Nothing.\n",
  /** At DOMContentLoaded one message to the worker; on the answer one highlight. The least that ours could take. */
  ask: () =>
    `addEventListener("DOMContentLoaded", async () => { await chrome.runtime.sendMessage("?"); ${PAINT} }, { once: true, capture: true });\n`,
  /** At DOMContentLoaded mark.js wraps all that ours looks for. */
  markJs: () =>
    `${readFileSync(createRequire(import.meta.url).resolve("mark.js/dist/mark.min.js"), "utf8")}
addEventListener("DOMContentLoaded", () => {
  new globalThis.Mark(document.body).markRegExp(new RegExp(${JSON.stringify(pageAnchors())}, "gi"), { acrossElements: true });
  ${PAINT}
}, { once: true, capture: true });\n`,
};
export type Yardstick = keyof typeof SCRIPTS;

/** Writes one of them. @returns its folder, to be removed by the caller */
export function yardstick(name: Yardstick): string {
  const folder = mkdtempSync(join(tmpdir(), `poreality-${name}-`));
  const manifest = {
    manifest_version: 3,
    name: `yardstick ${name}`,
    version: "1.0",
    background: { service_worker: "worker.js" },
    content_scripts: [{ matches: [`${DEMO_ORIGIN}/*`], js: ["content.js"], run_at: "document_start" }],
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "content.js"), SCRIPTS[name]());
  writeFileSync(
    join(folder, "worker.js"),
    "chrome.runtime.onMessage.addListener((message, sender, answer) => answer(1));\n",
  );
  return folder;
}
