/** Reading one YAML file of rules, with errors that say where. */
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import * as v from "valibot";
import { type Document, isNode, isScalar, LineCounter, type Node, parseDocument } from "yaml";

/** Something in a rule file is wrong: `file:line:column: what`. */
export class RuleFileError extends Error {
  constructor(file: string, line: number, column: number, message: string) {
    super(`${relative(process.cwd(), file)}:${line}:${column}: ${message}`);
    this.name = "RuleFileError";
  }
}

export type RuleFile<T> = {
  value: T;
  /**
   * An error that points at the value under `path` (or at the nearest parent that is written in the file).
   * @param offset characters into that value, where it is text.
   */
  errorAt(path: (string | number)[], message: string, offset?: number): RuleFileError;
};

/** How far into the source of a text its `offset`th character stands: past quotes, block marks and line breaks. */
function sourceOffset(source: string, value: string, type: string | undefined, offset: number): number {
  const isQuoted = type === "QUOTE_SINGLE" || type === "QUOTE_DOUBLE";
  const isBlock = type === "BLOCK_FOLDED" || type === "BLOCK_LITERAL";
  let at = isBlock ? source.indexOf("\n") + 1 : Number(isQuoted);
  const isSpace = (character: string | undefined) => character !== undefined && /\s/.test(character);
  const skip = () => {
    while (isSpace(source[at])) at += 1;
    const escaped = type === "QUOTE_SINGLE" ? "''" : "\\";
    if (isQuoted && source.startsWith(escaped, at)) at += 1;
  };
  skip();
  for (const character of value.slice(0, offset)) {
    if (isSpace(character)) continue;
    at += 1;
    skip();
  }
  return at;
}

/** Where the `index`th word of a line of words begins. */
function wordOffset(value: string, index: number): number {
  return [...value.matchAll(/\S+/g)][index]?.index ?? 0;
}

function placeOf(
  document: Document,
  source: string,
  lines: LineCounter,
  path: (string | number)[],
  offset: number,
) {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : (document.getIn(path.slice(0, length), true) as Node);
    if (!isNode(node) || !node.range) continue;
    const [start, end] = node.range;
    if (!isScalar(node) || typeof node.value !== "string") return lines.linePos(start);
    // A set may be a line of plain words, each of which is a phrase.
    const word = path[length];
    const into = offset + (typeof word === "number" ? wordOffset(node.value, word) : 0);
    return lines.linePos(start + sourceOffset(source.slice(start, end), node.value, node.type, into));
  }
  return { line: 1, col: 1 };
}

const isUnknown = ({ expected }: v.BaseIssue<unknown>): boolean => expected === "never";

/** What is wrong, in words for the author of a file. */
function inWords(issue: v.BaseIssue<unknown>): string {
  const { message, expected, received, requirement } = issue;
  if (isUnknown(issue)) return "is not a field that this file can have";
  if (received === "undefined") return "is missing";
  if (message.startsWith("Invalid length")) return `needs at least ${requirement}`;
  return message.startsWith("Invalid type") ? `is ${received}, and must be ${expected}` : message;
}

/**
 * Reads and checks one file.
 * @throws RuleFileError naming file, line and column of the first thing that is wrong.
 */
export function readRuleFile<T>(file: string, schema: v.GenericSchema<unknown, T>): RuleFile<T> {
  const lines = new LineCounter();
  const source = readFileSync(file, "utf8");
  const document = parseDocument(source, { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax) {
    const { line, col } = lines.linePos(syntax.pos[0]);
    throw new RuleFileError(file, line, col, syntax.message.split("\n")[0] ?? "is not YAML");
  }
  const errorAt: RuleFile<T>["errorAt"] = (path, message, offset = 0) => {
    const { line, col } = placeOf(document, source, lines, path, offset);
    return new RuleFileError(file, line, col, message);
  };
  const result = v.safeParse(schema, document.toJS());
  if (result.success) return { value: result.output, errorAt };
  // A name that is written wrongly is also missing: the wrong one is where the author must look.
  const issue = result.issues.find(isUnknown) ?? result.issues[0];
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  throw errorAt(path, `${path.join(".") || "the file"} ${inWords(issue)}`);
}
