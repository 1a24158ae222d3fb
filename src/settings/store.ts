/** Settings in `storage.local`, read once and kept in memory while the worker lives. Only the background writes. */
import { browser } from "../platform/browser.ts";
import { defaultSettings, type ParsedSettings, parseSettings, type Settings } from "./schema.ts";

const KEY = "settings";
const ASIDE = "settings.unreadable";

export type SettingsStore = {
  get(): Promise<Settings>;
  /** True where stored settings could not be used and were left or set aside. */
  recovered(): Promise<boolean>;
  /**
   * Applies `change` to the newest settings and stores the result; calls run one after the other.
   * @throws Error with a sentence for the reader if the settings belong to a later version or cannot be stored.
   */
  update(change: (settings: Settings) => Settings): Promise<Settings>;
};

/** Opens the store. Unreadable settings are copied aside before anything is written over them. */
export function createSettingsStore(): SettingsStore {
  let loading: Promise<ParsedSettings> | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  async function load(): Promise<ParsedSettings> {
    const stored = (await browser.storage.local.get(KEY))[KEY];
    const parsed = parseSettings(stored);
    if (parsed.state === "unreadable") await browser.storage.local.set({ [ASIDE]: stored });
    return parsed;
  }
  const current = () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };

  return {
    get: async () => (await current()).settings,
    recovered: async () => (await current()).state !== "read",
    update(change) {
      const next = queue.then(async () => {
        const parsed = await current();
        if (parsed.state === "newer") {
          throw new Error(
            "Your settings were saved by a later version of Poreality. Update it to change them.",
          );
        }
        const settings = change(parsed.settings);
        await browser.storage.local.set({ [KEY]: settings });
        loading = Promise.resolve({ state: "read", settings });
        return settings;
      });
      queue = next.catch(() => undefined);
      return next;
    },
  };
}

export { defaultSettings, type Settings };
