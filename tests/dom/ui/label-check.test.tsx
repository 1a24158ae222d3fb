import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import labelCheckCss from "../../../src/label-check/label-check.css?inline";
import { LabelCheck } from "../../../src/label-check/label-check.tsx";
import { placeNow } from "../../../src/label-check/words.ts";
import { CHECKED_TEXT_MOST } from "../../../src/messaging/limits.ts";
import type { CheckedText, CheckText, ReportView } from "../../../src/messaging/messages.ts";
import type { Later } from "../../../src/ui/later.ts";
import { english, type FakeClient, fakeClient } from "./fake-client.ts";
import { finding, NOTHING_FOUND, REPORT, SERVICE } from "./fixtures.ts";
import { mount, textOf } from "./mount.ts";

const style = document.createElement("style");

beforeAll(() => {
  document.documentElement.lang = "en";
  document.body.className = "poreality";
  document.title = "Poreality";
  style.textContent = labelCheckCss;
  document.head.append(style);
});

/** Puts off until the test says so. */
class Rest {
  /** How often something was put off. */
  times = 0;
  private readonly waiting = new Set<() => void>();

  readonly later: Later = (run) => {
    this.times += 1;
    this.waiting.add(run);
    return () => this.waiting.delete(run);
  };

  /** The reader's hands rest. */
  end(): void {
    for (const run of this.waiting) run();
    this.waiting.clear();
  }
}

/** Answers in the order and at the time that a test chooses. */
class Answers {
  readonly open: { text: string; give: (answer: CheckedText) => void; fail: (error: Error) => void }[] = [];

  readonly ask = ({ text }: CheckText) =>
    new Promise<CheckedText>((give, fail) => {
      this.open.push({ text, give, fail });
    });
}

const atOnce: Later = (run) => {
  run();
  return () => {};
};

/** A report whose only claim is "erases pores" where the text has it; no claim else. */
function reportOn({ text }: CheckText): CheckedText {
  const start = text.indexOf("erases pores");
  if (start < 0) return { report: NOTHING_FOUND };
  const found = finding({ quote: "erases pores", start, end: start + "erases pores".length, block: 0 });
  return { report: { ...REPORT, findings: [found] } };
}

type Opened = { client: FakeClient; root: HTMLElement; box: HTMLTextAreaElement };

function open(answers: Parameters<typeof fakeClient>[0] = {}, later = atOnce, selected = false): Opened {
  const client = fakeClient({ "check.text": reportOn, ...answers });
  const root = mount(<LabelCheck client={client} later={later} selected={selected} />);
  return { client, root, box: root.querySelector("textarea") as HTMLTextAreaElement };
}

const answer = page.getByRole("region", { name: "Report" });
const status = page.getByRole("status").first();
const verdict = answer.getByRole("heading", { level: 2 }).first();
const textBox = page.getByRole("textbox", { name: "Claim or ingredient list" });
const askedTexts = (client: FakeClient) =>
  client.sent.flatMap((message) => (message.type === "check.text" ? [message.text] : []));

describe("empty", () => {
  test("says what to paste and what comes of it, and asks nothing", async () => {
    const { client, root } = open();
    await expect.element(answer.getByText(/^Paste what a shop/)).toBeVisible();
    await expect.element(page.getByText(/Nothing is sent, and nothing is stored/)).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Clear" })).toBeDisabled();
    expect(client.sent).toEqual([]);
    expect(document.activeElement).toBe(document.body);
    expect(textOf(root.querySelector("[role=status]"))).toBe("");
  });

  test("white space is no text", async () => {
    const { client, box } = open();
    await userEvent.fill(box, " \n ");
    await expect.element(answer.getByText(/^Paste what a shop/)).toBeVisible();
    expect(client.sent).toEqual([]);
  });

  test("the example is read, and the report has the focus that its button had", async () => {
    const { client, box } = open();
    await userEvent.click(page.getByRole("button", { name: "Try an example" }));
    await expect.element(answer).toHaveFocus();
    await expect.poll(() => box.value).toBe(english("check_example_text"));
    await expect.poll(() => askedTexts(client)).toEqual([english("check_example_text")]);
  });
});

