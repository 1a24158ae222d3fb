import { demoFile, expectations } from "../../tools/demo.ts";
import {
  COUNT_SHIFTS,
  differencesOf,
  SNAPSHOT,
  type Snapshot,
  WHEN_STILL,
} from "../../tools/guest-snapshot.ts";
import { expect, test } from "./shop.ts";

/** A host that the extension may not read, so the same page without us. */
const PLAIN = "https://plain.example";

for (const { path, marked } of expectations()) {
  test(`is a guest on "${path || "the front page"}": no node changed, nothing moved, no error`, async ({
    shop,
  }) => {
    const { context } = shop.browser;
    await context.addInitScript(COUNT_SHIFTS);
    await context.route(`${PLAIN}/**`, (route) => {
      const file = demoFile(new URL(route.request().url()).pathname);
      return route.fulfill(file ?? { status: 404, body: "" });
    });
    const errors = new Map<string, string[]>();
    context.on("console", (message) => {
      const from = message.page()?.url() ?? "";
      if (message.type() === "error") errors.set(from, [...(errors.get(from) ?? []), message.text()]);
    });
    const look = async (page: Awaited<ReturnType<typeof context.newPage>>): Promise<Snapshot> => {
      await page.evaluate(WHEN_STILL);
      const seen = (await page.evaluate(SNAPSHOT)) as Omit<Snapshot, "errors">;
      return { ...seen, errors: errors.get(page.url()) ?? [] };
    };
    const { page } = await shop.visit(path);
    if (marked.length > 0) await page.locator("poreality-marks").waitFor({ state: "attached" });
    const seen = await look(page);
    const untouched = await context.newPage();
    await untouched.goto(`${PLAIN}/demo/${path}`);
    expect(differencesOf(await look(untouched), seen)).toEqual([]);
  });
}
