/**
 * `npm run -s accuracy -- FILE.jsonl...`: how well claims are read, against sentences that people have labelled. A line is
 * {"id", "text", "label", "sub"?, "span"?}: label hype_permanent (sub "strong": rung 4 or 5, with its span; else rung 3),
 * appearance (2 or 3), cleansing (1), neutral or debunk (no claim). With `--list` what was read otherwise is shown.
 */
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { RuleFileError } from "../../src/build/rule-files.ts";
import { readRuleSet } from "../../src/build/rules.ts";
import { createReader } from "../../src/engine/claims/read.ts";
import { InputError } from "./input-error.ts";
import { inputError } from "./input-file.ts";

const lineSchema = v.object({
  id: v.string(),
  text: v.string(),
  label: v.picklist(["hype_permanent", "appearance", "cleansing", "neutral", "debunk"]),
  sub: v.nullish(v.string()),
  span: v.nullish(v.string()),
  /** Further strong claims in the sentence. */
  more: v.nullish(v.array(v.string())),
});
type Labelled = v.InferOutput<typeof lineSchema>;

const CLASSES = ["strong", "look", "cleaning", "none"] as const;
type Class = (typeof CLASSES)[number];

function linesOf(file: string): Labelled[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw inputError(file, error as NodeJS.ErrnoException);
  }
  return text.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      const sentence = v.parse(lineSchema, JSON.parse(line.replace(/^\uFEFF/, "")));
      if (sentence.span && !sentence.text.includes(sentence.span))
        throw new Error("the span is not in the text");
      return [sentence];
    } catch (error) {
      throw new InputError(`${file}:${at + 1}: ${(error as Error).message}`);
    }
  });
}

function labelled({ label, sub }: Labelled): Class {
  if (label === "hype_permanent") return sub === "strong" ? "strong" : "look";
  if (label === "appearance") return "look";
  return label === "cleansing" ? "cleaning" : "none";
}

const classOf = (rung: number): Class => (rung >= 4 ? "strong" : rung >= 2 ? "look" : "cleaning");

/** Characters in both spans over characters in either. */
function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both <= 0 ? 0 : both / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function main(args: string[]): void {
  const files = args.filter((arg) => !arg.startsWith("-"));
  const unknown = args.find((arg) => arg.startsWith("-") && arg !== "--list");
  if (unknown !== undefined)
    throw new InputError(`Unknown argument "${unknown}": accuracy FILE.jsonl... [--list]`);
  if (files.length === 0) throw new InputError("Name a file of labelled sentences: accuracy FILE.jsonl");
  const { read } = createReader(readRuleSet());
  const sum = {
    right: 0,
    wrong: 0,
    missed: 0,
    same: 0,
    total: 0,
    spans: 0,
    spansRight: 0,
    quiet: 0,
    marked: 0,
  };
  for (const sentence of files.flatMap(linesOf)) {
    const readings = read({ text: sentence.text, zone: "description" }).filter(
      ({ polarity, object }) => polarity === "asserted" && object === "pores",
    );
    const found = readings.map(({ rung }) => classOf(rung));
    const is = CLASSES.find((one) => found.includes(one)) ?? "none";
    const should = labelled(sentence);
    const strong = readings.filter(({ rung }) => rung >= 4);
    sum.total += 1;
    if (is === should) sum.same += 1;
    if (is === "strong" && should === "strong") {
      sum.right += 1;
      const spans = [sentence.span, ...(sentence.more ?? [])].flatMap((span) => {
        const start = span ? sentence.text.indexOf(span) : -1;
        return span && start !== -1 ? [{ start, end: start + span.length }] : [];
      });
      if (spans.length > 0) {
        sum.spans += 1;
        const best = Math.max(...strong.flatMap((one) => spans.map((span) => overlap(one, span))));
        if (best >= 0.5) sum.spansRight += 1;
        else if (args.includes("--list")) console.log(`span  ${strong[0]?.quote} | ${sentence.span}`);
      }
    } else if (is === "strong") sum.wrong += 1;
    else if (should === "strong") sum.missed += 1;
    if (should === "none") {
      sum.quiet += 1;
      if (strong.length > 0) sum.marked += 1;
    }
    if (is !== should && args.includes("--list")) {
      console.log(`${should} read as ${is}  ${sentence.id}  ${sentence.text}`);
      for (const { rung, quote } of readings) console.log(`    ${rung}: ${quote}`);
    }
  }
  const share = (part: number, of: number) =>
    of === 0 ? "none" : `${part} of ${of} (${(part / of).toFixed(3)})`;
  console.log(`strong claims: precision ${share(sum.right, sum.right + sum.wrong)}`);
  console.log(`strong claims: recall ${share(sum.right, sum.right + sum.missed)}`);
  console.log(`spans that overlap by half: ${share(sum.spansRight, sum.spans)}`);
  console.log(`four-way reading right: ${share(sum.same, sum.total)}`);
  console.log(`neutral and debunking sentences with a strong claim: ${share(sum.marked, sum.quiet)}`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError || error instanceof RuleFileError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
