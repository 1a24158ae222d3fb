import { describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { FindingView } from "../../../src/messaging/messages.ts";
import cardCss from "../../../src/ui/card.css?inline";
import { Card, type CardProps } from "../../../src/ui/card.tsx";
import { english } from "./fake-client.ts";
import { CHIU, finding, LEE, MAGAZINE, REAL, RISKY, UNSURE, WEARS_OFF } from "./fixtures.ts";
import { mount, textOf } from "./mount.ts";

/** Draws the card in a shadow root, as on a shop's page; the root is closed, so only the test holds it. */
function draw(props: Partial<CardProps> = {}): ShadowRoot {
  const host = mount(<div />).firstElementChild as HTMLElement;
  const shadow = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cardCss);
  shadow.adoptedStyleSheets = [sheet];
  const inside = document.createElement("div");
  shadow.append(inside);
  const card = (
    <Card view={finding()} wrong="A report." t={english} onAction={() => {}} onClose={() => {}} {...props} />
  );
  mountInto(inside, card);
  return shadow;
}

function mountInto(inside: HTMLElement, card: Parameters<typeof mount>[0]): void {
  const root = mount(card);
  inside.append(root);
}

function button(shadow: ShadowRoot, name: string): HTMLButtonElement {
  const found = [...shadow.querySelectorAll("button")].find(
    (candidate) => textOf(candidate) === name || candidate.getAttribute("aria-label") === name,
  );
  if (found === undefined) throw new Error(`No button "${name}"`);
  return found;
}

describe("what the card says", () => {
  test("verdict, reality, why, what to expect instead and the sources", () => {
    const shadow = draw();
    expect(textOf(shadow.querySelector(".badge"))).toBe("Hype");
    expect(textOf(shadow.querySelector("h2"))).toBe("No product can close or delete a pore.");
    expect(textOf(shadow.querySelector(".card-because"))).toContain("Pore size follows oil");
    expect(textOf(shadow.querySelector(".aside b"))).toBe("What this one can do:");
    expect([...shadow.querySelectorAll("cite")].map(textOf)).toEqual(["Lee et al. 2016", "Chiu et al. 2007"]);
  });

  test.each([
    ["hype", finding(), "How sure we are: high."],
    ["wears off", WEARS_OFF, "How sure we are: low."],
    ["real", REAL, "Certainty of the evidence: low."],
  ])("how sure that is: %s", (_name, view, line) => {
    expect(textOf(draw({ view }).querySelector(".certainty"))).toBe(line);
  });

  test("no certainty without a verdict, and no empty parts", () => {
    const shadow = draw({ view: finding({ verdict: null, instead: "", because: "", evidence: [] }) });
    expect(shadow.querySelector(".certainty, .aside, .card-because, .badge")).toBeNull();
  });

  test("why it is unsure", () => {
    const reason = (view: FindingView) => textOf(draw({ view }).querySelector("[data-reason]"));
    expect(reason(UNSURE)).toBe("Nothing on the label is known to help.");
    expect(reason(finding({ verdict: "unsure", reason: "not-for-this-kind" }))).toBe(
      "Not shown to help in this sort of product.",
    );
  });

  test("two sources in one line each, articles before web pages and rulings", () => {
    const shadow = draw({ view: finding({ ...RISKY, evidence: [MAGAZINE, CHIU, LEE] }) });
    const lines = [...shadow.querySelectorAll<HTMLElement>(".card-source")];
    expect(lines.map(textOf)).toEqual([
      "Chiu et al. 2007, randomised split-face trial",
      "Lee et al. 2016, narrative review",
    ]);
    expect(lines.every((line) => line.clientHeight < 20)).toBe(true);
    const web = draw({ view: finding({ ...RISKY, evidence: [MAGAZINE] }) });
    expect([...web.querySelectorAll("cite")].map(textOf)).toEqual([
      expect.stringMatching(/^A magazine.* 2020$/),
      "UK Advertising Standards Authority 2022",
    ]);
  });

  test("says which language it is in, whatever that of the page", () => {
    expect(draw().querySelector(".card")?.getAttribute("lang")).toBe("en");
  });

  test("a quote is text, cut to length, with the whole in its tooltip", () => {
    const quote = `<img src=x onerror=alert(1)> ${"very ".repeat(60)}small pores`;
    const shadow = draw({ view: finding({ quote }) });
    expect(shadow.querySelector("img")).toBeNull();
    expect(textOf(shadow.querySelector("q"))).toMatch(/^<img src=x onerror=alert\(1\)> very .{1,80}…$/);
    expect(shadow.querySelector("q")?.getAttribute("title")).toBe(quote);
  });

  test("takes nothing of the page's look", () => {
    const wild = document.createElement("style");
    wild.textContent = "* { color: red; font-size: 40px; letter-spacing: 9px; --ink: lime; --u: 90px }";
    document.head.append(wild);
    const shadow = draw();
    const card = shadow.querySelector(".card") as HTMLElement;
    const style = getComputedStyle(card);
    expect([style.fontSize, style.letterSpacing, style.color]).toEqual(["14px", "normal", "rgb(31, 27, 36)"]);
    wild.remove();
  });
});

