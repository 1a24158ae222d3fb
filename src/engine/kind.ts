import type { PageFacts, ProductKind, Words } from "./model.ts";
import { normalise } from "./text/normalise.ts";
import { tokenise } from "./text/tokens.ts";

function words(text: string): string {
  return ` ${tokenise(normalise(text).text).words.join(" ")} `;
}

/**
 * What kind of product a page is about, by the words of its name, then of its category; the first kind in the table
 * whose word is found decides. "unknown" where nothing is found.
 */
export function kindOf(facts: Pick<PageFacts, "name" | "category">, tables: Words["kinds"][]): ProductKind {
  for (const text of [facts.name, facts.category]) {
    const given = words(text);
    for (const table of tables) {
      const hit = table.find((entry) => entry.words.some((word) => given.includes(words(word))));
      if (hit) return hit.kind;
    }
  }
  return "unknown";
}
