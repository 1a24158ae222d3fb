/** What the user gave cannot be read: shown as one line, with exit status 2. The message names the file and the line. */
export class InputError extends Error {
  override name = "InputError";
}
