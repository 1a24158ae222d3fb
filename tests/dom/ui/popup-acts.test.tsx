/** What the popup can do about a page: its marks, a pause, its summary, a rule on its site. */
import { beforeAll, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { PopupState } from "../../../src/messaging/messages.ts";
import { Popup } from "../../../src/popup/popup.tsx";
import "../../../src/popup/popup.css";
import { type FakeClient, fakeClient } from "./fake-client.ts";
import { NOTHING_FOUND, OPTIONS, REPORT } from "./fixtures.ts";
import { mount } from "./mount.ts";

const HOST = "www.shop.example";
const SITE = { host: HOST, access: "shop", origin: "https://www.shop.example/*" } as const;
const REPORT_STATE: PopupState = { state: "report", ...SITE, report: REPORT };

beforeAll(() => {
  document.body.className = "poreality";
});

function open(state: PopupState, answers: Parameters<typeof fakeClient>[0] = {}): FakeClient {
  const client = fakeClient({ "popup.report": () => state, ...answers });
  mount(<Popup client={client} />);
  return client;
}

describe("what can be done about a page", () => {
  test("marks are hidden and shown again", async () => {
    const client = open(REPORT_STATE, {
      "popup.marks": ({ on }) => ({ ...REPORT_STATE, unmarked: !on }),
    });
    await userEvent.click(page.getByRole("button", { name: "Hide marks" }));
    await expect.element(page.getByRole("button", { name: "Show marks" })).toHaveFocus();
    expect(client.sent.at(-1)).toEqual({ type: "popup.marks", tabId: 7, on: false });
    client.answers["popup.marks"] = () => {
      throw new Error("no");
    };
    await userEvent.click(page.getByRole("button", { name: "Show marks" }));
    await expect.element(page.getByRole("alert")).toHaveTextContent("That did not work. Try again.");
  });

  test("where nothing is marked there are no marks to hide", async () => {
    open({ state: "report", ...SITE, report: NOTHING_FOUND });
    await expect.element(page.getByRole("button", { name: "Copy summary" })).toBeVisible();
    expect(page.getByRole("button", { name: "Hide marks" }).elements()).toEqual([]);
  });

  test("a pause for an hour says until when, and can be ended", async () => {
    const until = new Date(2026, 0, 2, 15, 30).getTime();
    const client = open(REPORT_STATE, {
      "popup.pause": () => ({ state: "paused", until }),
      "popup.unpause": () => REPORT_STATE,
    });
    await userEvent.click(page.getByRole("button", { name: "Pause for an hour" }));
    await expect
      .element(page.getByRole("heading", { level: 1 }))
      .toHaveTextContent(/^Poreality is paused until 3:30\sPM\.$/);
    expect(client.sent.at(-1)).toEqual({ type: "popup.pause", tabId: 7, minutes: 60 });
    // What was pressed is gone: the headline that came instead has the focus, and is read out by that.
    await expect.element(page.getByRole("heading", { level: 1 })).toHaveFocus();
    await userEvent.click(page.getByRole("button", { name: "Go on now" }));
    await expect.element(page.getByText("Claims on this page")).toBeVisible();
    await expect.element(page.getByRole("heading", { level: 1 })).toHaveFocus();
  });

  test("the summary is copied as text, without the page's address", async () => {
    const copied: string[] = [];
    const write = navigator.clipboard.writeText;
    navigator.clipboard.writeText = async (text) => void copied.push(text);
    open({ ...REPORT_STATE, report: { ...REPORT, notChecked: ["images"] } });
    await userEvent.click(page.getByRole("button", { name: "Copy summary" }));
    await expect.element(page.getByText("Copied. Nothing was sent.")).toBeVisible();
    navigator.clipboard.writeText = write;
    const [text = ""] = copied;
    expect(text).toContain("Poreality: Velvane Pore Reset Serum, 30 ml\nThe ingredients are real.");
    expect(text).toContain(
      "- “permanently shrinks pores”\n  Hype. No product can close or delete a pore. How sure we are: high.",
    );
    expect(text).toContain("- Niacinamide: Real. Place 2 of");
    expect(text).toContain("Words inside pictures are not read.");
    expect(text).not.toContain(HOST);
  });

  test("where the browser refuses to copy, the text can be copied by hand", async () => {
    const write = navigator.clipboard.writeText;
    navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
    open(REPORT_STATE);
    await userEvent.click(page.getByRole("button", { name: "Copy summary" }));
    const box = page.getByRole("textbox");
    await expect.element(box).toHaveFocus();
    await expect.element(box).toHaveValue(expect.stringContaining("permanently shrinks pores"));
    navigator.clipboard.writeText = write;
  });

  test("a rule is switched off on this site, and on again", async () => {
    const client = open(REPORT_STATE, { "options.exception": () => OPTIONS });
    await userEvent.click(page.getByText(/^Why, with/).first());
    await userEvent.click(page.getByRole("button", { name: "Turn rule off here: Gone for good" }).first());
    await expect.element(page.getByText(`“Gone for good” is off on ${HOST}.`)).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Undo" })).toHaveFocus();
    const asked = () => client.sent.filter(({ type }) => type === "options.exception");
    const exception = { type: "options.exception", rule: "pores.gone-for-good", host: HOST };
    expect(asked()).toEqual([{ ...exception, on: false }]);
    await userEvent.click(page.getByRole("button", { name: "Undo" }));
    await expect.poll(() => document.querySelector(".said-above")).toBeNull();
    await expect.element(page.getByRole("heading", { level: 1 })).toHaveFocus();
    expect(asked().at(-1)).toEqual({ ...exception, on: true });
  });

  test("the ways to a rule's settings and to our other pages", async () => {
    const client = open(REPORT_STATE);
    await userEvent.click(page.getByText(/^Why, with/).first());
    await userEvent.click(page.getByRole("button", { name: "Rule settings: Gone for good" }).first());
    await userEvent.click(page.getByRole("button", { name: "Check a label" }));
    await userEvent.click(page.getByRole("button", { name: "Routine" }));
    expect(client.opened).toEqual(["rule-pores.gone-for-good", "label-check", "routine?tab=7"]);
  });
});
