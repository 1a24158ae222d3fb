/** Messages are checked before anything is done with them, whoever sent them. */
import * as v from "valibot";
import { PRODUCT_KINDS, ZONES } from "../engine/model.ts";
import { CHECKED_TEXT_MOST } from "./limits.ts";
import type { ContentToBackground, SurfaceToBackground } from "./messages.ts";

/** Longest text of one block that is accepted, and most blocks; the page side cuts before either. */
const BLOCK_TEXT_MOST = 100_000;
const BLOCKS_MOST = 300_000;
const FACT_MOST = 200_000;
/** Longest pause, in minutes: a day. */
const PAUSE_MOST = 1_440;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const shortText = v.pipe(v.string(), v.maxLength(2_000));
const docId = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/));
const finding = v.pipe(v.string(), v.maxLength(200));
const host = v.pipe(v.string(), v.nonEmpty(), v.maxLength(253));
const language = v.pipe(v.string(), v.regex(/^[a-z]{2}$/));
const rule = v.pipe(v.string(), v.maxLength(100));

const block = v.strictObject({
  id: count,
  zone: v.picklist(ZONES),
  text: v.pipe(v.string(), v.maxLength(BLOCK_TEXT_MOST)),
  lang: v.optional(v.pipe(v.string(), v.maxLength(100))),
  hidden: v.boolean(),
  label: v.optional(v.pipe(v.string(), v.maxLength(200))),
});

const facts = v.strictObject({
  type: v.picklist(["product", "listing", "article", "unknown"]),
  name: shortText,
  brand: shortText,
  category: shortText,
  ingredients: v.pipe(v.string(), v.maxLength(FACT_MOST)),
  shop: v.nullable(v.strictObject({ id: v.pipe(v.string(), v.maxLength(40)), found: v.boolean() })),
});

export const contentSchema: v.GenericSchema<unknown, ContentToBackground> = v.variant("type", [
  v.strictObject({
    type: v.literal("page.update"),
    docId,
    revision: count,
    full: v.boolean(),
    facts: v.nullable(facts),
    added: v.pipe(v.array(block), v.maxLength(BLOCKS_MOST)),
    removed: v.array(count),
    truncated: v.boolean(),
  }),
  v.strictObject({ type: v.literal("page.read"), docId }),
  v.strictObject({ type: v.literal("page.gone"), docId }),
  v.strictObject({ type: v.literal("card.open"), docId, finding }),
  v.strictObject({
    type: v.literal("card.action"),
    docId,
    finding,
    action: v.picklist(["hide", "unhide", "rule-off", "rule-on", "site-off", "site-on", "open-options"]),
  }),
]);

const tabId = count;
export const surfaceSchema: v.GenericSchema<unknown, SurfaceToBackground> = v.variant("type", [
  v.strictObject({ type: v.literal("popup.report"), tabId }),
  v.strictObject({ type: v.literal("popup.check"), tabId }),
  v.strictObject({ type: v.literal("popup.site"), tabId, host, on: v.boolean() }),
  v.strictObject({ type: v.literal("popup.show"), tabId, finding }),
  v.strictObject({ type: v.literal("popup.stop"), tabId }),
  v.strictObject({ type: v.literal("popup.resume"), tabId }),
  v.strictObject({ type: v.literal("options.load") }),
  v.strictObject({ type: v.literal("options.rule"), rule, on: v.boolean() }),
  v.strictObject({ type: v.literal("options.site"), host, on: v.boolean() }),
  v.strictObject({ type: v.literal("options.mark"), mark: v.picklist(["default", "everything", "nothing"]) }),
  v.strictObject({ type: v.literal("popup.marks"), tabId, on: v.boolean() }),
  v.strictObject({
    type: v.literal("popup.pause"),
    tabId,
    minutes: v.pipe(v.number(), v.gtValue(0), v.maxValue(PAUSE_MOST)),
  }),
  v.strictObject({ type: v.literal("popup.unpause"), tabId }),
  v.strictObject({ type: v.literal("options.family"), family: rule, on: v.boolean() }),
  v.strictObject({ type: v.literal("options.exception"), rule, host, on: v.boolean() }),
  v.strictObject({ type: v.literal("options.language"), language, on: v.boolean() }),
  v.strictObject({ type: v.literal("options.forget"), origin: shortText }),
  v.strictObject({ type: v.literal("options.reset") }),
  v.strictObject({ type: v.literal("options.import"), settings: v.unknown() }),
  v.strictObject({
    type: v.literal("check.text"),
    text: v.pipe(v.string(), v.maxLength(CHECKED_TEXT_MOST)),
    kind: v.nullable(v.picklist(PRODUCT_KINDS)),
  }),
  v.strictObject({ type: v.literal("check.selected") }),
  v.strictObject({ type: v.literal("routine.load"), tabId: v.nullable(tabId) }),
]);
