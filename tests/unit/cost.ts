/**
 * Ms of processor time that `work` takes, the least of five runs. Not the time on the clock: that grows with whatever
 * else the machine is doing.
 */
export function cost(work: () => unknown): number {
  const runs = [0, 1, 2, 3, 4].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...runs);
}
