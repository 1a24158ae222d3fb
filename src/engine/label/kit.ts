/** A kit: the lists of several products in one text, each under the product's name. */
import { plainText } from "./raw.ts";
import { isHeadingLine, isSectionHeading } from "./sections.ts";

export type ListOfKit = { name: string; text: string };

/** The name of a product is this long. */
const NAME_LEAST = 3;
const NAME_MOST = 90;
/** "Gel Cleanser:" in a line of its own, or before a list that begins with water. */
const OWN_LINE = /^\s*([^,:：\n]+?)\s*[:：]\s*$/;
const BEFORE_WATER =
  /(?:^[-–—•* ]*|(?<=[.!?])\s*)(\p{Lu}[^,.:：\n]+?)\s*[:：]\s*(?=(?:purified\s+|deionized\s+)?(?:water|aqua|eau)\b)/gimu;

function isProductName(name: string): boolean {
  const length = name.trim().length;
  return length >= NAME_LEAST && length <= NAME_MOST && !isHeadingLine(name) && !isSectionHeading(name);
}

/** Each heading "Gel Cleanser: Water, …" in a line of its own. */
function withOwnLines(text: string): string {
  return text.replace(BEFORE_WATER, (whole, name: string) => (isProductName(name) ? `\n${name}:\n` : whole));
}

/** "STEP 1 - PEEL PAD" above a list that begins with water. */
const isTitled = (line: string, below: string): boolean =>
  /\p{L}/u.test(line) && !/[,.]/.test(line) && /^\s*(?:water|aqua|eau)\b[^,]*,/i.test(below);

/**
 * The lists of a kit, in order: what stands under each heading that can be a product's name. Empty where the text has fewer than two
 * such headings; whether there is a list under each of them is not looked at. Never throws.
 */
export function listsOfKit(source: string): ListOfKit[] {
  const lists: ListOfKit[] = [];
  const lines = withOwnLines(plainText(source)).split("\n");
  for (const [at, line] of lines.entries()) {
    const named = OWN_LINE.exec(line)?.[1] ?? (isTitled(line, lines[at + 1] ?? "") ? line.trim() : undefined);
    const name = named?.replace(/^[-–—•*\s]+/, "");
    if (name !== undefined && isProductName(name)) lists.push({ name, text: "" });
    else {
      const last = lists.at(-1);
      if (last !== undefined) last.text += `${line}\n`;
    }
  }
  return lists.length < 2 ? [] : lists;
}
