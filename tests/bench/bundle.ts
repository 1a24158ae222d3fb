/** One script from a module of `in-page` and all that it imports, to be run in a page that the extension is not in. */
import { resolve } from "node:path";
import { build } from "vite";
import { anchorSources } from "../../src/build/anchor-sources.ts";
import { pageAnchors } from "../../src/build/rules.ts";

/**
 * Bundles a module of tests/bench/in-page; its exports become the properties of the global `bench`.
 * @throws Error if it does not build
 */
export async function inPageScript(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "warn",
    define: {
      __ANCHORS__: JSON.stringify(anchorSources(pageAnchors())),
      "process.env.NODE_ENV": '"production"',
    },
    build: {
      write: false,
      target: "chrome120",
      lib: { entry: resolve(import.meta.dirname, "in-page", name), formats: ["iife"], name: "bench" },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output !== undefined && "output" in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${name} gave no script.`);
  return chunk.code;
}
