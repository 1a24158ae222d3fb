/** Files of JSON lines: read one by one, in order and in constant memory, and answered line by line. */
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import * as v from "valibot";
import { InputError } from "./input-error.ts";
import { inputError } from "./input-file.ts";

function parseLine<T>(schema: v.GenericSchema<unknown, T>, line: string, place: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new InputError(`${place}: this line is not JSON`);
  }
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue);
  if (field === null) throw new InputError(`${place}: this line is not a JSON object`);
  const isMissing = issue.received === "undefined";
  throw new InputError(`${place}: "${field}" ${isMissing ? "is missing" : `is wrong: ${issue.message}`}`);
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
  const read = async () => {
    let number = 0;
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (line.trim() === "") continue;
      const result = answer(parseLine(schema, line.replace(/^\uFEFF/, ""), `${name}:${number}`));
      if (!out.write(`${JSON.stringify(result)}\n`)) await once(out, "drain");
    }
  };
  await Promise.race([read(), failed]);
}
