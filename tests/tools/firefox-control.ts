/** What the extension in Firefox knows about tabs, asked from a page of its own. */
import type { CheckAnswer, PopupState } from "../../src/messaging/messages.ts";
import { POPUP_PATH } from "./chromium.ts";
import type { Firefox } from "./firefox.ts";
import type { FirefoxTab } from "./firefox-tab.ts";
import { until } from "./settled.ts";

/** States in which the extension has not been asked to read a page. */
const UNASKED = ["not-checked", "browser-page"];
/** Equal looks in a row that mean that a report has ended. */
const EQUAL_LOOKS = 3;

export class FirefoxControl {
  private constructor(
    private readonly firefox: Firefox,
    private readonly page: FirefoxTab,
  ) {}

  static async open(firefox: Firefox): Promise<FirefoxControl> {
    return new FirefoxControl(firefox, await firefox.extensionPage(POPUP_PATH));
  }

  /** Opens an empty tab and says which id the extension knows it by. */
  async newTab(): Promise<{ page: FirefoxTab; tab: number }> {
    const before = await this.ids();
    const page = await this.firefox.newTab();
    const tab = (await this.ids()).find((id) => !before.includes(id));
    if (tab === undefined) throw new Error("The extension does not see the new tab.");
    return { page, tab };
  }

  /**
   * The state that the popup would show once it no longer changes. A page that the extension has not been asked to read is
   * checked first, as a person would do it.
   * @throws Error if there is none in time
   */
  async checked(page: FirefoxTab, tab: number, limitMs: number): Promise<PopupState> {
    const state = await this.settled(tab, limitMs);
    if (!UNASKED.includes(state.state)) return state;
    await until("leave to check the page in Firefox", limitMs, async () => {
      // The leave that a click gives ends when the page moves on, which some do while they load.
      await this.firefox.clickToolbarButton(page);
      const check = await this.page.ask<CheckAnswer>({ type: "popup.check", tabId: tab });
      return check.ok ? true : undefined;
    });
    return this.settled(tab, limitMs);
  }

  private async settled(tab: number, limitMs: number): Promise<PopupState> {
    let before = "";
    let equal = 0;
    return until(`a report on tab ${tab} in Firefox`, limitMs, async () => {
      const state = await this.page.ask<PopupState>({ type: "popup.report", tabId: tab });
      const now = JSON.stringify(state);
      equal = now === before ? equal + 1 : 1;
      before = now;
      const final = state.state === "report" || UNASKED.includes(state.state);
      return final && equal >= EQUAL_LOOKS ? state : undefined;
    });
  }

  private ids(): Promise<number[]> {
    return this.page.run<number[]>("browser.tabs.query({}).then((tabs) => tabs.map((tab) => tab.id))");
  }
}
