/** Time and turns: long work is cut into slices so that the page stays smooth. One clock, so that tests can own it. */

export type Clock = {
  /** Milliseconds since any fixed moment. */
  now(): number;
  /** Runs `task` in a turn of its own, as soon as the page has had its say. */
  soon(task: () => void): void;
  /** Runs `task` after `ms`. Returns the way to call it off. */
  after(ms: number, task: () => void): () => void;
};

/** Milliseconds after which a slice ends. 5 to 12 ms were measured to leave no long task. */
export const SLICE_MS = 8;

type PostTask = { postTask?: (task: () => void, options: { priority: string }) => Promise<void> };

/** The browser's own clock. `postTask` gave shorter frame gaps than `scheduler.yield`. */
export function browserClock(): Clock {
  const scheduler = (globalThis as { scheduler?: PostTask }).scheduler;
  return {
    now: () => performance.now(),
    soon(task) {
      if (scheduler?.postTask) void scheduler.postTask(task, { priority: "user-visible" });
      else {
        const channel = new MessageChannel();
        channel.port1.onmessage = task;
        channel.port2.postMessage(0);
      }
    },
    after(ms, task) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  };
}

/** Ms of the page's own thread that were used, and the longest turn among them. */
export type Spent = { total: number; longest: number };

/** Runs `work` in one piece and adds its time to `spent`. */
export function timed<Value>(clock: Clock, spent: Spent, work: () => Value): Value {
  const started = clock.now();
  const value = work();
  const took = clock.now() - started;
  spent.total += took;
  spent.longest = Math.max(spent.longest, took);
  return value;
}

/**
 * Runs `steps` to its end, giving way every `SLICE_MS`. The first slice runs at once. `done` is called in the turn of
 * the last step. Time used is added to `spent`.
 */
export function runInSlices(
  steps: Iterator<void>,
  clock: Clock,
  spent: Spent,
  done: () => void,
  alive: () => boolean = () => true,
): void {
  const slice = () => {
    if (!alive()) return;
    const started = clock.now();
    let finished = false;
    do finished = steps.next().done === true;
    while (!finished && clock.now() - started < SLICE_MS);
    const took = clock.now() - started;
    spent.total += took;
    spent.longest = Math.max(spent.longest, took);
    if (finished) done();
    else clock.soon(slice);
  };
  slice();
}
