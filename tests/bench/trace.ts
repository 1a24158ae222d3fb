/** Chromium's own record of what ran when, and which of it was the extension's. Times in ms of the thread, so that waiting for a busy machine does not count. */
import type { Page } from "playwright";

type Event = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: { url?: string; startTime?: number } & Partial<Chunk>; fileName?: string };
};
type Node = { id: number; parent?: number; callFrame: { url?: string } };
type Chunk = { cpuProfile?: { nodes?: Node[]; samples?: number[] }; timeDeltas?: number[] };

export type Trace = { readonly events: readonly Event[]; readonly from: string };

const TIMELINE = ["devtools.timeline", "disabled-by-default-devtools.timeline"];
const PROFILE = "disabled-by-default-v8.cpu_profiler";
/** What the browser records when it begins to run a script. */
const ENTRY = ["EvaluateScript", "v8.compile", "FunctionCall"];

/**
 * Records while `work` runs.
 * @param from start of the addresses of the scripts that are meant
 * @param profile also take samples, which slows the page a little but shows what runs after a promise
 */
export async function traced(
  page: Page,
  { from, profile = false }: { from: string; profile?: boolean },
  work: () => Promise<unknown>,
): Promise<Trace> {
  const browser = page.context().browser();
  if (browser === null) throw new Error("The browser cannot be reached.");
  await browser.startTracing(page, { categories: profile ? [...TIMELINE, PROFILE] : TIMELINE });
  let buffer: Buffer;
  try {
    await work();
  } finally {
    buffer = await browser.stopTracing();
  }
  return { events: (JSON.parse(buffer.toString("utf8")) as { traceEvents: Event[] }).traceEvents, from };
}

const inside = (outer: Event, ts: number) => ts >= outer.ts && ts < outer.ts + (outer.dur ?? 0);

/** Ms that the scripts ran, as far as the browser says so: begun by an event, a timer or the start; not after a promise. */
export function scriptMs({ events, from }: Trace): number {
  const own = events
    .filter(({ name, ph, args }) => {
      const place = args.data?.url ?? args.fileName;
      return ph === "X" && ENTRY.includes(name) && place?.startsWith(from);
    })
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  let sum = 0;
  let last: Event | null = null;
  for (const event of own) {
    if (last !== null && last.pid === event.pid && inside(last, event.ts)) continue;
    last = event;
    sum += event.tdur ?? event.dur ?? 0;
  }
  return sum / 1_000;
}

/** Times of the samples in which a script of ours was on the stack, and of all, for one process. */
function samplesOf(events: readonly Event[], from: string): { ours: number[]; all: number[] } {
  const nodes = new Map<number, Node>();
  const ours: number[] = [];
  const all: number[] = [];
  const known = new Map<number, boolean>();
  const isOurs = (id: number): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const node = nodes.get(id);
    const answer =
      node !== undefined &&
      (node.callFrame.url?.startsWith(from) === true || (node.parent !== undefined && isOurs(node.parent)));
    known.set(id, answer);
    return answer;
  };
  let time = 0;
  for (const { name, args } of events) {
    if (name === "Profile") time = args.data?.startTime ?? time;
    if (name !== "ProfileChunk") continue;
    for (const node of args.data?.cpuProfile?.nodes ?? []) nodes.set(node.id, node);
    for (const [at, id] of (args.data?.cpuProfile?.samples ?? []).entries()) {
      time += args.data?.timeDeltas?.[at] ?? 0;
      all.push(time);
      if (isOurs(id)) ours.push(time);
    }
  }
  return { ours, all };
}

/**
 * For each turn of the page's thread in which our scripts ran, how many ms of it were theirs, the longest first. Needs a
 * trace with a profile.
 */
export function ownTasks({ events, from }: Trace): number[] {
  const tasks: number[] = [];
  for (const pid of new Set(events.map((event) => event.pid))) {
    const mine = events.filter((event) => event.pid === pid).sort((a, b) => a.ts - b.ts);
    const { ours, all } = samplesOf(
      mine.filter(({ name }) => name.startsWith("Profile")),
      from,
    );
    if (ours.length === 0) continue;
    const turns = mine.filter(({ name, ph }) => name === "RunTask" && ph === "X");
    let [at, atAll] = [0, 0];
    for (const turn of turns) {
      const end = turn.ts + (turn.dur ?? 0);
      let [theirs, every] = [0, 0];
      while ((ours[at] ?? end) < turn.ts) at += 1;
      while ((all[atAll] ?? end) < turn.ts) atAll += 1;
      while ((ours[at] ?? end) < end) {
        at += 1;
        theirs += 1;
      }
      while ((all[atAll] ?? end) < end) {
        atAll += 1;
        every += 1;
      }
      if (theirs > 0 && every > 0) tasks.push(((turn.tdur ?? turn.dur ?? 0) * theirs) / every / 1_000);
    }
  }
  return tasks.sort((a, b) => b - a);
}
