/** From the text under a heading to the ingredient lists in it: without headings, praise, advice and what is not inside. */
import {
  isListHeading,
  leadLength,
  MAX_HEADING,
  namedHeading,
  opensFurtherPart,
  opensNoList,
} from "./headings.ts";
import { beginsWithWater, isInci, isInciName } from "./inci-shape.ts";

/** One list: the parts of the text that it stands in, and the name of its product or shade where the text gives one. */
export type FoundList = {
  parts: { start: number; end: number }[];
  label: string;
  /** The name stands in one line with the list or with its heading; others may be a remark. */
  isNamed?: boolean;
};

/** Signs outside brackets that make a line a row of entries. */
const ROW_SIGNS = 3;
/** Words from which on a line may be a sentence. */
const TALK_WORDS = 5;
/** Commas for each word of a row of names; talk has fewer. */
const TALK_COMMAS = 0.15;
/** Entries from which on a part with a heading of its own is a list. */
const ITEMS_LEAST = 3;
/** Share of entries that must look like names where none of them is parted by commas. */
const ITEMS_SHARE = 0.3;

const JOINING =
  /(?:^|\s)(?:the|your|our|you|is|are|to|that|this|which|with|for|from|skin|helps?|it|and|und|die|der|das|mit|für|ist|les|des|pour|la|de|est|el|los|para|con|per|il|che|voor|het|een|się|oraz|na)(?=[\s,.])/gi;
/** "Niacinamide: brightens", "Niacinamide – evens the tone". */
const EXPLAINED = /^[^:：,]{2,60}?(?:[:：]|\s[–—-])\s+\p{L}+/u;
/** A name with its list behind it, in one line. */
const WITH_NAME = /^([^:：,]{2,60}?)\s*[:：]\s*(?=\S)/;
/** Lines, and within a line where a further name begins: "… Mica. | Dusty Rose: Aqua, …". */
const BETWEEN = /\n|(?<=[.|;)\]])\s+(?=[^\n:：,.;|]{2,60}[:：]\s)/g;

type Piece = { start: number; end: number; text: string };

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, to: number) => {
    const piece = text.slice(from, to).replace(/[\s|]{1,9}$/, "");
    const start = from + piece.length - piece.trimStart().length;
    if (piece.trim() !== "") pieces.push({ start, end: from + piece.length, text: piece.trim() });
  };
  let from = 0;
  for (const gap of text.matchAll(BETWEEN)) {
    add(from, gap.index);
    from = gap.index + gap[0].length;
  }
  add(from, text.length);
  return pieces;
}

const signsIn = (text: string): number =>
  text.replace(/\([^()]*\)/g, "").match(/[,;、，；•·|]/g)?.length ?? 0;

function isTalk(text: string): boolean {
  const words = text.split(/\s+/).length;
  if (words < TALK_WORDS || signsIn(text) / words >= TALK_COMMAS) return false;
  return (text.match(JOINING)?.length ?? 0) >= 2;
}

const isRow = ({ text }: Piece): boolean => signsIn(text) >= ROW_SIGNS && !isTalk(text);

function extend(list: FoundList, { start, end }: Piece): void {
  const last = list.parts.at(-1);
  // Neighbours are one part, so that line breaks stay as they are.
  if (last !== undefined && start - last.end <= 2) last.end = end;
  else list.parts.push({ start, end });
}

/** Reads lists whose entries stand in rows, parted by commas. */
class Rows {
  readonly lists: FoundList[] = [];
  /** Words right before a row, which may name what it is the list of. */
  private name = "";
  private isNamed = false;
  /** A heading has just said that a list begins. */
  private headed = false;
  /** A heading has said that what follows is no list. */
  private skipping = false;

  /** The last line ended within the list. */
  private isBroken = false;

  constructor(private readonly titles: ReadonlySet<number>) {}

  add(piece: Piece): void {
    const { text, start } = piece;
    const named = leadLength(text) > 0 || isListHeading(text) ? null : namedHeading(text);
    const lead = leadLength(text) || (named?.length ?? 0);
    if (lead === 0) {
      this.read(piece);
      return;
    }
    this.headed = true;
    this.skipping = false;
    if (named !== null) {
      this.name = named.label;
      this.isNamed = true;
    }
    if (lead >= text.length) return;
    const rest = { ...piece, start: start + lead, text: text.slice(lead) };
    this.isNamed ||= !isRow(rest);
    this.read(rest);
  }

