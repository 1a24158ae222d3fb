/** Saved pages in Firefox with and without the extension. */
import { Firefox } from "./firefox.ts";
import { FirefoxControl } from "./firefox-control.ts";
import type { FirefoxTab } from "./firefox-tab.ts";
import type { GuestBrowser } from "./guest-check.ts";
import { SNAPSHOT, type Snapshot, WHEN_STILL } from "./guest-snapshot.ts";
import { freshExtension } from "./repository.ts";

const LIMIT_MS = 60_000;

/** Firefox does not measure layout shift; there the boxes of all elements speak alone. */
async function snapshotOf(firefox: Firefox, page: FirefoxTab): Promise<Snapshot> {
  await page.run(WHEN_STILL);
  const seen = await page.run<Omit<Snapshot, "errors">>(SNAPSHOT);
  const errors = firefox.logged.filter(({ context }) => context === page.context).map(({ text }) => text);
  return { ...seen, errors: [...new Set(errors)] };
}

/** Starts both browsers. @throws Error if one does not start */
export async function guestFirefox(): Promise<GuestBrowser> {
  const plain = await Firefox.launch({ extension: null });
  const loaded = await Firefox.launch({ extension: freshExtension("firefox") });
  const control = await FirefoxControl.open(loaded);
  return {
    name: "Firefox",
    async without(saved, headers) {
      plain.serveSaved(saved, headers);
      const page = await plain.newTab();
      await page.open(saved.url, LIMIT_MS);
      const snapshot = await snapshotOf(plain, page);
      await page.close();
      return snapshot;
    },
    async with(saved, headers) {
      loaded.serveSaved(saved, headers);
      loaded.errors.length = 0;
      const { page, tab } = await control.newTab();
      await page.open(saved.url, LIMIT_MS);
      const state = await control.checked(page, tab, LIMIT_MS);
      const snapshot = await snapshotOf(loaded, page);
      await page.close();
      const marks =
        state.state === "report" ? state.report.findings.filter(({ marked }) => marked).length : 0;
      return { snapshot, own: [...loaded.errors], marks };
    },
    async close() {
      await plain.close();
      await loaded.close();
    },
  };
}
