/** The command line of `bench`. */

export const PARTS = ["sizes", "engine", "page", "hostile", "extension", "popup", "busy", "saved"] as const;
export type Part = (typeof PARTS)[number];

/** What to measure, and a folder of saved pages or null. */
export type BenchCommand = { parts: Part[]; pages: string | null };

/**
 * Understands the arguments. Without a part all are measured.
 * @param fallback folder of saved pages where no argument names one
 * @returns the command, or a sentence that says what is wrong with the arguments
 */
export function parseBenchArguments(args: readonly string[], fallback?: string): BenchCommand | string {
  const parts: Part[] = [];
  let pages = fallback === undefined || fallback === "" ? null : fallback;
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? "";
    if (argument === "--pages") {
      at += 1;
      const folder = args[at];
      if (folder === undefined) return "--pages needs a folder.";
      pages = folder;
    } else if (PARTS.some((part) => part === argument)) parts.push(argument as Part);
    else return `Unknown part "${argument}". Parts: ${PARTS.join(", ")}.`;
  }
  return { parts: parts.length === 0 ? [...PARTS] : parts, pages };
}
