/** The command line of `scan`. */

export type ScanCommand =
  | { mode: "help" }
  | { mode: "sentences" | "labels"; file: string }
  | { mode: "page"; files: string[]; url: string | null };

/** Understands the arguments. @returns the command, or a sentence that says what is wrong with them */
export function parseArguments(args: readonly string[]): ScanCommand | string {
  const [mode, ...rest] = args;
  if (mode === "--help" || mode === "-h") return { mode: "help" };
  if (mode === "--sentences" || mode === "--labels") {
    const [file, ...more] = rest;
    if (more.includes("--url")) return `--url goes with --page; ${mode} reads text only.`;
    if (file === undefined || more.length > 0)
      return `${mode} takes exactly one file, or - for standard input.`;
    return { mode: mode === "--labels" ? "labels" : "sentences", file };
  }
  if (mode === undefined) return "Nothing to scan.";
  if (!mode.startsWith("--")) return `Say first what to read in ${mode}: --page, --sentences or --labels.`;
  if (mode !== "--page") return `Unknown argument "${mode}".`;
  const files: string[] = [];
  let url: string | null = null;
  for (let at = 0; at < rest.length; at++) {
    const argument = rest[at] ?? "";
    if (argument === "--url") {
      url = rest[++at] ?? "";
      if (!/^https?:/i.test(url) || !URL.canParse(url))
        return `--url needs an http or https address, not "${url}".`;
    } else if (argument.startsWith("--")) return `Unknown argument "${argument}".`;
    else files.push(argument);
  }
  if (files.length === 0) return "--page needs at least one file.";
  if (url !== null && files.length > 1) return "--url goes with one file: two pages cannot have one address.";
  return { mode: "page", files, url };
}
