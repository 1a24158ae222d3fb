/** What the user has chosen, as stored. Raise VERSION and add a migration when the form changes. */
import * as v from "valibot";

export const VERSION = 2;

const host = v.pipe(v.string(), v.nonEmpty(), v.maxLength(253));

const rule = v.pipe(v.string(), v.maxLength(100));

const common = {
  /** Rule switches that differ from the rule's default. */
  rules: v.record(rule, v.boolean()),
  /** Hosts (without "www.") on which Poreality is switched off. */
  sitesOff: v.array(host),
  mark: v.picklist(["default", "everything", "nothing"]),
};

export const settingsSchema = v.object({
  version: v.literal(VERSION),
  ...common,
  /** Hosts on which a single rule is off, by rule. */
  exceptions: v.record(rule, v.array(host)),
  /** Languages in which claims are not read. */
  languagesOff: v.array(v.pipe(v.string(), v.regex(/^[a-z]{2}$/))),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

/** Fresh settings: every rule at its default, no site switched off. */
export function defaultSettings(): Settings {
  return { version: VERSION, rules: {}, exceptions: {}, sitesOff: [], languagesOff: [], mark: "default" };
}

export type ParsedSettings =
  | { state: "read"; settings: Settings }
  /** Not readable: defaults are used, and the stored value is to be kept aside. */
  | { state: "unreadable"; settings: Settings }
  /** Written by a later version: defaults are used, and the stored value must not be overwritten. */
  | { state: "newer"; settings: Settings };

/** Before exceptions and languages. */
const firstSchema = v.object({ version: v.literal(1), ...common });

/** Settings of an older form in today's; whatever is no such thing comes back as it is. */
function migrated(stored: unknown): unknown {
  const first = v.safeParse(firstSchema, stored);
  return first.success ? { ...defaultSettings(), ...first.output, version: VERSION } : stored;
}

/** Reads stored settings of any age and shape. Nothing stored yet gives the defaults. Never throws. */
export function parseSettings(stored: unknown): ParsedSettings {
  if (stored === undefined || stored === null) return { state: "read", settings: defaultSettings() };
  const parsed = v.safeParse(settingsSchema, migrated(stored));
  if (parsed.success) return { state: "read", settings: parsed.output };
  const version = typeof stored === "object" ? (stored as { version?: unknown }).version : undefined;
  const state = typeof version === "number" && version > VERSION ? "newer" : "unreadable";
  return { state, settings: defaultSettings() };
}