describe("a text", () => {
  test("is reported as in the popup, and speaks of no page", async () => {
    const { root, box } = open();
    await userEvent.fill(box, "This erases pores.");
    await expect.element(verdict).toHaveTextContent("The ingredients are real. The promise is not.");
    await expect.element(answer.getByRole("heading", { name: /Claims in this text/ })).toBeVisible();
    await expect.element(status).toHaveTextContent("Found: 1 claim, 28 ingredients.");
    expect(textOf(root)).not.toMatch(/(this|on) page/i);
    expect(document.activeElement).toBe(box);
  });

  test("without claim or list: what was looked for, and that this is no approval", async () => {
    const { root, box } = open();
    await userEvent.fill(box, "A lovely day.");
    await expect.element(verdict).toHaveTextContent("No pore claims found in this text.");
    await expect
      .element(answer.getByText(/^We looked for .*does not mean that the product is/))
      .toBeVisible();
    await expect.element(answer.getByText(/^No ingredient list found in this text/)).toBeVisible();
    await expect.element(status).toHaveTextContent("Found: 0 claims, 0 ingredients.");
    expect(textOf(root)).not.toMatch(/(this|on) page/i);
  });

  test.each([
    ["No claim here. This is what we know of the list.", REPORT.label?.actives ?? []],
    ["No claim here, and nothing on the list is known to help.", []],
  ])("of a list alone: %s", async (headline, actives) => {
    const label = REPORT.label && { ...REPORT.label, actives };
    const { box } = open({ "check.text": () => ({ report: { ...NOTHING_FOUND, label } }) });
    await userEvent.fill(box, "Aqua, Niacinamide");
    await expect.element(verdict).toHaveTextContent(headline);
    await expect.element(status).toHaveTextContent("Found: 0 claims, 28 ingredients.");
  });

  test("on a service has no list to miss", async () => {
    const { root, box } = open({ "check.text": () => ({ report: SERVICE }) });
    await userEvent.fill(box, "Fractional laser");
    await expect.element(answer.getByRole("heading", { name: "Treatment in this text" })).toBeVisible();
    expect(root.querySelector("#ingredients")).toBeNull();
  });

  test("of an unknown sort says that the sort can be chosen", async () => {
    const report: ReportView = { ...REPORT, product: { ...REPORT.product, kind: "unknown" } };
    const { box } = open({ "check.text": () => ({ report }) });
    await userEvent.fill(box, "erases pores");
    await expect.element(answer.getByText(/You can choose it below the text/)).toBeVisible();
  });

  test("is read again for another sort of product, and where settings change", async () => {
    const { client, box } = open();
    await userEvent.fill(box, "erases pores");
    const kinds = () =>
      client.sent.map((message) => (message.type === "check.text" ? message.kind : undefined));
    await expect.poll(kinds).toEqual([null]);
    await userEvent.selectOptions(page.getByLabelText("What sort of product is it?"), "Make-up");
    await expect.poll(kinds).toEqual([null, "makeup"]);
    await userEvent.selectOptions(page.getByLabelText("What sort of product is it?"), "Go by the words");
    await expect.poll(kinds).toEqual([null, "makeup", null]);
    client.changed({ type: "changed", what: "report", tabId: 1 });
    client.changed({ type: "changed", what: "settings" });
    await expect.poll(kinds).toEqual([null, "makeup", null, null]);
  });

  test("that is too long is read from its start, and all of it stays", async () => {
    const { client, box } = open();
    const long = "a".repeat(CHECKED_TEXT_MOST + 5);
    await userEvent.fill(box, long);
    await expect.element(status).toHaveTextContent(/Only the first 50,000 characters are read/);
    await expect.poll(() => askedTexts(client).map(({ length }) => length)).toEqual([CHECKED_TEXT_MOST]);
    expect(box.value).toHaveLength(CHECKED_TEXT_MOST + 5);
    await userEvent.fill(box, "short");
    await expect.element(status).not.toHaveTextContent(/Only the first/);
  });
});

describe("as the reader types", () => {
  test("it waits for a rest, and asks once", async () => {
    const rest = new Rest();
    const { client, box } = open({}, rest.later);
    await userEvent.fill(box, "era");
    await expect.poll(() => rest.times).toBe(1);
    await userEvent.fill(box, "erases");
    await expect.poll(() => rest.times).toBe(2);
    await expect.element(answer).toHaveAttribute("aria-busy", "true");
    expect(client.sent).toEqual([]);
    rest.end();
    await expect.element(answer).toHaveAttribute("aria-busy", "false");
    expect(askedTexts(client)).toEqual(["erases"]);
  });

  test("the report before stays until the next is there", async () => {
    const answers = new Answers();
    const { box } = open({ "check.text": answers.ask });
    await userEvent.fill(box, "one");
    await expect.element(answer.getByText("Reading the text…")).toBeVisible();
    await expect.poll(() => answers.open).toHaveLength(1);
    answers.open[0]?.give({ report: REPORT });
    await expect.element(verdict).toHaveTextContent("The ingredients are real.");
    await userEvent.fill(box, "two");
    await expect.element(answer).toHaveAttribute("aria-busy", "true");
    await expect.element(verdict).toHaveTextContent("The ingredients are real.");
    await expect.poll(() => answers.open).toHaveLength(2);
    answers.open[1]?.give({ report: NOTHING_FOUND });
    await expect.element(verdict).toHaveTextContent("No pore claims found in this text.");
    await expect.element(answer).toHaveAttribute("aria-busy", "false");
  });

  test("an earlier answer that comes late changes nothing", async () => {
    const answers = new Answers();
    const { box } = open({ "check.text": answers.ask });
    await userEvent.fill(box, "one");
    await expect.poll(() => answers.open).toHaveLength(1);
    await userEvent.fill(box, "two");
    await expect.poll(() => answers.open).toHaveLength(2);
    answers.open[1]?.give({ report: NOTHING_FOUND });
    await expect.element(verdict).toHaveTextContent("No pore claims found in this text.");
    answers.open[0]?.give({ report: REPORT });
    await userEvent.fill(box, "three");
    await expect.poll(() => answers.open).toHaveLength(3);
    await expect.element(verdict).toHaveTextContent("No pore claims found in this text.");
  });

  test("an answer that comes after the text was cleared changes nothing", async () => {
    const answers = new Answers();
    const { box } = open({ "check.text": answers.ask });
    await userEvent.fill(box, "one");
    await expect.poll(() => answers.open).toHaveLength(1);
    await userEvent.click(page.getByRole("button", { name: "Clear" }));
    answers.open[0]?.give({ report: REPORT });
    await userEvent.fill(box, "two");
    await expect.element(answer.getByText("Reading the text…")).toBeVisible();
  });
});

