/** From the text of a label to its entries as printed. */
import { areHalves, entriesOf } from "./entries.ts";
import { percentIn, withoutPercent } from "./entry.ts";
import type { InciNames } from "./inci.ts";
import { nameKey } from "./keys.ts";
import {
  headsAbsent,
  isBenefit,
  isNote,
  isProse,
  LIST_COMMAS,
  type Line,
  linesOf,
  praiseIn,
} from "./lines.ts";
import {
  isHeadingLine,
  isHighlights,
  isProductLine,
  isSectionHeading,
  partsOf,
  type Section,
  withoutLeadIn,
} from "./sections.ts";

export type PrintedEntry = { printed: string; section: Section; percent?: number };

/** A selection of key ingredients has fewer entries. */
const FULL_LIST_COMMAS = 7;
/** A longer line is no single name. */
const NAME_MOST = 100;
/** A line of one entry has few words. */
const ENTRY_WORDS = 9;
/** Sentences behind a list: "… Phenoxyethanol. Please refer to the pack." */
const SENTENCE_END = /[.!?][\])]?\s*(?=[>*†‡]?\s?\p{Lu})/gu;
/** Of a list every second to fifth word has a comma behind it; of talk every tenth. */
const TALK_COMMAS = 0.15;
const LONG_TEXT = 200_000;

const commasIn = (text: string): number => (text.match(/[,;，、；•|·]/g) ?? []).length;
const wordsIn = (text: string): number => text.split(/\s+/).length;

/** A line without the sentences that are about the list; empty where nothing else is in it. */
function withoutTalk(text: string): string {
  if (text.length > LONG_TEXT) return text;
  const kept: string[] = [];
  for (const sentence of text.replace(SENTENCE_END, "$&\n").split("\n")) {
    const isTalk = isNote(sentence) || (commasIn(sentence) <= LIST_COMMAS && isProse(sentence));
    if (isTalk) break;
    kept.push(sentence.trimEnd());
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
    const isHeaded = paragraph.some((line) => isSectionHeading(line.text) || isHeadingLine(line.text));
    const isTalk =
      paragraph.length > 1 && !isHeaded && isProse(text) && commasIn(text) / wordsIn(text) < TALK_COMMAS;
    if (!isTalk) for (const line of paragraph) kept.push(line);
    from = to;
  }
  return kept;
}

/** Lines without the few names that a shop puts before the heading of the list in full. */
function withoutHighlights(lines: Line[]): Line[] {
  const headed = lines.findIndex(
    ({ text }) => commasIn(text) >= FULL_LIST_COMMAS && withoutLeadIn(text) !== text,
  );
  return lines.filter(
    ({ text, bullet }, at) => at >= headed || bullet || commasIn(text) >= LIST_COMMAS || /[%:：]/.test(text),
  );
}

/** Lines of the list itself, and the heads of praise, which may name a percentage. */
function sorted(lines: Line[], names: InciNames): { list: Line[]; heads: string[] } {
  const list: Line[] = [];
  const heads: string[] = [];
  let highlights = false;
  let absent = false;
  for (const line of withoutTalkingParagraphs(withoutHighlights(lines))) {
    // "Formulated without:" and, up to the next empty line, what is not inside.
    if (isProductLine(line.text)) {
      const last = list.pop();
      if (last !== undefined) list.push({ ...last, text: `${last.text};` });
      continue;
    }
    const isHeaded = isHeadingLine(line.text) || withoutLeadIn(line.text) !== line.text;
    absent = headsAbsent(line.text) || (absent && !line.apart && !isHeaded);
    if (absent) continue;
    if (isHighlights(line.text)) highlights = true;
    else if (isHeaded) highlights = false;
    // What follows "Key ingredients" is praise, up to a list that can be no selection.
    if (highlights && commasIn(line.text) < FULL_LIST_COMMAS) continue;
    highlights = false;
    // A name in a line of its own needs no further look.
    if (line.text.length <= NAME_MOST && /^[\p{L}\d]/u.test(line.text) && names.isKnown(line.text)) {
      list.push(line);
      continue;
    }
    const praise = praiseIn({ ...line, text: withoutLeadIn(line.text) });
    if (praise !== null && !/ingredients?$/i.test(praise.head)) {
      heads.push(praise.head);
      continue;
    }
    if (isBenefit(line.text)) {
      // "Niacinamide 10%", and in the next line "Reduces redness".
      const named = list.at(-1);
      if (named !== undefined && !named.text.includes(",")) heads.push(list.pop()?.text ?? "");
      continue;
    }
    if (isNote(line.text) || isHeadingLine(line.text)) continue;
    const text = withoutTalk(line.text);
    if (text === "" || (commasIn(text) <= LIST_COMMAS && isProse(text))) continue;
    list.push({ ...line, text });
  }
  return { list, heads };
}

const lastPiece = (text: string): string => text.slice(text.lastIndexOf(",") + 1).trim();

