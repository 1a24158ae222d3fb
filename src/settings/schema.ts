/** What the user has chosen, as stored. Raise VERSION and add a migration when the form changes. */
import * as v from "valibot";

export const VERSION = 1;

const host = v.pipe(v.string(), v.nonEmpty(), v.maxLength(253));

export const settingsSchema = v.object({
  version: v.literal(VERSION),
  /** Rule switches that differ from the rule's default. */
  rules: v.record(v.pipe(v.string(), v.maxLength(100)), v.boolean()),
  /** Hosts (without "www.") on which Poreality is switched off. */
  sitesOff: v.array(host),
  mark: v.picklist(["default", "everything", "nothing"]),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

/** Fresh settings: every rule at its default, no site switched off. */
export function defaultSettings(): Settings {
  return { version: VERSION, rules: {}, sitesOff: [], mark: "default" };
}

export type ParsedSettings =
  | { state: "read"; settings: Settings }
  /** Not readable: defaults are used, and the stored value is to be kept aside. */
  | { state: "unreadable"; settings: Settings }
  /** Written by a later version: defaults are used, and the stored value must not be overwritten. */
  | { state: "newer"; settings: Settings };

/** Reads stored settings of any age and shape. Nothing stored yet gives the defaults. Never throws. */
export function parseSettings(stored: unknown): ParsedSettings {
  if (stored === undefined || stored === null) return { state: "read", settings: defaultSettings() };
  const parsed = v.safeParse(settingsSchema, stored);
  if (parsed.success) return { state: "read", settings: parsed.output };
  const version = typeof stored === "object" ? (stored as { version?: unknown }).version : undefined;
  const state = typeof version === "number" && version > VERSION ? "newer" : "unreadable";
  return { state, settings: defaultSettings() };
}
