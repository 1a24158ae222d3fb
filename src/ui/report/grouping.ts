/** Claims as the popup lists them: those of one rule together, and the same words only once. */
import type { FindingView } from "../../messaging/messages.ts";

/** The same words, once or at several places of the page. */
export type Said = { key: string; quote: string; findings: FindingView[] };

/** Claims of which the same is said. `view` is one of them. */
export type SameAnswer = { key: string; view: FindingView; said: Said[] };

/** Equal for claims that get the same answer. */
function answerKey({
  rule,
  verdict,
  says,
  because,
  instead,
  reason,
  evidenceCertainty,
}: FindingView): string {
  return JSON.stringify([rule, verdict, says, because, instead, reason, evidenceCertainty]);
}

/** Equal for quotes that differ in case and white space only. */
function wordsKey(quote: string): string {
  return quote.trim().replace(/\s+/g, " ").toLowerCase();
}

function together<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item, Item[]][] {
  const groups = new Map<string, [string, Item, Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [key, item, [item]]);
    else group[2].push(item);
  }
  return [...groups.values()];
}

/** Puts claims together by rule and answer, and within these by their words; all in the order of first appearance. */
export function sameAnswers(findings: readonly FindingView[]): SameAnswer[] {
  return together(findings, answerKey).map(([key, view, members]) => ({
    key,
    view,
    said: together(members, ({ quote }) => wordsKey(quote)).map(([words, { quote }, same]) => ({
      key: words,
      quote,
      findings: same,
    })),
  }));
}