  private read(piece: Piece): void {
    const { text } = piece;
    if (opensFurtherPart(text)) {
      this.skipping = false;
      this.take(piece, this.headed);
      this.isBroken ||= isListHeading(text);
    } else if (isListHeading(text)) {
      this.headed = true;
      this.skipping = false;
    } else if (opensNoList(text)) {
      this.skipping = !isRow(piece);
      this.name = "";
    } else if (isRow(piece)) this.readRow(piece);
    else if (isTalk(text)) this.name = "";
    else if (this.isTail(piece)) this.take(piece, false);
    else if (text.length <= MAX_HEADING) this.name = text;
  }

  private readRow(piece: Piece): void {
    const { text } = piece;
    const own = WITH_NAME.exec(text);
    const rest = own === null ? "" : text.slice(own[0].length);
    if (own?.[1] !== undefined && isInci(rest)) {
      this.name = own[1];
      this.isNamed = true;
      this.skipping = false;
      this.take({ ...piece, start: piece.start + own[0].length }, true);
      return;
    }
    if (own !== null && !isInciName(rest.split(",")[0] ?? "")) return;
    if (this.skipping && !beginsWithWater(text)) return;
    // Words before a row that is no list head something else: "How to use".
    this.skipping = this.name !== "" && !this.headed && this.lists.length > 0 && !isInci(text);
    if (!this.skipping) this.take(piece, this.headed || this.name !== "");
  }

  /** The end of a row that was broken into lines. */
  private isTail({ text, start }: Piece): boolean {
    const isEntry = signsIn(text) > 0 || this.isBroken || /\bci ?\d{5}|\d ?%/i.test(text);
    return isEntry && !this.headed && !this.skipping && this.lists.length > 0 && !this.titles.has(start);
  }

  private take(piece: Piece, anew: boolean): void {
    const open = this.lists.at(-1);
    if (open === undefined || anew) {
      this.lists.push({
        parts: [{ start: piece.start, end: piece.end }],
        label: this.name,
        isNamed: this.isNamed,
      });
    } else extend(open, piece);
    this.isBroken = /[,;、，&/-]$/.test(piece.text);
    this.isNamed = false;
    this.name = "";
    this.headed = false;
  }
}

function inRows(pieces: Piece[], titles: ReadonlySet<number>): FoundList[] {
  const rows = new Rows(titles);
  for (const piece of pieces) rows.add(piece);
  return rows.lists;
}

/** Lists with an entry a line. */
function inItems(pieces: Piece[], titles: ReadonlySet<number>): FoundList[] {
  type Section = { list: FoundList; items: string[]; talk: number; isList: boolean };
  const open = (label: string, isList = true): Section => ({
    list: { parts: [], label },
    items: [],
    talk: 0,
    isList,
  });
  const sections = [open("")];
  for (const piece of pieces) {
    const { text } = piece;
    const section = sections.at(-1) as Section;
    if (opensFurtherPart(text)) {
      extend(section.list, piece);
      section.items.push(text);
    } else if (isListHeading(text)) sections.push(open(""));
    else if (opensNoList(text)) sections.push(open("", false));
    else if (titles.has(piece.start)) sections.push(open(text));
    else if (isTalk(text) || EXPLAINED.test(text)) section.talk += 1;
    else {
      const lead = leadLength(text);
      extend(section.list, { ...piece, start: piece.start + lead });
      section.items.push(text.slice(lead));
    }
  }
  const least =
    sections.filter(({ items }) => items.length > 0).length > 1 || titles.size > 1 ? ITEMS_LEAST : 1;
  return sections
    .filter(({ items, talk, isList }) => {
      const likely = items.filter(isInciName).length / items.length;
      return isList && items.length >= least && talk <= items.length / 2 && likely >= ITEMS_SHARE;
    })
    .map(({ list }) => list);
}

/**
 * The ingredient lists in a text, in order, as it is read under the heading of one. Their own headings are left out, those
 * of parts ("Inactive ingredients") are kept. Empty where the text holds names with explanations, or no names. Linear.
 * @param titles offsets of lines that are headings in the page
 */
export function listsIn(text: string, titles: ReadonlySet<number> = new Set()): FoundList[] {
  const pieces = piecesOf(text);
  const rows = pieces.filter(isRow).length;
  const items = pieces.filter((piece) => !isRow(piece) && !isTalk(piece.text) && !EXPLAINED.test(piece.text));
  // Among many lines of one entry, a row is an entry with commas in it.
  const isRows = rows > 0 && (rows * 4 > items.length || pieces.some(({ text: each }) => isInci(each)));
  const lists = isRows ? inRows(pieces, titles) : inItems(pieces, titles);
  return lists.length > 1 ? lists : lists.map((list) => ({ ...list, label: list.isNamed ? list.label : "" }));
}
