/** `scan --sentences`: the engine over a file of sentences, line by line, in constant memory and in order. */
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import * as v from "valibot";
import { readRuleSet } from "../../src/build/rules.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { ZONES } from "../../src/engine/model.ts";
import { InputError } from "./input-error.ts";
import { inputError } from "./input-file.ts";

const lineSchema = v.object({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  zone: v.optional(v.picklist(ZONES), "description"),
});

const NO_FACTS = { type: "unknown", name: "", brand: "", category: "", ingredients: "" } as const;

/** Every reading of one sentence, judged as of a leave-on product without a label. */
function findingsIn(engine: Engine, { text, zone }: v.InferOutput<typeof lineSchema>) {
  const readings = engine
    .read({ text, zone })
    .map((reading) => ({ ...reading, frame: 0, block: 0, zone, hidden: false }));
  const { findings } = engine.judge({
    facts: NO_FACTS,
    kind: "leave-on",
    readings,
    labels: [],
    settings: { rules: {}, mark: "default" },
    truncated: false,
    otherLanguages: false,
    most: Number.POSITIVE_INFINITY,
  });
  return findings
    .sort((a, b) => a.start - b.start)
    .map(({ rule, rung, verdict, marked, quote, start, end }) => ({
      rule,
      rung,
      verdict,
      marked,
      quote,
      start,
      end,
    }));
}

function parseLine(line: string, place: string) {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new InputError(`${place}: this line is not JSON`);
  }
  const parsed = v.safeParse(lineSchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue);
  if (field === null) throw new InputError(`${place}: this line is not a JSON object`);
  const isMissing = issue.received === "undefined";
  throw new InputError(`${place}: "${field}" ${isMissing ? "is missing" : `is wrong: ${issue.message}`}`);
}

/**
 * Reads `{id, text, zone?}` lines and writes `{id, findings}` lines. Empty lines are passed over.
 * @param file path of the file, or "-" for standard input.
 * @throws InputError naming file and line for a line that cannot be read, or a file that cannot be opened.
 */
export async function scanSentences(file: string, out: NodeJS.WritableStream): Promise<void> {
  const engine = createEngine(readRuleSet());
  const name = file === "-" ? "standard input" : file;
  const input = file === "-" ? process.stdin : createReadStream(file);
  const failed = new Promise<never>((_, reject) => {
    input.once("error", (error: NodeJS.ErrnoException) => reject(inputError(name, error)));
  });
  const read = async () => {
    let number = 0;
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (line.trim() === "") continue;
      const sentence = parseLine(line.replace(/^\uFEFF/, ""), `${name}:${number}`);
      const result = { id: sentence.id, findings: findingsIn(engine, sentence) };
      if (!out.write(`${JSON.stringify(result)}\n`)) await once(out, "drain");
    }
  };
  await Promise.race([read(), failed]);
}
