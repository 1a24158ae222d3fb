import type { Ingredient, Label } from "../model.ts";
import { withoutPercent } from "./entry.ts";
import type { InciNames } from "./inci.ts";
import { listsOfKit } from "./kit.ts";
import { isProse } from "./lines.ts";
import type { NameTable } from "./names.ts";
import { isHighlights, withoutLeadIn } from "./sections.ts";
import { splitList } from "./split.ts";

/** Fewer entries than this are no ingredient list but a bullet or a sentence. */
const ENTRIES_LEAST = 3;
/** Praise as shops put it before the list: of an oil or a vitamin by itself the list is one name. */
const PRAISED = /^\s*[-–•]\s?\p{Lu}[^:\n]{2,60}: /u;
/** Share of entries that are known names or have the shape of one, from which a text is a list. */
const LIKELY_SHARE = 0.5;
/** So many neighbours in alphabetical order do not happen by weight. */
const ALPHABETICAL_LEAST = 8;
const ALPHABETICAL_DRUG = 4;
const ALPHABETICAL_SHARE = 0.9;
/** The first entry of most lists. */
const WATER = /^(?:aqua|water|purified water|eau|wasser|水|精製水|정제수)\b|^(?:水|精製水|정제수)$/iu;
/** "Paraben-free, oil-free": what is not inside. */
const FREE = /\bfree$|フリー$|프리$/i;
/** "With niacinamide, zinc and retinol", "Powered by …": a selection. */
const SELECTION =
  /^\s*(?:(?:with|formulated\s+with|powered\s+by|enriched\s+with|infused\s+with|packed\s+with|featuring|mit|avec|con|com)\s|(?:goes|works|pairs)\s+(?:well\s+)?with\b|shop\s+by\s+ingredients?\b|(?:actives|wirkstoffe|actifs|attivi|activos)\s*[:：\n])/i;
const SELECTION_MOST = 7;

/** So few pieces are a title and what is said of the product, where one of them says what it is: "2% Salicylic Acid Cleanser". */
const TITLE_MOST = 5;
const PRODUCT =
  /\b(?:serum|cleanser|toner|moisturi[sz]er|cream|lotion|essence|mask|exfoliant|treatment|solution)\b/i;

/** "Ingredients: Squalane": a heading tells a list of a name or two, unless it heads a selection. */
const isHeaded = (text: string): boolean => !isHighlights(text) && withoutLeadIn(text) !== text;

/** A printed name without its percentage. */
function bareName(printed: string): string {
  if (!/[%％]|ppm/i.test(printed)) return printed;
  return withoutPercent(printed)
    .replace(/\s+/g, " ")
    .replace(/[\s,]+$/, "")
    .trim();
}

/** What is known of names when labels are read. */
export type LabelNames = { actives: NameTable; inci: InciNames };

/** Whether the names stand in alphabetical order, with hardly an exception, and perhaps behind the water. */
function isAlphabetical(entries: Ingredient[], isDrugLabel: boolean): boolean {
  const names = entries.filter(({ section }) => section === "main").map(({ name }) => name.toLowerCase());
  const [first = "", ...others] = names;
  const listed = WATER.test(first) ? others : names;
  // US Drug Facts list by letter unless the product is a cosmetic too, so that a few names tell.
  if (listed.length < (isDrugLabel ? ALPHABETICAL_DRUG : ALPHABETICAL_LEAST)) return false;
  const ordered = listed.filter((name, at) => at === 0 || (listed[at - 1] ?? "") <= name).length;
  return ordered / listed.length >= (listed.length < ALPHABETICAL_LEAST ? 1 : ALPHABETICAL_SHARE);
}

function onePercentLine(entries: Ingredient[], table: NameTable): number | null {
  if (
    isAlphabetical(
      entries,
      entries.some(({ section }) => section === "active"),
    )
  )
    return null;
  // Water again: the lists of two products in one text.
  if (entries.filter(({ name, section }) => section === "main" && WATER.test(name)).length > 1) return null;
  const marker = entries.findIndex(({ printed, section }) => section === "main" && table.isMarker(printed));
  if (marker === -1 || marker + 1 >= entries.length) return null;
  // What is said to be more than 1 % shows that the list is not by weight.
  const isBelied = entries
    .slice(marker + 1)
    .some(({ percent = 0, section }) => section === "main" && percent > 1);
  return isBelied ? null : marker + 1;
}

/**
 * Reads the text of an ingredient list. Returns null where the text is no list (too few entries, running text, praise, what is
 * not inside). The one-percent line is an upper bound only: what stands behind a marker is at most 1 %; what stands before it
 * may be less too. Alphabetical lists, as in US Drug Facts, have none (21 CFR 201.66(c)(8)).
 */
export function readLabel(text: string, { actives, inci }: LabelNames): Label | null {
  const printed = splitList(text, inci, (name) => actives.find(name)?.drugFacts === true);
  const isShort = printed.length < ENTRIES_LEAST;
  const isSure = PRAISED.test(text) || isHeaded(text);
  if (isShort && !(isSure && printed.every((entry) => inci.isKnown(bareName(entry.printed))))) return null;
  const isTitle = ({ printed: name }: { printed: string }) =>
    PRODUCT.test(name) && !inci.isKnown(name) && actives.find(name) === null;
  if (printed.length <= TITLE_MOST && !isSure && printed.some(isTitle)) return null;
  if (printed.length === 0 || (printed.length <= SELECTION_MOST && SELECTION.test(text))) return null;
  if (printed.filter((entry) => FREE.test(entry.printed)).length > printed.length / 2) return null;
  let likely = 0;
  const entries = printed.map((entry): Ingredient => {
    const { printed, section, percent } = entry;
    const bare = bareName(printed);
    const active = actives.find(printed);
    const isKnown = inci.isKnown(bare);
    const name = isKnown ? bare : inci.mended(bare);
    const known = isKnown || active !== null || name !== bare;
    if (known || (inci.isLikely(name) && !isProse(name))) likely += 1;
    const read: Ingredient = { printed, name, section, known, active: active?.id ?? null };
    return percent === undefined ? read : { ...read, percent };
  });
  if (likely / entries.length < LIKELY_SHARE) return null;
  return { entries, onePercentLine: onePercentLine(entries, actives) };
}

/** Products of a kit have at least so many entries each. */
const KIT_ENTRIES = 5;
/** Share of all entries that must stand under the names. */
const KIT_SHARE = 0.8;

/**
 * Reads the labels in a text: several where it holds the lists of a kit under the names of its products, else one, or none.
 */
export function readLabels(text: string, names: LabelNames): Label[] {
  const whole = readLabel(text, names);
  if (whole === null) return [];
  const labels = listsOfKit(text).flatMap(({ name, text: list }) => {
    const label = readLabel(list, names);
    return label !== null && label.entries.length >= KIT_ENTRIES ? [{ ...label, name }] : [];
  });
  const read = labels.reduce((sum, { entries }) => sum + entries.length, 0);
  return labels.length > 1 && read >= whole.entries.length * KIT_SHARE ? labels : [whole];
}
