/** `npm run -s scan -- …`: what the rules find in sentences or on whole pages, for rule authors and for measuring. */
import { parseArguments, type ScanCommand } from "./scan-arguments.ts";

const USAGE = `Usage:
  npm run -s scan -- --sentences FILE.jsonl
      FILE holds one {"id", "text", "zone"?} a line; - reads standard input. Prints one line for each:
      {"id", "findings": [{"rule", "rung", "verdict", "marked", "quote", "start", "end"}]}
  npm run -s scan -- --labels FILE.jsonl
      FILE holds one {"id", "text"} a line; - reads standard input. Prints one line for each:
      {"id", "ingredients": [{"printed", "name", "section", "percent"?}]}, with an empty list where the text is
      no ingredient list. "printed" is the entry as it stands there, "name" without percentage and slips.
      Sections: active, main, may-contain.
  npm run -s scan -- --page FILE.html... [--url URL]
      Loads each page in Chromium with the built extension, without a network. Prints one line for each:
      {"file", "url", "report" or "state", "timing", "errors"}. The address is URL (for one file), else the
      page's own canonical link, else a page of a known shop (where the extension reads without being asked).
`;

async function run(command: ScanCommand): Promise<void> {
  if (command.mode === "help") process.stdout.write(USAGE);
  // Imported only when wanted: starting Playwright would take longer than reading some thousand sentences.
  if (command.mode === "sentences") {
    const { scanSentences } = await import("./scan-sentences.ts");
    await scanSentences(command.file, process.stdout);
  }
  if (command.mode === "labels") {
    const { scanLabels } = await import("./scan-labels.ts");
    await scanLabels(command.file, process.stdout);
  }
  if (command.mode === "page") {
    const { scanPages } = await import("./scan-pages.ts");
    for await (const result of scanPages(command.files, command.url)) {
      process.stdout.write(`${JSON.stringify(result)}\n`);
    }
  }
}

/** A reader that has seen enough (`scan | head`) is no error. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const command = parseArguments(process.argv.slice(2));
if (typeof command === "string") {
  process.stderr.write(`${command}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  try {
    await run(command);
  } catch (error) {
    const badInput = error instanceof Error && error.name === "InputError";
    process.stderr.write(`${badInput || error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = badInput ? 2 : 1;
  }
}
