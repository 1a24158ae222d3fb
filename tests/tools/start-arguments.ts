/** The command line of `start`. */
import { existsSync } from "node:fs";

export const START_USAGE = `Usage: npm start                       the demo shop
       npm start -- URL-or-file.html     that page instead
       npm start -- --headless           as if there were no display
       npm start -- --pictures           headless, and renews docs/images
       npm start -- --help               this text
`;

export type StartCommand =
  | { mode: "help" }
  /** `what` is null for the demo shop. */
  | { mode: "open"; what: { url: string } | { file: string } | null; headless: boolean; pictures: boolean };

const FLAGS = ["--headless", "--pictures"];

/** Understands the arguments. @returns the command, or a sentence that says what is wrong with them */
export function parseStart(args: readonly string[]): StartCommand | string {
  if (args.includes("--help") || args.includes("-h")) return { mode: "help" };
  const unknown = args.find((argument) => argument.startsWith("-") && !FLAGS.includes(argument));
  if (unknown !== undefined) return `Unknown argument "${unknown}".`;
  const pictures = args.includes("--pictures");
  const headless = pictures || args.includes("--headless");
  const [what, ...more] = args.filter((argument) => !argument.startsWith("-"));
  if (more.length > 0) return "One page at a time, please.";
  if (what === undefined) return { mode: "open", what: null, headless, pictures };
  if (pictures) return "--pictures shows the demo shop, no other page.";
  if (/^https?:\/\//i.test(what)) {
    return URL.canParse(what)
      ? { mode: "open", what: { url: what }, headless, pictures }
      : `"${what}" is not a whole address.`;
  }
  if (!existsSync(what)) return `"${what}" is neither a file nor an http or https address.`;
  return { mode: "open", what: { file: what }, headless, pictures };
}
