import { beforeEach, expect, test, vi } from "vitest";
import { defaultSettings, VERSION } from "../../../src/settings/schema.ts";
import { createSettingsStore } from "../../../src/settings/store.ts";

const local = vi.hoisted(() => {
  const stored: Record<string, unknown> = {};
  return {
    stored,
    get: vi.fn(async (key: string) => ({ [key]: structuredClone(stored[key]) })),
    set: vi.fn(async (items: Record<string, unknown>) => void Object.assign(stored, structuredClone(items))),
  };
});
vi.mock("../../../src/platform/browser.ts", () => ({ browser: { storage: { local } } }));

beforeEach(() => {
  for (const key of Object.keys(local.stored)) delete local.stored[key];
  local.set.mockClear();
  local.get.mockClear();
});

test("changes are stored and seen by a new worker", async () => {
  await createSettingsStore().update((settings) => ({ ...settings, mark: "everything" }));
  expect((await createSettingsStore().get()).mark).toBe("everything");
});

test("changes made at the same time are all kept", async () => {
  const store = createSettingsStore();
  await Promise.all(
    ["a.com", "b.com", "c.com"].map((host) =>
      store.update((settings) => ({ ...settings, sitesOff: [...settings.sitesOff, host] })),
    ),
  );
  expect((await createSettingsStore().get()).sitesOff).toEqual(["a.com", "b.com", "c.com"]);
});

test("unreadable settings are copied aside before they are replaced", async () => {
  local.stored.settings = { version: VERSION, rules: "broken" };
  const store = createSettingsStore();
  expect(await store.get()).toEqual(defaultSettings());
  expect(await store.recovered()).toBe(true);
  expect(local.stored["settings.unreadable"]).toEqual({ version: VERSION, rules: "broken" });
  await store.update((settings) => settings);
  expect(await store.recovered()).toBe(false);
});

test("settings of a later version are never overwritten", async () => {
  const later = { version: VERSION + 1 };
  local.stored.settings = later;
  const store = createSettingsStore();
  await expect(store.update((settings) => settings)).rejects.toThrow("later version");
  expect(local.stored.settings).toEqual(later);
});

test("a failed read is tried again, a failed write leaves the settings as they were", async () => {
  local.get.mockRejectedValueOnce(new Error("busy"));
  const store = createSettingsStore();
  await expect(store.get()).rejects.toThrow("busy");
  expect(await store.get()).toEqual(defaultSettings());
  local.set.mockRejectedValueOnce(new Error("QUOTA_BYTES exceeded"));
  await expect(store.update((settings) => ({ ...settings, mark: "nothing" }))).rejects.toThrow("QUOTA");
  expect((await store.get()).mark).toBe("default");
  expect((await store.update((settings) => ({ ...settings, mark: "nothing" }))).mark).toBe("nothing");
});
