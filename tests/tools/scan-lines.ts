/** Files of JSON lines: read one by one, in order and in constant memory, and answered line by line. */
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import * as v from "valibot";
import { InputError } from "./input-error.ts";
import { inputError } from "./input-file.ts";

const ONE_A_LINE = "(one JSON object a line is wanted)";

/** Words for what valibot calls the types. */
const TYPES: Record<string, string> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  Array: "a list",
  Object: "an object",
  null: "null",
  "(string | number)": "a text or a number",
};
const typeName = (type: string): string =>
  TYPES[type] ?? (type.startsWith('("') ? `one of ${type.replace(/[()]/g, "").replaceAll(" |", ",")}` : type);

function parseLine<T>(schema: v.GenericSchema<unknown, T>, line: string, place: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new InputError(`${place}: this line is not JSON ${ONE_A_LINE}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new InputError(`${place}: this line is not a JSON object ${ONE_A_LINE}`);
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [{ expected, received, ...issue }] = parsed.issues;
  const field = v.getDotPath({ expected, received, ...issue } as v.BaseIssue<unknown>);
  if (received === "undefined") throw new InputError(`${place}: "${field}" is missing`);
  const isText = received.startsWith('"') && !expected?.startsWith('("');
  const got = isText ? "a text" : /^-?\d/.test(received) ? "a number" : typeName(received);
  throw new InputError(`${place}: "${field}" must be ${typeName(expected ?? "")}, not ${got}`);
}

/** The text of a stream of bytes. @throws TypeError where they are not UTF-8 */
async function* decoded(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of input) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

/**
 * Reads lines of a file and writes one line for each. Empty lines are passed over.
 * @param file path of the file, or "-" for standard input.
 * @throws InputError naming file and line for a line that cannot be read, or a file that cannot be opened.
 */
export async function scanLines<T>(
  file: string,
  schema: v.GenericSchema<unknown, T>,
  answer: (line: T) => unknown,
  out: NodeJS.WritableStream,
): Promise<void> {
  const name = file === "-" ? "standard input" : file;
  const input = file === "-" ? process.stdin : createReadStream(file);
  const failed = new Promise<never>((_, reject) => {
    input.once("error", (error: NodeJS.ErrnoException) => reject(inputError(name, error)));
  });
  const text = Readable.from(decoded(input));
  const notText = new Promise<never>((_, reject) => {
    text.once("error", (error) => {
      const what = "this file is not UTF-8; save it in that encoding first.";
      reject(error instanceof TypeError ? new InputError(`${name}: ${what}`) : error);
    });
  });
  const read = async () => {
    let number = 0;
    for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (line.trim() === "") continue;
      const result = answer(parseLine(schema, line.replace(/^\uFEFF/, ""), `${name}:${number}`));
      if (!out.write(`${JSON.stringify(result)}\n`)) await once(out, "drain");
    }
  };
  await Promise.race([read(), failed, notText]);
}
