/** `npm run -s guests -- …`: is the extension a guest in saved pages? Exit status 1 where it is not. */
import { basename } from "node:path";
import { checkGuest, type GuestBrowser } from "./guest-check.ts";
import type { SavedPage } from "./saved-page.ts";

const USAGE = `Usage:
  npm run -s guests -- FILE.html... | FOLDER [--browser chromium|firefox] [--claim]
      Loads each page with and without the built extension, without a network, and compares: nodes, the box of every element,
      layout shift (Chromium) and console errors. A page that changes by itself is compared with its scripts off. An
      index.json beside the pages, a list of {"file", "url"}, says where they came from. With --claim a paragraph with a
      claim is put on top of each page, so that there is something to mark. One line for each page and browser.
`;

const CLAIM = "<p>This serum permanently shrinks pores.</p>";

const BROWSERS = ["chromium", "firefox"] as const;
type Name = (typeof BROWSERS)[number];
type Command = { paths: string[]; browsers: readonly Name[]; claim: boolean };

function parse(args: readonly string[]): Command | string {
  const paths: string[] = [];
  let browsers: readonly Name[] = BROWSERS;
  let claim = false;
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? "";
    if (argument === "--browser") {
      at += 1;
      const name = BROWSERS.find((one) => one === args[at]);
      if (name === undefined) return "--browser needs chromium or firefox.";
      browsers = [name];
    } else if (argument === "--claim") claim = true;
    else if (argument.startsWith("--")) return `Unknown argument "${argument}".`;
    else paths.push(argument);
  }
  return paths.length === 0 ? "No page was named." : { paths, browsers, claim };
}

/** The page with a claim at the top of its body; without a body it stays as it is. */
function withClaim(saved: SavedPage): SavedPage {
  // One byte a character, so that whatever encoding the page is in survives.
  const html = saved.body.toString("latin1").replace(/<body\b[^>]*>/i, (body) => body + CLAIM);
  return { ...saved, body: Buffer.from(html, "latin1") };
}

async function open(name: Name): Promise<GuestBrowser> {
  if (name === "chromium") return (await import("./guest-chromium.ts")).guestChromium();
  return (await import("./guest-firefox.ts")).guestFirefox();
}

/** @returns how many checks there were, and how many went wrong */
async function run(pages: readonly SavedPage[], browsers: readonly Name[]) {
  const count = { pages: 0, wrong: 0, asSaved: 0 };
  for (const name of browsers) {
    const browser = await open(name);
    try {
      for (const saved of pages) {
        const place = `${browser.name.padEnd(9)} ${basename(saved.file).padEnd(44)}`;
        count.pages += 1;
        try {
          const { marks, way, problems } = await checkGuest(browser, saved);
          if (problems.length > 0) count.wrong += 1;
          if (way === "as saved") count.asSaved += 1;
          const verdict = problems.length === 0 ? "unchanged" : `WRONG: ${problems.join("; ")}`;
          console.log(`${place} ${`${marks} marked`.padStart(10)}  ${way.padEnd(11)}  ${verdict}`);
        } catch (error) {
          count.wrong += 1;
          console.log(
            `${place} WRONG: not checked: ${error instanceof Error ? error.message : String(error)}`,
          );
        }
      }
    } finally {
      await browser.close();
    }
  }
  return count;
}

const command = parse(process.argv.slice(2));
if (typeof command === "string") {
  process.stderr.write(`${command}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  try {
    const { savedPages } = await import("./saved-folder.ts");
    const saved = savedPages(command.paths);
    const { pages, wrong, asSaved } = await run(
      command.claim ? saved.map(withClaim) : saved,
      command.browsers,
    );
    console.log(`${pages} checks, ${asSaved} of them as saved, ${pages - asSaved} otherwise: ${wrong} wrong`);
    process.exitCode = wrong === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof Error && error.name === "InputError" ? 2 : 1;
  }
}
