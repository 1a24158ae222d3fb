/** Where the main script finds the reader script: both live in the same isolated world, injected at different times. */
import type { Anchors } from "../page/anchors.ts";
import type { Session, SessionOptions } from "./session.ts";

export type ReaderOptions = SessionOptions & {
  /** What finds the words of which every claim holds one; the main script has it already. */
  anchors: Anchors;
};
export type ReaderScript = {
  /** Begins to read a document. `ended` is called when it takes itself down: the site is off, or the extension gone. */
  begin(options: ReaderOptions, ended: (orphaned: boolean) => void): Session;
};

const KEY = Symbol.for("poreality.reader");
const globals = globalThis as { [KEY]?: ReaderScript };

export const registerReader = (script: ReaderScript): void => {
  globals[KEY] = script;
};
/** The reader script, once the background has injected it. */
export const registeredReader = (): ReaderScript | undefined => globals[KEY];
