/** The parts of a text that are worth reading: the sentences around whatever may belong to a claim. */

import { CHARACTER, characterAt } from "../text/characters.ts";
import type { AnchorFinder } from "./anchors.ts";

/** Half-open range of UTF-16 offsets. */
export type Window = { start: number; end: number };

/** A text no longer than this is read whole. */
const WHOLE_MOST = 600;
/** Sentence ends on either side up to which a window reaches: its own, and that of the sentence beside it. */
const SENTENCES = 2;
/** Characters on either side beyond which a window does not reach, wherever sentences end. */
const SIDE_MOST = 600;
/** Characters after which a window that goes on and on is begun anew. */
const WINDOW_MOST = 16_384;

function edge(text: string, from: number, step: 1 | -1): number {
  const last = step === 1 ? Math.min(text.length, from + SIDE_MOST) : Math.max(0, from - SIDE_MOST);
  let sentences = 0;
  let inside = true;
  let at = from;
  for (; at !== last; at += step) {
    const flags = characterAt(text, step === 1 ? at : at - 1);
    if (flags & CHARACTER.sentence) {
      if (inside) sentences += 1;
      inside = false;
      if (sentences === SENTENCES) return at;
    } else if (!(flags & CHARACTER.space)) inside = true;
  }
  if (at === 0 || at === text.length) return at;
  // Not through the middle of a word, where there are spaces.
  for (let back = at; back !== from; back -= step) {
    if (characterAt(text, step === 1 ? back : back - 1) & CHARACTER.space) return back;
  }
  return at;
}

/**
 * Windows of a text in order, without overlap.
 * @param anchors finds what every claim holds; @param odd whether the text is oddly written.
 */
export function* windowsOf(text: string, anchors: AnchorFinder, odd: boolean): Generator<Window> {
  const next = anchors.in(text, odd);
  let hit = next(0);
  if (hit === -1) return;
  if (text.length <= WHOLE_MOST) {
    yield { start: 0, end: text.length };
    return;
  }
  let start = edge(text, hit - 1, -1);
  let end = edge(text, hit, 1);
  // The end of the last hit within the window, up to whose sentence it has still to be stretched.
  let inside = -1;
  for (hit = next(hit); hit !== -1; hit = next(hit)) {
    if (hit <= end) {
      inside = hit;
      continue;
    }
    if (inside !== -1) end = Math.max(end, edge(text, inside, 1));
    inside = -1;
    const before = Math.max(end, edge(text, hit - 1, -1));
    if (before > end || end - start > WINDOW_MOST) {
      yield { start, end };
      start = before;
    }
    end = edge(text, hit, 1);
  }
  if (inside !== -1) end = Math.max(end, edge(text, inside, 1));
  yield { start, end };
}
