/** `scan --labels`: the reader of ingredient lists over a file of label texts. */
import * as v from "valibot";
import { readRuleSet } from "../../src/build/rules.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { scanLines } from "./scan-lines.ts";

const lineSchema = v.object({ id: v.union([v.string(), v.number()]), text: v.string() });

/**
 * Reads `{id, text}` lines and writes `{id, ingredients: [{printed, name, section, percent?}]}` lines; the list is empty
 * where the text is no ingredient list.
 * @param file path of the file, or "-" for standard input.
 * @throws InputError as `scanLines` does.
 */
export async function scanLabels(file: string, out: NodeJS.WritableStream): Promise<void> {
  const engine = createEngine(readRuleSet());
  const ingredientsIn = (text: string) =>
    (engine.readLabel(text)?.entries ?? []).map(({ printed, name, section, percent }) => ({
      printed,
      name,
      section,
      ...(percent === undefined ? {} : { percent }),
    }));
  await scanLines(file, lineSchema, ({ id, text }) => ({ id, ingredients: ingredientsIn(text) }), out);
}
