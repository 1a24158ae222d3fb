/** Files that the user names: read, or refused with a sentence that says what is the matter. */
import { readFileSync } from "node:fs";
import { InputError } from "./input-error.ts";

const WHY: Record<string, string> = {
  ENOENT: "there is no such file.",
  ENOTDIR: "there is no such file.",
  EISDIR: "this is a folder, not a file.",
  EACCES: "this file may not be read.",
  EPERM: "this file may not be read.",
};

/** What is the matter with a file that could not be read, as an error that names it. */
export function inputError(file: string, { code = "", message }: NodeJS.ErrnoException): InputError {
  return new InputError(`${file}: ${WHY[code] ?? message}`);
}

/** The content of a file. @throws InputError that names the file, if it is not there, is a folder, closed to us or empty */
export function readInput(file: string): Buffer {
  let body: Buffer;
  try {
    body = readFileSync(file);
  } catch (error) {
    throw inputError(file, error as NodeJS.ErrnoException);
  }
  if (body.length === 0) throw new InputError(`${file}: the file is empty.`);
  return body;
}
