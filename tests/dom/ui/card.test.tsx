import { describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import cardCss from "../../../src/ui/card.css?inline";
import { Card, type CardProps } from "../../../src/ui/card.tsx";
import { english } from "./fake-client.ts";
import { CHIU, CLAY_STUDY, finding, LEE, WEARS_OFF } from "./fixtures.ts";
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
  const card = <Card view={finding()} t={english} onAction={() => {}} onClose={() => {}} {...props} />;
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

  test("certainty where there is one, and no empty parts", () => {
    const shadow = draw({ view: WEARS_OFF });
    expect(textOf(shadow.querySelector(".certainty"))).toBe("Certainty of the evidence: low.");
    expect(shadow.querySelector(".aside")).toBeNull();
  });

  test("two sources, and how many more there are", () => {
    const shadow = draw({ view: finding({ evidence: [LEE, CHIU, CLAY_STUDY] }) });
    expect(shadow.querySelectorAll("cite")).toHaveLength(2);
    expect(textOf(shadow.querySelector(".card-sources"))).toContain("And 1 more source.");
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
    button(shadow, "Undo").click();
    await expect.poll(() => shadow.activeElement && textOf(shadow.activeElement)).toBe(name);
    expect(onAction.mock.calls).toEqual([[action], [back]]);
    expect(textOf(shadow.querySelector("[role=status]"))).toBe("");
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
