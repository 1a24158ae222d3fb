/** Next and previous claim, by keyboard: through the documents of a tab and, at the end, around. */
import type { PageStepAnswer } from "../messaging/messages.ts";
import { browser } from "../platform/browser.ts";
import { type Context, tell } from "./context.ts";
import type { TabState } from "./tab-state.ts";

/** Shortcuts of the manifest, and which way they go. */
const COMMANDS: Record<string, 1 | -1 | undefined> = { "next-claim": 1, "previous-claim": -1 };

/** Frames of a tab that have marks: the page itself, then those inside it. */
function markedFrames({ docs, report }: TabState): number[] {
  const marked = new Set(report.findings.flatMap(({ marked, frame }) => (marked ? [frame] : [])));
  return Object.keys(docs)
    .map(Number)
    .filter((frame) => marked.has(frame))
    .sort((a, b) => a - b);
}

/** Shows the claim after (1) or before (-1) the one shown last. False where the tab has none that can be seen. */
export async function step(context: Context, tabId: number, by: 1 | -1): Promise<boolean> {
  const state = await context.states.get(tabId);
  if (state === undefined) return false;
  const frames = markedFrames(state);
  const { last } = state;
  const begin = last === undefined ? -1 : frames.indexOf(last.frame);
  const first = begin >= 0 ? begin : by > 0 ? 0 : frames.length - 1;
  // The document that we are in comes twice: its rest first and, once around, its beginning.
  for (let turn = 0; turn <= frames.length; turn += 1) {
    const frame = frames.at((first + by * turn) % frames.length);
    const docId = frame === undefined ? undefined : state.docs[frame]?.docId;
    if (frame === undefined || docId === undefined) continue;
    const from = turn === 0 && begin >= 0 ? (last?.finding ?? null) : null;
    const answer = await tell<PageStepAnswer>(tabId, { type: "page.step", docId, from, by }, frame);
    if (!answer?.shown) continue;
    // Where only the words could be lit up, no card was opened that would have told us.
    const shown = { frame, finding: answer.shown };
    await context.states.update(tabId, async (now) => now && { ...now, last: shown });
    return true;
  }
  return false;
}

/** Answers a shortcut. Where there is nothing to go to, the popup opens and says why. */
export async function onCommand(context: Context, command: string, tabId: number | undefined): Promise<void> {
  const by = COMMANDS[command];
  if (by === undefined) return;
  const tab = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (tab === undefined || (await step(context, tab, by))) return;
  // Browsers that let only a press of the mouse open it, show nothing.
  await browser.action.openPopup().catch(() => undefined);
}