describe("a card with little room", () => {
  const LONG = finding({
    ...RISKY,
    because: `${finding().because} `.repeat(4),
    evidence: [LEE, CHIU],
  });

  /** The card as the content script places it: width and greatest height set on the dialog. */
  function squeezed(width: number, maxHeight: number, view: FindingView = LONG) {
    const shadow = draw({ view });
    const part = (selector: string) => shadow.querySelector(selector) as HTMLElement;
    part(".card").style.cssText = `width:${width}px;max-width:none;max-height:${maxHeight}px`;
    const inside = (selector: string) => {
      const card = part(".card").getBoundingClientRect();
      const box = part(selector).getBoundingClientRect();
      return box.height > 0 && box.top >= card.top && box.bottom <= card.bottom + 0.5;
    };
    return { shadow, part, inside };
  }

  test.each([
    ["640 × 450, beside the words", 340, 200],
    ["640 × 450, all of it", 340, 434],
    ["320 × 568, all of it", 304, 552],
    ["320 × 568, beside the words", 304, 240],
  ])("headline and actions are seen, the rest scrolls: %s", (_name, width, maxHeight) => {
    const { part, inside } = squeezed(width, maxHeight);
    expect(part(".card").offsetHeight).toBeLessThanOrEqual(maxHeight);
    expect(part(".card").scrollHeight).toBeLessThanOrEqual(part(".card").clientHeight);
    expect(inside(".card-says")).toBe(true);
    expect(inside("[data-action=open-options]")).toBe(true);
    expect(inside("[data-action=rule-off]")).toBe(true);
    const body = part(".card-body");
    body.scrollTop = body.scrollHeight;
    expect(body.scrollTop + body.clientHeight).toBeGreaterThanOrEqual(body.scrollHeight - 1);
    expect(inside(".card-actions")).toBe(true);
  });

  test("the body is a stop of the keyboard only while it scrolls", async () => {
    const { part } = squeezed(340, 200);
    await expect.poll(() => part(".card-body").tabIndex).toBe(0);
    part(".card").style.maxHeight = "none";
    await expect.poll(() => part(".card-body").getAttribute("tabindex")).toBeNull();
  });

  test("where nothing fits, the card scrolls as a whole and nothing is lost", () => {
    const { part } = squeezed(304, 100);
    const card = part(".card");
    card.scrollTop = card.scrollHeight;
    const bottom = part(".card-actions").getBoundingClientRect().bottom;
    expect(card.offsetHeight).toBe(100);
    expect(bottom).toBeLessThanOrEqual(card.getBoundingClientRect().bottom + 0.5);
  });
});