describe("clear", () => {
  test("empties the box, and undo fills it again, under the same finger", async () => {
    const { box } = open();
    await userEvent.fill(box, "erases pores");
    const button = page.getByRole("button", { name: "Clear" });
    await userEvent.click(button);
    const undo = page.getByRole("button", { name: "Undo" });
    await expect.element(undo).toHaveFocus();
    await expect.element(textBox).toHaveValue("");
    await expect.element(status).toHaveTextContent("The text was cleared.");
    await userEvent.click(undo);
    await expect.element(textBox).toHaveValue("erases pores");
    await expect.element(button).toHaveFocus();
    await expect.element(verdict).toHaveTextContent("The ingredients are real.");
  });

  test("cannot be undone once something else was typed", async () => {
    const { box } = open();
    await userEvent.fill(box, "erases pores");
    await userEvent.click(page.getByRole("button", { name: "Clear" }));
    await userEvent.fill(box, "a");
    await userEvent.fill(box, "");
    await expect.element(page.getByRole("button", { name: "Clear" })).toBeDisabled();
  });
});

describe("a failure", () => {
  test("says what to do, keeps the text, and goes away when trying again works", async () => {
    const answers = new Answers();
    const { box } = open({ "check.text": answers.ask });
    await userEvent.fill(box, "erases pores");
    await expect.poll(() => answers.open).toHaveLength(1);
    answers.open[0]?.fail(new Error("No luck"));
    const alert = page.getByRole("alert");
    await expect.element(alert).toHaveTextContent(/It is still in the box\. Try again/);
    await expect.element(alert).toHaveTextContent("Details: No luck");
    await expect.element(textBox).toHaveValue("erases pores");
    expect(document.activeElement).toBe(box);
    await userEvent.click(page.getByRole("button", { name: "Try again" }));
    await expect.poll(() => answers.open).toHaveLength(2);
    answers.open[1]?.give({ report: REPORT });
    await expect.element(verdict).toHaveTextContent("The ingredients are real.");
    await expect.element(answer).toHaveFocus();
  });
});

describe("a selected text", () => {
  test("is asked for once and fills the box", async () => {
    const { client } = open({ "check.selected": () => ({ text: "It\r\nerases pores" }) }, atOnce, true);
    await expect.element(textBox).toHaveValue("It\nerases pores");
    await expect.element(verdict).toHaveTextContent("The ingredients are real.");
    expect(client.sent.map(({ type }) => type)).toEqual(["check.selected", "check.text"]);
    expect(askedTexts(client)).toEqual(["It\nerases pores"]);
  });

  test("is not asked for where the page was opened by itself", async () => {
    const { client } = open({ "check.selected": () => ({ text: "erases pores" }) });
    await expect.element(answer).toBeVisible();
    expect(client.sent).toEqual([]);
  });

  test("does not replace what was typed meanwhile", async () => {
    let give = (_: { text: string }) => {};
    const text = new Promise<{ text: string }>((resolve) => {
      give = resolve;
    });
    const { box } = open({ "check.selected": () => text }, atOnce, true);
    await userEvent.fill(box, "mine");
    give({ text: "theirs" });
    await expect.element(verdict).toBeVisible();
    await expect.element(textBox).toHaveValue("mine");
  });

  test("that does not arrive is missed in words", async () => {
    const refuse = () => Promise.reject(new Error("No luck"));
    open({ "check.selected": refuse }, atOnce, true);
    await expect.element(page.getByRole("alert")).toHaveTextContent(/Copy it there and paste it here/);
  });
});

