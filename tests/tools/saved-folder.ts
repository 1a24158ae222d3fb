/** Saved pages that the user names one by one or as a folder. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { InputError } from "./input-error.ts";
import { type SavedPage, savedPage } from "./saved-page.ts";

/** Addresses from a folder's index.json, by file name; none where there is no such list. @throws InputError if it is no JSON */
function addresses(folder: string): Map<string, string> {
  const file = join(folder, "index.json");
  if (!existsSync(file)) return new Map();
  let entries: unknown;
  try {
    entries = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new InputError(`${file}: this is no JSON.`);
  }
  if (!Array.isArray(entries)) return new Map();
  return new Map(
    entries.flatMap((entry: { file?: unknown; url?: unknown }) =>
      typeof entry?.file === "string" && typeof entry.url === "string" ? [[entry.file, entry.url]] : [],
    ),
  );
}

/**
 * Reads saved pages. A folder stands for the *.html in it, in the order of their names; an index.json beside a page, a list
 * of {"file", "url"}, says which address it came from, otherwise the page itself.
 * @throws InputError if one cannot be read, or a folder holds no page
 */
export function savedPages(paths: readonly string[]): SavedPage[] {
  return paths.flatMap((path) => {
    const isFolder = existsSync(path) && statSync(path).isDirectory();
    const folder = isFolder ? path : join(path, "..");
    const urls = addresses(folder);
    const names = isFolder ? readdirSync(path).filter((name) => /\.html?$/i.test(name)) : [basename(path)];
    if (names.length === 0) throw new InputError(`${path}: there is no *.html in this folder.`);
    return names.toSorted().map((name) => savedPage(join(folder, name), urls.get(name) ?? null));
  });
}