describe("what can be done", () => {
  test.each([
    ["Hide this", "hide", "unhide", "Hidden on this page."],
    ["Turn this rule off", "rule-off", "rule-on", "Rule is off everywhere: Gone for good."],
  ])("%s, and undo in place, with the focus following", async (name, action, back, status) => {
    const onAction = vi.fn(async () => {});
    const shadow = draw({ onAction });
    button(shadow, name).click();
    await expect.poll(() => textOf(shadow.querySelector("[role=status]"))).toBe(status);
    expect(onAction.mock.calls).toEqual([[action]]);
    await expect.poll(() => shadow.activeElement).toBe(button(shadow, "Undo"));
    expect(textOf(shadow.querySelector(".card"))).toBe(`${status}Undo`);
    expect((shadow.querySelector(".card") as HTMLElement).offsetHeight).toBeLessThan(56);
    expect(button(shadow, "Close")).toBeTruthy();
    button(shadow, "Undo").click();
    await expect.poll(() => shadow.activeElement && textOf(shadow.activeElement)).toBe(name);
    expect(onAction.mock.calls).toEqual([[action], [back]]);
    expect(textOf(shadow.querySelector("[role=status]"))).toBe("");
  });

  test("Not on this site, with the way back, which also closes the card: the page is read anew", async () => {
    const onAction = vi.fn(async () => {});
    const onClose = vi.fn();
    const shadow = draw({ onAction, onClose });
    button(shadow, "Not on this site").click();
    await expect
      .poll(() => textOf(shadow.querySelector("[role=status]")))
      .toBe("Poreality is off for this site.");
    await expect.poll(() => shadow.activeElement).toBe(button(shadow, "Undo"));
    button(shadow, "Undo").click();
    await expect.poll(() => onClose.mock.calls.length).toBe(1);
    expect(onAction.mock.calls).toEqual([["site-off"], ["site-on"]]);
  });

  test("This is wrong copies the report, and says that nothing was sent", async () => {
    const onAction = vi.fn();
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    const shadow = draw({ onAction, wrong: "Rule: pores.gone-for-good" });
    button(shadow, "This is wrong").click();
    await expect.poll(() => textOf(shadow.querySelector("[role=status]"))).toBe("Copied. Nothing was sent.");
    expect(write.mock.calls).toEqual([["Rule: pores.gone-for-good"]]);
    expect(onAction).not.toHaveBeenCalled();
    expect(shadow.querySelector("textarea")).toBeNull();
    write.mockRestore();
  });

  test("where the clipboard is refused, the report is there to be copied by hand", async () => {
    const write = vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("Refused."));
    const shadow = draw({ wrong: "Rule: pores.gone-for-good\nRung: 5" });
    button(shadow, "This is wrong").click();
    await expect.poll(() => shadow.querySelector("textarea")).toBeTruthy();
    const report = shadow.querySelector("textarea") as HTMLTextAreaElement;
    expect(report.value).toBe("Rule: pores.gone-for-good\nRung: 5");
    expect(report.readOnly).toBe(true);
    expect(shadow.activeElement).toBe(report);
    expect(report.scrollTop).toBe(0);
    expect(report.value.slice(report.selectionStart, report.selectionEnd)).toBe(report.value);
    expect(textOf(shadow.querySelector("[role=status]"))).toMatch(/nothing was sent/);
    write.mockRestore();
  });

  test("the evidence opens in the options", async () => {
    const onAction = vi.fn();
    const shadow = draw({ onAction });
    button(shadow, "Read the evidence").click();
    await expect.poll(() => onAction.mock.calls).toEqual([["open-options"]]);
  });

  test("a failure is said, and nothing counts as done", async () => {
    const shadow = draw({ onAction: () => Promise.reject(new Error("Extension context invalidated.")) });
    button(shadow, "Hide this").click();
    await expect.poll(() => textOf(shadow.querySelector("[role=alert]"))).toMatch(/^That did not work/);
    expect(button(shadow, "Hide this")).toBeTruthy();
    expect(textOf(shadow.querySelector("[role=status]"))).toBe("");
  });

  test("Escape and the cross close it, and the page does not see the key", async () => {
    const onClose = vi.fn();
    const seen = vi.fn();
    document.addEventListener("keydown", seen);
    const shadow = draw({ onClose });
    button(shadow, "Close").focus();
    await userEvent.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(seen).not.toHaveBeenCalled();
    button(shadow, "Close").click();
    expect(onClose).toHaveBeenCalledTimes(2);
    document.removeEventListener("keydown", seen);
  });
});
