/**
 * `npm run -s bench`: every budget with what was measured, its floor, the best other way and the goal. Machines are shared
 * and noisy: only ratios within one run mean anything, and ms only beside the floor of the same run.
 */
import { savedPages } from "../tools/saved-folder.ts";
import { type Part, parseBenchArguments } from "./arguments.ts";
import { type Line, table } from "./budget.ts";

const USAGE = `Usage:
  npm run -s bench -- [PART...] [--pages FOLDER]
      Prints the budgets of a PART or of all. With FOLDER (or the environment variable PAGES) the part "saved" is measured on the
      saved pages in it, *.html with their addresses in index.json, otherwise on the demo shop.
`;

const note = (text: string) => void process.stderr.write(`${text}\n`);

async function* linesOf(part: Exclude<Part, "saved">): AsyncGenerator<Line> {
  switch (part) {
    case "sizes":
      yield* (await import("./size-lines.ts")).sizeLines();
      break;
    case "engine":
      yield* await (await import("./engine-lines.ts")).engineLines();
      break;
    case "page":
      yield* (await import("./scan-lines.ts")).scanLines();
      break;
    case "hostile":
      yield* await (await import("./hostile-lines.ts")).hostileLines(note);
      break;
    case "extension":
      yield* (await import("./extension-lines.ts")).extensionLines();
      break;
    case "popup":
      yield* (await import("./popup-lines.ts")).popupLines();
      break;
    case "busy":
      yield* (await import("./busy-lines.ts")).busyLines();
      break;
  }
}

async function run(parts: Part[], folder: string | null): Promise<void> {
  // Before anything starts, so that a wrong folder is known at once.
  const pages = parts.includes("saved") && folder !== null ? savedPages([folder]) : null;
  const lines: Line[] = [];
  for (const part of parts) {
    if (part === "saved") continue;
    const started = performance.now();
    for await (const line of linesOf(part)) {
      lines.push(line);
      note(`${line.what}: ${line.measured} (floor ${line.floor}; ${line.goal})`);
    }
    note(`${part}: measured in ${((performance.now() - started) / 1_000).toFixed(0)} s`);
  }
  if (lines.length > 0) console.log(`${table(lines)}\n`);
  if (parts.includes("saved")) {
    const { measurePages } = await import("./saved-table.ts");
    if (pages === null)
      console.log("No folder of saved pages was named (--pages FOLDER or PAGES): measured on the demo shop.");
    console.log(await measurePages(pages, note));
  }
  const missed = lines.filter(({ met }) => !met).length;
  if (lines.length > 0) console.log(`${lines.length - missed} budgets met, ${missed} not`);
}

const command = parseBenchArguments(process.argv.slice(2), process.env.PAGES);
if (typeof command === "string") {
  process.stderr.write(`${command}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  try {
    await run(command.parts, command.pages);
  } catch (error) {
    const badInput = error instanceof Error && error.name === "InputError";
    process.stderr.write(
      `${badInput ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
    );
    process.exitCode = badInput ? 2 : 1;
  }
}
