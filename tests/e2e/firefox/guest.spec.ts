import { DEMO_ORIGIN, demoFile, demoPaths, expectations } from "../../tools/demo.ts";
import type { FirefoxTab } from "../../tools/firefox-tab.ts";
import { differencesOf, SNAPSHOT, type Snapshot, WHEN_STILL } from "../../tools/guest-snapshot.ts";
import { expect, test } from "./shop.ts";

/** A host that the extension may not read, so the same pages without us. */
const PLAIN = "https://plain.example";

test("is a guest on every page of the demo: no node changed, nothing moved, no error", async ({ shop }) => {
  // Every page of the shop twice.
  test.slow();
  const { firefox } = shop;
  for (const path of demoPaths()) {
    const file = demoFile(path);
    if (file !== null) firefox.serve(PLAIN + path, file.body, file.contentType);
  }
  firefox.serve(`${PLAIN}/demo/`, demoFile("/demo/")?.body ?? "");
  const look = async (page: FirefoxTab): Promise<Snapshot> => {
    await page.run(WHEN_STILL);
    const seen = await page.run<Omit<Snapshot, "errors">>(SNAPSHOT);
    const errors = firefox.logged.filter(({ context }) => context === page.context);
    return { ...seen, errors: errors.map(({ text }) => text.replace(DEMO_ORIGIN, PLAIN)) };
  };
  for (const { path, marked } of expectations()) {
    const { page } = await shop.visit(path);
    if (marked.length > 0) await page.becomes(`document.querySelector("poreality-marks") !== null`);
    const seen = await look(page);
    const untouched = await shop.newTab(`${PLAIN}/demo/${path}`);
    expect(differencesOf(await look(untouched.page), seen), path).toEqual([]);
  }
});