/** Text of the list with a line break only where an entry or a part of the list ends. */
function bodyOf(list: Line[], heads: string[], names: InciNames): string {
  // "Parfum (Limonene, Linalool, Citral)" is one entry.
  const commasOf = ({ text }: Line) => commasIn(text.replace(/\([^()]*\)/g, ""));
  const isList = (line: Line) => commasOf(line) >= LIST_COMMAS;
  // Before a list in full, bullets are praise however many they name.
  const full = list.findIndex(({ text, bullet }) => !bullet && commasIn(text) >= FULL_LIST_COMMAS);
  const firstList = full === -1 ? list.findIndex(isList) : full;
  if (firstList === -1) {
    const commas = list.reduce((sum, line) => sum + commasOf(line), 0);
    // A list in a narrow column has a comma or two in every line.
    const each = commas < list.length - 1 && list.every(({ text }) => wordsIn(text) <= ENTRY_WORDS);
    return list
      .map(({ text }) => (each || /[.;]$/.test(text) ? `${text}\n` : `${text} `))
      .join("")
      .trim();
  }
  const parts: string[] = [];
  let tail = "";
  list.forEach((line, at) => {
    const { text, bullet, apart } = line;
    if (at < firstList && bullet && percentIn(text) === null) {
      heads.push(text);
      return;
    }
    // "This toothpaste contains sodium fluoride."
    if (at < firstList && /^[^,.!?]+[.!?]$/.test(text) && !names.isKnown(text)) return;
    const ended = /[.;:\]]$|%\)?$/.test(tail) || (bullet && !tail.endsWith(","));
    const [first = ""] = text.split(",");
    const known =
      apart &&
      names.isLikely(first) &&
      isList(line) &&
      at <= firstList &&
      !areHalves(lastPiece(parts.at(-1) ?? ""), first, names);
    if (parts.length > 0) parts.push(ended || known ? "\n" : " ");
    parts.push(text);
    tail = text.slice(-4).trimEnd();
  });
  return parts.join("");
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

/** Names without a percentage from which on what stands behind the actives is the rest of the list. */
const REST_LEAST = 3;

/** "Active: Zinc Oxide 10%. Water, Glycerin, …": the rest of the list has lost its heading. */
function withoutRest(entries: PrintedEntry[]): void {
  if (entries.some(({ section }) => section === "main")) return;
  const actives = entries.filter(({ section }) => section === "active");
  const last = actives.findLastIndex(({ percent }) => percent !== undefined);
  const rest = actives.slice(last + 1);
  if (last >= 0 && rest.length >= REST_LEAST) for (const entry of rest) entry.section = "main";
}

/** "Zinc Oxide 10% Active ingredient: Zinc Oxide 10%": an active that a title names as well counts once. */
function withoutRepeats(entries: PrintedEntry[]): PrintedEntry[] {
  const lastActive = new Map<string, number>();
  entries.forEach(({ printed, section }, at) => {
    if (section === "active") lastActive.set(nameKey(printed), at);
  });
  if (lastActive.size === 0) return entries;
  return entries.filter(
    ({ printed, percent }, at) => percent === undefined || at >= (lastActive.get(nameKey(printed)) ?? 0),
  );
}

/**
 * Splits the text of a label into its entries as printed, in order, with their sections. Praise of single ingredients,
 * footnotes and advice are left out; a drug that praise alone names with its percentage is an active ingredient, and for anything
 * else the percentage goes to its entry in the list. Returns an empty array for a text that holds no entries; never throws. Linear.
 * @param isDrug whether a name is that of an active ingredient of US drug labels.
 */
export function splitList(
  source: string,
  names: InciNames,
  isDrug: (name: string) => boolean,
): PrintedEntry[] {
  const { list, heads } = sorted(linesOf(source), names);
  const body = withoutLeadIn(bodyOf(list, heads, names));
  const sections = partsOf(body);
  const isAlone = sections.length === 1 && !body.includes("\n");
  const entries = sections.flatMap(({ section, text }) =>
    withoutLeadIn(text)
      .split("\n")
      .map((line) => entriesOf(line, names))
      // A line in which nothing looks like an ingredient is a shade, a size, or talk.
      .filter((line) => isAlone || line.some((printed) => names.isLikely(withoutPercent(printed).trim())))
      .flat()
      .map((printed) => printedEntry(printed, section)),
  );
  const [firstLine = ""] = body.split("\n");
  withoutRest(entries);
  withActives(entries, firstLine === body ? -1 : entriesOf(firstLine, names).length, isDrug);
  const praised = heads
    .filter((head) => percentIn(head) !== null)
    .flatMap((head) => entriesOf(head, names))
    .flatMap((printed) => {
      const percent = percentIn(printed);
      return percent === null ? [] : [{ printed, percent, bare: withoutPercent(printed).trim() }];
    });
  const main = new Map<string, PrintedEntry>();
  if (praised.length > 0) {
    for (const entry of entries) if (entry.section === "main") main.set(nameKey(entry.printed), entry);
  }
  for (const { bare, percent } of praised) {
    const same = main.get(nameKey(bare));
    if (same !== undefined) same.percent ??= percent;
  }
  const actives = praised
    .filter(({ bare }) => isDrug(bare) && !main.has(nameKey(bare)))
    .map(({ printed, percent }): PrintedEntry => ({ printed, section: "active", percent }));
  return entries.length === 0 ? [] : [...actives, ...withoutRepeats(entries)];
}
