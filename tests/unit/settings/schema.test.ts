import { expect, test } from "vitest";
import { defaultSettings, parseSettings, VERSION } from "../../../src/settings/schema.ts";

test("settings that were stored come back", () => {
  const settings = { ...defaultSettings(), rules: { "pores.get-smaller": false }, sitesOff: ["example.com"] };
  expect(parseSettings(structuredClone(settings))).toEqual({ state: "read", settings });
});

test.each([undefined, null])("%s is a fresh start", (stored) => {
  expect(parseSettings(stored)).toEqual({ state: "read", settings: defaultSettings() });
});

test.each([
  "on",
  42,
  [],
  {},
  { version: VERSION },
  { ...defaultSettings(), rules: { x: 1 } },
  { ...defaultSettings(), sitesOff: [""] },
  { ...defaultSettings(), mark: "loudly" },
  { ...defaultSettings(), exceptions: { x: ["a.example", ""] } },
  { ...defaultSettings(), languagesOff: ["english"] },
  { ...defaultSettings(), version: VERSION - 2 },
])("%j is unreadable and gives the defaults", (stored) => {
  expect(parseSettings(stored)).toEqual({ state: "unreadable", settings: defaultSettings() });
});

test("settings of the first version are brought into today's form, with nothing lost", () => {
  const first = {
    version: 1,
    rules: { "pores.get-smaller": false },
    sitesOff: ["example.com"],
    mark: "everything",
  };
  expect(parseSettings(first)).toEqual({
    state: "read",
    settings: { ...first, version: VERSION, exceptions: {}, languagesOff: [] },
  });
});

test("settings of a later version are left alone", () => {
  const later = { ...defaultSettings(), version: VERSION + 1, something: "new" };
  expect(parseSettings(later)).toEqual({ state: "newer", settings: defaultSettings() });
});
