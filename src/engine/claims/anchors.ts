import type { Need } from "../phrase/compile.ts";

const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

function wordsOf(need: Need): string[] {
  if (typeof need === "string") return [need];
  return ("all" in need ? need.all : need.any).flatMap(wordsOf);
}

type Choice = { words: string[]; cost: number };

/** The cheapest words such that whatever meets the need holds one of them; null where nothing is needed. */
function cheapest(need: Need, costOf: (word: string) => number): Choice | null {
  if (typeof need === "string") return { words: [need], cost: costOf(need) };
  if ("all" in need) {
    let best: Choice | null = null;
    for (const part of need.all) {
      const choice = cheapest(part, costOf);
      if (choice !== null && (best === null || choice.cost < best.cost)) best = choice;
    }
    return best;
  }
  const union = new Set<string>();
  for (const option of need.any) {
    const choice = cheapest(option, costOf);
    if (choice === null) return null;
    for (const word of choice.words) union.add(word);
  }
  const words = [...union];
  return { words, cost: words.reduce((sum, word) => sum + costOf(word), 0) };
}

/**
 * A regular expression source such that every text in which a phrase could match holds it. Of what a phrase needs, the
 * words are taken that the most phrases share, since that keeps the expression short ("pore" serves nearly all). A word
 * that contains another anchor is left out.
 * @throws Error for a phrase that needs no word, which would make every text worth sending.
 */
export function anchorsOf(needs: Need[]): string {
  const uses = new Map<string, number>();
  for (const need of needs) {
    for (const word of new Set(wordsOf(need))) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const words = new Set<string>();
  for (const need of needs) {
    const choice = cheapest(need, (word) => 1 / (uses.get(word) ?? 1));
    if (choice === null) throw new Error("A phrase has no word that must be there");
    for (const word of choice.words) words.add(word);
  }
  const kept: string[] = [];
  for (const word of [...words].sort((a, b) => a.length - b.length)) {
    if (!kept.some((other) => word.includes(other))) kept.push(word);
  }
  return kept.sort().map(literal).join("|");
}
