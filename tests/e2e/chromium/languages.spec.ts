/** The browser's language is ours, where we have it. */
import { expect, test } from "@playwright/test";
import de from "../../../assets/_locales/de/messages.json" with { type: "json" };
import en from "../../../assets/_locales/en/messages.json" with { type: "json" };
import type { PopupState } from "../../../src/messaging/messages.ts";
import { launchChromium, OPTIONS_PATH, POPUP_PATH } from "../../tools/chromium.ts";
import { DEMO_URL, routeDemo } from "../../tools/demo.ts";
import { openChecked, toolsFor } from "../../tools/open-page.ts";
import { builtExtension } from "../../tools/repository.ts";

test.describe.configure({ mode: "parallel" });

for (const { language, messages, because } of [
  { language: "de", messages: de, because: "Öffnung eines Haarfollikels" },
  { language: "sv", messages: en, because: "opening of a hair follicle" },
]) {
  test(`a browser in ${language}`, async ({ headless }) => {
    const browser = await launchChromium({ extension: builtExtension("chrome"), headless, language });
    try {
      const tools = await toolsFor(browser);
      await routeDemo(browser.context);
      const { tab } = await openChecked(tools, `${DEMO_URL}pore-reset-serum.html`);
      const page = await browser.context.newPage();
      await page.goto(browser.address(`${POPUP_PATH}?tab=${tab}`));
      await expect(page.locator("h1")).toHaveText(messages.summary_hype_despite_real.message);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(messages.ui_language.message);
      const state = (await tools.control.ask({ type: "popup.report", tabId: tab })) as PopupState;
      const said = state.state === "report" ? state.report.findings.map((finding) => finding.because) : [];
      expect(said.join("\n")).toContain(because);
      await page.goto(browser.address(OPTIONS_PATH));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages.options_title.message);
      const isReviewed = messages.ui_language.message === "en";
      await expect(page.getByText(messages.options_translation.message)).toHaveCount(isReviewed ? 0 : 1);
    } finally {
      await browser.close();
    }
  });
}

test("the introduction opens once, when the extension is installed", async ({ headless }) => {
  const browser = await launchChromium({ extension: builtExtension("chrome"), headless });
  try {
    const address = browser.address("src/welcome/index.html");
    await expect.poll(() => browser.context.pages().filter((page) => page.url() === address).length).toBe(1);
  } finally {
    await browser.close();
  }
});
