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
  /(?:^[-–—•*\s]*|(?<=[.!?])\s*)(\p{Lu}[^,.:：\n]+?)\s*[:：]\s*(?=(?:purified\s+|deionized\s+)?(?:water|aqua|eau)\b)/gimu;

function isProductName(name: string): boolean {
  const length = name.trim().length;
  return length >= NAME_LEAST && length <= NAME_MOST && !isHeadingLine(name) && !isSectionHeading(name);
}

/** Each heading "Gel Cleanser: Water, …" in a line of its own. */
function withOwnLines(text: string): string {
  return text.replace(BEFORE_WATER, (whole, name: string) => (isProductName(name) ? `\n${name}:\n` : whole));
}

/**
 * The lists of a kit, in order: what stands under each heading that can be a product's name. Empty where the text has fewer than two
 * such headings; whether there is a list under each of them is not looked at. Never throws.
 */
export function listsOfKit(source: string): ListOfKit[] {
  const lists: ListOfKit[] = [];
  for (const line of withOwnLines(plainText(source)).split("\n")) {
    const name = OWN_LINE.exec(line)?.[1]?.replace(/^[-–—•*\s]+/, "");
    if (name !== undefined && isProductName(name)) lists.push({ name, text: "" });
    else {
      const last = lists.at(-1);
      if (last !== undefined) last.text += `${line}\n`;
    }
  }
  return lists.length < 2 ? [] : lists;
}