describe("the words of a claim", () => {
  const LINES = "A light serum.\n".repeat(60);
  const show = page.getByRole("button", { name: "Show in the text: erases pores" });
  const selectedIn = (box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd);

  test("are selected in the box and brought into sight", async () => {
    const { box } = open();
    await userEvent.fill(box, `${LINES}It erases pores.\n${LINES}`);
    box.scrollTop = 0;
    await userEvent.click(show);
    await expect.element(textBox).toHaveFocus();
    expect(selectedIn(box)).toBe("erases pores");
    // 60 of 121 lines stand before it, a third of the box above it.
    const line = Number.parseFloat(getComputedStyle(box).lineHeight);
    const depth = 60 * line - box.scrollTop;
    expect(depth).toBeGreaterThan(0);
    expect(depth).toBeLessThan(box.clientHeight - line);
  });

  test("are found where a change before them has moved them, and missed where they are gone", async () => {
    const answers = new Answers();
    const { box } = open({ "check.text": answers.ask });
    await userEvent.fill(box, "It erases pores.");
    await expect.poll(() => answers.open).toHaveLength(1);
    answers.open[0]?.give(reportOn({ type: "check.text", text: "It erases pores.", kind: null }));
    await expect.element(show).toBeVisible();
    await userEvent.fill(box, "They say that it erases pores.");
    await userEvent.click(show);
    expect(selectedIn(box)).toBe("erases pores");
    await userEvent.fill(box, "They say nothing.");
    await userEvent.click(show);
    await expect.element(page.getByRole("alert")).toHaveTextContent("These words are no longer in the text.");
  });

  test("nearest place", () => {
    const span = { start: 3, end: 5 };
    expect(placeNow("it ab", "it ab", span)).toEqual(span);
    expect(placeNow("ab ab at ab", "it ab", span)).toEqual(span);
    expect(placeNow("ab, then ab", "it ab", span)).toEqual({ start: 0, end: 2 });
    expect(placeNow("so it ab", "it ab", span)).toEqual({ start: 6, end: 8 });
    expect(placeNow("none", "it ab", span)).toBeNull();
    expect(placeNow("it ab", "it ab", { start: 2, end: 2 })).toBeNull();
  });
});

describe("the box", () => {
  test("grows with its text up to a limit, and nobody else checks its spelling", async () => {
    const { box } = open();
    const height = () => box.getBoundingClientRect().height;
    const least = height();
    await userEvent.fill(box, "line\n".repeat(14));
    const grown = height();
    expect(grown).toBeGreaterThan(least);
    await userEvent.fill(box, "line\n".repeat(90));
    expect(height()).toBeLessThanOrEqual(innerHeight);
    expect(box.spellcheck).toBe(false);
  });
});

async function emulate(scheme: "light" | "dark"): Promise<void> {
  const features = [{ name: "prefers-color-scheme", value: scheme }];
  await cdp().send("Emulation.setEmulatedMedia", { features });
  await vi.waitUntil(() => matchMedia(`(prefers-color-scheme: ${scheme})`).matches);
}

async function violations(root: HTMLElement): Promise<string[]> {
  for (const details of root.querySelectorAll("details")) details.open = true;
  const results = await axe.run(document, { resultTypes: ["violations"] });
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

describe.each(["light", "dark"] as const)("axe, %s", (scheme) => {
  beforeAll(() => emulate(scheme));
  afterAll(() => emulate("light"));

  test("empty", async () => {
    expect(await violations(open().root)).toEqual([]);
  });

  test.each(["erases pores", "A lovely day.", "a".repeat(CHECKED_TEXT_MOST + 1)])(
    "filled: %#",
    async (text) => {
      const { root, box } = open();
      await userEvent.fill(box, text);
      await expect.element(answer).toHaveAttribute("data-state", "report");
      expect(await violations(root)).toEqual([]);
    },
  );

  test("cleared", async () => {
    const { root, box } = open();
    await userEvent.fill(box, "erases pores");
    await userEvent.click(page.getByRole("button", { name: "Clear" }));
    await expect.element(status).toHaveTextContent("The text was cleared.");
    expect(await violations(root)).toEqual([]);
  });

  test("failed", async () => {
    const refuse = () => Promise.reject(new Error("No luck"));
    const { root, box } = open({ "check.text": refuse, "check.selected": refuse }, atOnce, true);
    await expect.element(page.getByText(/^The text that you selected did not arrive/)).toBeVisible();
    expect(await violations(root)).toEqual([]);
    await userEvent.fill(box, "erases pores");
    await expect.element(page.getByText("The text could not be read.")).toBeVisible();
    expect(await violations(root)).toEqual([]);
  });
});
