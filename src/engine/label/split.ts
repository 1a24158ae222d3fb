/** From the text of a label to its entries as printed. */
import { cut } from "./cut.ts";
import { atPercents, percentIn, tidy, withoutPercent } from "./entry.ts";
import { type InciNames, nameKey } from "./inci.ts";
import { isNote, isProse, type Line, linesOf, praiseIn } from "./lines.ts";
import { isHighlights, partsOf, type Section, withoutLeadIn } from "./sections.ts";

export type PrintedEntry = { printed: string; section: Section; percent?: number };

const ENTRY_MOST = 200;
/** Separators that make a line a list of its own. */
const LIST_COMMAS = 3;
/** A line of one entry has few words. */
const ENTRY_WORDS = 9;
/** Sentences behind a list: "… Phenoxyethanol. Please refer to the pack." */
const SENTENCES = /(?<=[.!?])\s*(?=[>*†‡]?\s?\p{Lu})/u;
/** Of a list every second to fifth word has a comma behind it; of talk every tenth. */
const TALK_COMMAS = 0.15;
const LONG_TEXT = 200_000;

const commasIn = (text: string): number => (text.match(/[,;，、；•|·]/g) ?? []).length;
const wordsIn = (text: string): number => text.split(/\s+/).length;

/** A line without the sentences that are about the list; empty where nothing else is in it. */
function withoutTalk(text: string): string {
  if (text.length > LONG_TEXT) return text;
  const kept: string[] = [];
  for (const sentence of text.split(SENTENCES)) {
    const isTalk = isNote(sentence) || (isProse(sentence) && commasIn(sentence) <= LIST_COMMAS);
    if (isTalk) break;
    kept.push(sentence);
  }
  return kept.join(" ");
}

/** Paragraphs that are talk as a whole, though their lines are too short to tell: "X is / dedicated to …". */
function withoutTalkingParagraphs(lines: Line[]): Line[] {
  const kept: Line[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && lines[to]?.apart === false && lines[to]?.bullet === false) to += 1;
    const paragraph = lines.slice(from, to);
    const text = paragraph.map((line) => line.text).join(" ");
    const isTalk = paragraph.length > 1 && isProse(text) && commasIn(text) / wordsIn(text) < TALK_COMMAS;
    if (!isTalk) kept.push(...paragraph);
    from = to;
  }
  return kept;
}

/** Lines of the list itself, and the heads of praise, which may name a percentage. */
function sorted(lines: Line[]): { list: Line[]; heads: string[] } {
  const list: Line[] = [];
  const heads: string[] = [];
  for (const line of withoutTalkingParagraphs(lines)) {
    if (isHighlights(line.text)) continue;
    const praise = praiseIn({ ...line, text: withoutLeadIn(line.text) });
    if (praise !== null && !/ingredients?$/i.test(praise.head)) {
      heads.push(praise.head);
      continue;
    }
    if (isNote(line.text)) continue;
    const text = withoutTalk(line.text);
    if (text === "" || (isProse(text) && commasIn(text) <= LIST_COMMAS)) continue;
    list.push({ ...line, text });
  }
  return { list, heads };
}

/** Text of the list with a line break only where an entry or a part of the list ends. */
function bodyOf(list: Line[], heads: string[], names: InciNames): string {
  const isList = ({ text }: Line) => commasIn(text) >= LIST_COMMAS;
  const firstList = list.findIndex(isList);
  if (firstList === -1) {
    const each = list.every(({ text }) => wordsIn(text) <= ENTRY_WORDS);
    return list.map(({ text }) => text).join(each && list.length > 1 ? "\n" : " ");
  }
  let body = "";
  list.forEach((line, at) => {
    const { text, bullet, apart } = line;
    if (at < firstList && bullet && percentIn(text) === null) {
      heads.push(text);
      return;
    }
    const ended = /[.;:\]]\s*$/.test(body) || /%\)?\s*$/.test(body) || (bullet && !/,\s*$/.test(body));
    const known = apart && names.isLikely(text.split(",")[0] ?? "") && isList(line) && at <= firstList;
    body += body === "" ? text : `${ended || known ? "\n" : " "}${text}`;
  });
  return body;
}

/** Whether two known names are joined by a dash that has a space on one side only. */
function atDashes(part: string, names: InciNames): string[] {
  const match = /^(.+?)(?:\s[-–]|[-–]\s)(\S.*)$/s.exec(part);
  const [, before = "", behind = ""] = match ?? [];
  return match && names.isKnown(before) && names.isKnown(behind) ? [before, behind] : [part];
}

function entriesOf(text: string, names: InciNames): string[] {
  const parts = text.split("\n").flatMap(cut).flatMap(atPercents);
  return parts
    .map(tidy)
    .flatMap((part) => (names.isKnown(part) ? [part] : atDashes(part, names)))
    .flatMap((part) => (names.isKnown(part) || wordsIn(part) < 2 ? [part] : names.apart(part)))
    .map(tidy)
    .filter((part) => /\p{L}/u.test(part) && part.length <= ENTRY_MOST);
}

function printedEntry(printed: string, section: Section): PrintedEntry {
  const percent = percentIn(printed);
  return percent === null ? { printed, section } : { printed, section, percent };
}

/**
 * Entries with a percentage before all others are active ingredients, as US labels list them, where they stand in a
 * line of their own or are known as drugs.
 */
function withActives(entries: PrintedEntry[], ownLine: number, isDrug: (printed: string) => boolean): void {
  let end = 0;
  while (entries[end]?.percent !== undefined && entries[end]?.section === "main") end += 1;
  if (end === 0 || end >= entries.length) return;
  const run = entries.slice(0, end);
  if (ownLine === end || run.every(({ printed }) => isDrug(withoutPercent(printed)))) {
    for (const entry of run) entry.section = "active";
  }
}

/**
 * Splits the text of a label into its entries as printed, in order, with their sections. Praise of single ingredients,
 * footnotes and advice are left out. Returns an empty array for a text that holds no entries; never throws. Linear.
 * @param isDrug whether a name is that of an active ingredient of US drug labels.
 */
export function splitList(
  source: string,
  names: InciNames,
  isDrug: (name: string) => boolean,
): PrintedEntry[] {
  const { list, heads } = sorted(linesOf(source));
  const body = withoutLeadIn(bodyOf(list, heads, names));
  const entries = partsOf(body).flatMap(({ section, text }) =>
    entriesOf(withoutLeadIn(text), names).map((printed) => printedEntry(printed, section)),
  );
  const [firstLine = ""] = body.split("\n");
  withActives(entries, firstLine === body ? -1 : entriesOf(firstLine, names).length, isDrug);
  const listed = new Set(
    entries
      .filter(({ section }) => section !== "may-contain")
      .map(({ printed }) => nameKey(withoutPercent(printed))),
  );
  const praised = heads
    .filter((head) => percentIn(head) !== null)
    .flatMap((head) => entriesOf(head, names))
    .filter((printed) => percentIn(printed) !== null && !listed.has(nameKey(withoutPercent(printed))))
    .map((printed) => printedEntry(printed, "active"));
  return entries.length === 0 ? [] : [...praised, ...entries];
}
