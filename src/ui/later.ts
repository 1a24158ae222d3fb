/** Puts something off, so that it can be called off before; tests hand in another way and wait for nothing. */

/** Runs something later. Gives the way to call it off. */
export type Later = (run: () => void) => () => void;

/** Runs after a rest. @param ms above 0 */
export const after =
  (ms: number): Later =>
  (run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
