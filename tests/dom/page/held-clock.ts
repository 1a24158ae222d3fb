import type { Clock } from "../../../src/page/work.ts";

/** Time that stands still until `pass` is called. */
export function heldClock() {
  let waiting: { due: number; task: () => void }[] = [];
  let now = 0;
  const clock: Clock = {
    now: () => now,
    soon: (task) => void waiting.push({ due: now, task }),
    after: (ms, task) => {
      const entry = { due: now + ms, task };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((each) => each !== entry);
      };
    },
  };
  const pass = (ms: number) => {
    now += ms;
    const due = waiting.filter((each) => each.due <= now);
    waiting = waiting.filter((each) => each.due > now);
    for (const { task } of due) task();
  };
  return { clock, pass, waiting: () => waiting.length };
}
