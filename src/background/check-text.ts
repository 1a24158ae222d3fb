/** "Check a label": a text that the reader brings, read as a page would be. Nothing of it is kept. */
import type { Block, ProductKind } from "../engine/model.ts";
import type { CheckedText } from "../messaging/messages.ts";
import type { Context } from "./context.ts";
import { applyBlocks, emptyDoc, NO_FACTS, reportOf } from "./report.ts";

/** The one block that claims are read in; their offsets are those of the text. */
const WORDS = 0;
/** So much of a text tells what sort of product it is about. */
const NAME_MOST = 300;

/** Longer texts than this are no list of a name or two. */
const SHORT = 300;
/** A heading tells a list of a name or two: whoever has only these types no heading. */
const HEADING = "Ingredients: ";

/**
 * The parts of a text that hold ingredient lists: all of it where it is read as one, else paragraph by paragraph, else line by
 * line; and a few known names by themselves.
 */
function listsIn({ engine }: Context, text: string): string[] {
  const isList = (part: string) => engine.readLabels(part).length > 0;
  for (const parts of [[text], text.split(/\n\s*\n/), text.split("\n")]) {
    const lists = parts.filter(isList);
    if (lists.length > 0) return lists;
  }
  const short = HEADING + text.trim();
  return short.length <= SHORT && isList(short) ? [short] : [];
}

/** True where the browser is sure that a text is in a language in which we read no claims. */
async function isOtherLanguage({ engine, detectLanguage }: Context, text: string): Promise<boolean> {
  const { isReliable, languages } = await detectLanguage(text);
  const [best] = languages;
  const code = best?.language.slice(0, 2) ?? "";
  // Names of ingredients are no language, and are taken for one easily.
  return isReliable && code !== "" && code !== "la" && !engine.languages.has(code);
}

/**
 * Reads claims and ingredient lists in a text and judges them.
 * @param kind what sort of product it is about; null to go by the words.
 */
export async function checkText(
  context: Context,
  text: string,
  kind: ProductKind | null,
): Promise<CheckedText> {
  const { engine, views, settings } = context;
  const lists = listsIn(context, text);
  const blocks: Block[] = [
    { id: WORDS, zone: "description", text, hidden: false },
    ...lists.map((list, at): Block => ({ id: at + 1, zone: "ingredients", text: list, hidden: false })),
  ];
  const doc = emptyDoc("");
  doc.otherLanguages = lists.length === 0 && (await isOtherLanguage(context, text));
  applyBlocks(doc, 0, { added: blocks, removed: [] }, engine);
  const before = performance.now();
  const known = kind ?? engine.kindOf({ name: text.slice(0, NAME_MOST), category: "" });
  const stored = await settings.get();
  const state = {
    docs: { 0: { ...doc, facts: { ...NO_FACTS, type: "product" as const } } },
    hidden: [],
    host: "",
  };
  const report = reportOf(state, engine, { ...stored, languagesOff: [], mark: "default" }, known);
  // Of pictures, pages and shops there is nothing to say here.
  const notChecked = report.notChecked.filter((id) => id !== "images" && id !== "shop-layout");
  return { report: views.report({ ...report, notChecked }, performance.now() - before) };
}
