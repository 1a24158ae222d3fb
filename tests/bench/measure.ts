/** Numbers from repeated runs. Machines are shared and noisy, so what is compared is run in turn, and medians are taken. */

/** The middle value; the upper one of two. NaN of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/**
 * Runs each work once a round, in turn, so that whatever else the machine does meets all of them. The order is reversed
 * every other round.
 * @returns what each run returned, by name
 */
export async function inTurn<Name extends string, Value>(
  rounds: number,
  works: Record<Name, () => Promise<Value> | Value>,
): Promise<Record<Name, Value[]>> {
  const names = Object.keys(works) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Value[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) results[name].push(await works[name]());
  }
  return results;
}
