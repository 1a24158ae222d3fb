/** Puts off the reading of a text until the reader's hands rest. */

/** Runs something later. Gives the way to call it off. */
export type Later = (run: () => void) => () => void;

/** Longer than the time between two keys, shorter than one notices as a wait. */
const REST_MS = 250;

/** Runs after a short rest. */
export const afterRest: Later = (run) => {
  const timer = setTimeout(run, REST_MS);
  return () => clearTimeout(timer);
};
