/** `scan --sentences`: the engine over a file of sentences. */
import * as v from "valibot";
import { readRuleSet } from "../../src/build/rules.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { ZONES } from "../../src/engine/model.ts";
import { scanLines } from "./scan-lines.ts";

const lineSchema = v.object({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  zone: v.optional(v.picklist(ZONES), "description"),
});

const NO_FACTS = { type: "unknown", name: "", brand: "", category: "", ingredients: "", shop: null } as const;

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

/**
 * Reads `{id, text, zone?}` lines and writes `{id, findings}` lines.
 * @param file path of the file, or "-" for standard input.
 * @throws InputError as `scanLines` does.
 */
export async function scanSentences(file: string, out: NodeJS.WritableStream): Promise<void> {
  const engine = createEngine(readRuleSet());
  await scanLines(file, lineSchema, (line) => ({ id: line.id, findings: findingsIn(engine, line) }), out);
}
