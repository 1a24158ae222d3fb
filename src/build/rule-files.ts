/** Reading one YAML file of rules, with errors that say where. */
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import * as v from "valibot";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";

/** Something in a rule file is wrong: `file:line:column: what`. */
export class RuleFileError extends Error {
  constructor(file: string, line: number, column: number, message: string) {
    super(`${relative(process.cwd(), file)}:${line}:${column}: ${message}`);
    this.name = "RuleFileError";
  }
}

export type RuleFile<T> = {
  value: T;
  /** An error that points at the value under `path` (or at the nearest parent that is written in the file). */
  errorAt(path: (string | number)[], message: string, columnOffset?: number): RuleFileError;
};

function placeOf(document: Document, lines: LineCounter, path: (string | number)[]) {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]);
  }
  return { line: 1, col: 1 };
}

/**
 * Reads and checks one file.
 * @throws RuleFileError naming file, line and column of the first thing that is wrong.
 */
export function readRuleFile<T>(file: string, schema: v.GenericSchema<unknown, T>): RuleFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax) {
    const { line, col } = lines.linePos(syntax.pos[0]);
    throw new RuleFileError(file, line, col, syntax.message.split("\n")[0] ?? "is not YAML");
  }
  const errorAt: RuleFile<T>["errorAt"] = (path, message, columnOffset = 0) => {
    const { line, col } = placeOf(document, lines, path);
    return new RuleFileError(file, line, col + columnOffset, message);
  };
  const result = v.safeParse(schema, document.toJS());
  if (result.success) return { value: result.output, errorAt };
  const [issue] = result.issues;
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  throw errorAt(path, `${path.join(".") || "the file"} ${issue.message}`);
}
