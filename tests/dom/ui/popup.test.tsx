import { beforeAll, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Rung } from "../../../src/engine/model.ts";
import type { PopupState, ReportView } from "../../../src/messaging/messages.ts";
import { Popup } from "../../../src/popup/popup.tsx";
import "../../../src/popup/popup.css";
import { type FakeClient, fakeClient } from "./fake-client.ts";
import {
  ADVICE,
  CHIU,
  finding,
  LEE,
  LONG_REPORT,
  MAGAZINE,
  NOTHING_FOUND,
  REPORT,
  RETINOL,
  RISKY,
  SERVICE,
  UNSURE,
} from "./fixtures.ts";
import { mount, textOf } from "./mount.ts";

const HOST = "www.shop.example";
const ORIGIN = "https://www.shop.example/*";
const SITE = { host: HOST, access: "shop", origin: ORIGIN } as const;
const REPORT_STATE: PopupState = { state: "report", ...SITE, report: REPORT };

beforeAll(() => {
  document.body.className = "poreality";
});

function open(state: PopupState, answers: Parameters<typeof fakeClient>[0] = {}): FakeClient {
  const client = fakeClient({ "popup.report": () => state, ...answers });
  mount(<Popup client={client} />);
  return client;
}

function all(selector: string): string[] {
  return [...document.querySelectorAll(selector)].map(textOf);
}

describe("a report", () => {
  test("product, verdict and what was not checked", async () => {
    open(REPORT_STATE);
    await expect
      .element(page.getByRole("heading", { level: 1 }))
      .toHaveTextContent("The ingredients are real. The promise is not.");
    expect(all(".product")).toEqual([
      "Velvane Pore Reset Serum, 30 ml",
      "Judged as a product that stays on the skin.",
    ]);
    expect(all("[data-not-checked]")).toEqual([
      "The label does not say how much of each ingredient is inside.",
      "Words inside pictures are not read.",
    ]);
    await expect.element(page.getByText("Checked on your device. Nothing was sent.")).toBeVisible();
  });

  test("the ladder says step by step what is claimed and supported", async () => {
    open(REPORT_STATE);
    await expect.element(page.getByRole("figure")).toBeVisible();
    expect(all(".ladder-step")).toEqual([
      "cleans: not claimed here",
      "hides, for hours: supported by the label, not claimed here",
      "looks smaller, in weeks: claimed here, and supported by the label",
      "gets smaller: claimed here, not supported by the label",
      "gone for good: claimed here, not supported by the label",
    ]);
  });

  test("no ladder where no list was read", async () => {
    open({ ...REPORT_STATE, report: { ...REPORT, gap: null } });
    await expect.element(page.getByText("Claims on this page")).toBeVisible();
    expect(document.querySelector(".ladder")).toBeNull();
  });

  test("no ladder where nothing is claimed and nothing supported", async () => {
    const gap = { claimed: [], supported: [], unknown: [] };
    open({ ...REPORT_STATE, report: { ...NOTHING_FOUND, label: REPORT.label, gap } });
    await expect.element(page.getByText("No pore claims found on this page.")).toBeVisible();
    expect(document.querySelector(".ladder")).toBeNull();
  });

  test("a step that could not be judged is neither supported nor unsupported", async () => {
    const gap = { claimed: [2, 5] as Rung[], supported: [], unknown: [2] as Rung[] };
    open({ ...REPORT_STATE, report: { ...REPORT, gap } });
    await expect.element(page.getByText("not checked", { exact: true })).toBeVisible();
    expect(all(".ladder-step")[1]).toBe("hides, for hours: claimed here, not checked");
    const bar = document.querySelector(".ladder-step[data-rung='2'] .ladder-bar") as Element;
    expect(getComputedStyle(bar).borderTopStyle).toBe("dotted");
    expect(all(".ladder-step")[4]).toBe("gone for good: claimed here, not supported by the label");
  });

  test("claims stand apart by who makes them; only the seller's carry badges", async () => {
    open(REPORT_STATE);
    await expect.element(page.getByRole("heading", { name: "Customers say" })).toBeVisible();
    expect(
      [...document.querySelectorAll<HTMLElement>("[data-group]")].map((part) => part.dataset.group),
    ).toEqual(["seller", "tile", "customer", "editor"]);
    expect(all("[data-group=seller] .badge")).toEqual(["Hype", "Wears off", "Real", "Unsure"]);
    expect(all("[data-group=seller] .part-title span:last-child")).toEqual([
      "1 hype, 1 wears off, 1 unsure, 1 real",
    ]);
    expect(document.querySelector("[data-group=customer] .badge, [data-group=editor] .badge")).toBeNull();
  });

  test("a claim: words, reality, certainty, why, sources and authorities", async () => {
    open({ ...REPORT_STATE, report: { ...REPORT, findings: [RISKY] } });
    await userEvent.click(page.getByText("Why, with 2 sources and 1 official text"));
    expect(all(".finding-quote")).toEqual(["vacuums blackheads out of your pores"]);
    expect(all(".finding-says")).toEqual(["Strong suction can bruise the skin and break small veins."]);
    const links = [...document.querySelectorAll<HTMLAnchorElement>(".finding a")].map((link) => link.href);
    expect(links).toEqual(["https://doi.org/10.1097/DSS.0000000000000657", "https://www.asa.org.uk/"]);
    await expect.element(page.getByText("What authorities say")).toBeVisible();
  });

  test("articles come before web pages", async () => {
    open({
      ...REPORT_STATE,
      report: { ...REPORT, findings: [finding({ evidence: [MAGAZINE, LEE, CHIU] })] },
    });
    await userEvent.click(page.getByText("Why, with 3 sources"));
    expect(all(".finding .evidence-title")).toEqual([LEE, CHIU, MAGAZINE].map(({ title }) => `${title}.`));
  });

  test("how sure we are, for every verdict; only what is real speaks of evidence for the claim", async () => {
    open(REPORT_STATE);
    await expect.element(page.getByRole("heading", { name: "Customers say" })).toBeVisible();
    expect(all("[data-group=seller] .finding > .certainty")).toEqual([
      "How sure we are: high.",
      "How sure we are: low.",
      "Dose not in the ingredient list.",
      "Certainty of the evidence: low.",
      "Nothing on the label is known to help.",
      "How sure we are: very low.",
    ]);
    expect(document.querySelector("[data-group=customer] [data-certainty]")).toBeNull();
  });

  test("why a claim or an active is unsure names the sort of product", async () => {
    const report: ReportView = {
      ...REPORT,
      product: { ...REPORT.product, kind: "makeup" },
      findings: [finding({ verdict: "unsure", reason: "not-for-this-kind" })],
    };
    open({ ...REPORT_STATE, report });
    await expect.element(page.getByText("Not shown to help in make-up.")).toBeVisible();
    expect(all("[data-active=retinol] [data-reason]")).toEqual(["There is too little evidence on pores."]);
    expect(all("[data-active=niacinamide] [data-reason]")).toEqual([]);
  });

  test("claims with the same answer stand together, and the same words once", async () => {
    const same = ["closes pores", "Closes  pores", "erases pores", "closes pores"];
    const findings = [
      ...same.map((quote, index) => finding({ id: `s${index}`, quote, hidden: index === 1 })),
      finding({ id: "other", rule: "pores.get-smaller", says: "No cream changes the pore itself." }),
    ];
    const client = open(
      { ...REPORT_STATE, report: { ...REPORT, findings } },
      { "popup.show": () => ({ shown: true }) },
    );
    await expect.element(page.getByText("No cream changes the pore itself.")).toBeVisible();
    expect(all(".finding-says")).toEqual([
      "No product can close or delete a pore.",
      "No cream changes the pore itself.",
    ]);
    expect(all(".finding-quote")).toEqual(["closes pores ×3", "erases pores", "permanently shrinks pores"]);
    // Steps through the places that can be seen, and starts over.
    await userEvent.click(page.getByRole("button", { name: "Show on page: closes pores" }));
    const next = page.getByRole("button", { name: "Show next: closes pores" });
    await expect.element(page.getByText("1 of 2", { exact: true })).toBeVisible();
    await userEvent.click(next);
    await expect.element(page.getByText("2 of 2", { exact: true })).toBeVisible();
    await userEvent.click(next);
    await expect.element(page.getByText("1 of 2", { exact: true })).toBeVisible();
    const shown = client.sent.flatMap((message) => (message.type === "popup.show" ? message.finding : []));
    expect(shown).toEqual(["s0", "s3", "s0"]);
  });

  test("what stands in a closed part cannot be shown, and the popup says why", async () => {
    open({ ...REPORT_STATE, report: { ...REPORT, findings: [UNSURE] } });
    const button = page.getByRole("button", { name: "Show on page: refines pores" });
    await expect.element(button).toBeDisabled();
    await expect.element(button).toHaveAccessibleDescription("In a part of the page that is closed now.");
    await expect.element(page.getByText("In a part of the page that is closed now.")).toBeVisible();
  });

  test("a service: what each treatment does, how sure that is, what to take care of, evidence", async () => {
    open({ ...REPORT_STATE, report: SERVICE });
    await expect
      .element(page.getByRole("heading", { level: 1 }))
      .toHaveTextContent("What is claimed here fits what is known of the treatment.");
    const part = page.getByRole("region", { name: "Treatment on this page" });
    await expect.element(part).toBeVisible();
    expect(all("[data-treatment] .active-title")).toEqual(["Fractional laser", "Microneedling"]);
    expect(all("[data-treatment] .badge")).toEqual(["Real", "Unsure"]);
    expect(all("[data-treatment=fractional-laser] .certainty")).toEqual([
      "Allow 4 to 12 weeks. Certainty of the evidence: low.",
    ]);
    expect(all("[data-treatment=fractional-laser] .active-caution")).toEqual([
      "Take care: Redness and swelling for days.",
    ]);
    expect(all("[data-treatment=microneedling] .certainty")).toEqual([
      "The studies on this treatment are too weak, or they disagree.",
    ]);
    await userEvent.click(part.getByText("2 sources"));
    await expect.element(part.getByText(LEE.title)).toBeVisible();
    expect(document.querySelector("[data-treatment=microneedling] details")).toBeNull();
  });

  test("a service has no ingredients to miss, and says what was not checked", async () => {
    open({ ...REPORT_STATE, report: SERVICE });
    await expect.element(page.getByText("Treatment on this page")).toBeVisible();
    expect(document.querySelector("#ingredients")).toBeNull();
    expect(all("[data-not-checked]")).toEqual([
      "Which machine is used, how it is set and who does the treatment is not checked.",
      "Words inside pictures are not read.",
    ]);
  });

  test("a service that names no treatment we know says so", async () => {
    const report: ReportView = { ...SERVICE, treatments: [], notChecked: ["no-treatment", "images"] };
    open({ ...REPORT_STATE, report });
    await expect.element(page.getByText(/^No treatment is named here that we know/)).toBeVisible();
    expect(all("[data-not-checked]")).toEqual(["Words inside pictures are not read."]);
  });

  test("a product has no part on treatments", async () => {
    open(REPORT_STATE);
    await expect.element(page.getByText("Claims on this page")).toBeVisible();
    expect(document.querySelector("#treatments")).toBeNull();
  });

  test("only ingredients with evidence are described as such", async () => {
    const bare = { ...RETINOL, active: "filler-powders", title: "Filler powders", position: 3 };
    const label = REPORT.label && { ...REPORT.label, actives: [...REPORT.label.actives, bare] };
    open({ ...REPORT_STATE, report: { ...REPORT, label } });
    const strip = page.getByRole("img", { name: /Niacinamide, place 2/ });
    await expect.element(strip).toBeInTheDocument();
    expect(strip.element().getAttribute("aria-label")).not.toContain("Filler powders");
  });

  test("ingredients: strip, one-percent line, place, dose, weeks, certainty, caution", async () => {
    open(REPORT_STATE);
    await expect
      .element(page.getByRole("heading", { name: /Ingredients/ }))
      .toHaveTextContent("28 read, 2 with evidence");
    expect(document.querySelectorAll(".strip-cell")).toHaveLength(28);
    const line = document.querySelector(".strip-line");
    expect([...document.querySelectorAll(".strip-cell")].indexOf(line as Element)).toBe(16);
    await expect
      .element(page.getByRole("img", { name: /28 ingredients.*Niacinamide, place 2.*Clay, place 5/ }))
      .toBeInTheDocument();
    expect(all("[data-active=niacinamide] .certainty")[0]).toBe(
      "Place 2 of 28. The label says 5%. Studied at 2 to 5%. Allow 8 to 12 weeks. Certainty of the evidence: low.",
    );
    expect(all("[data-active=clay] .certainty")[0]).toContain(
      "Dose not in the ingredient list. Works within the hour",
    );
    expect(all("[data-active=retinol] .certainty")[1]).toContain("after the 1% line, so at most 1%");
    expect(all(".active-caution")).toEqual(["Take care: Not when pregnant, trying or breastfeeding."]);
  });

  describe("how to use it", () => {
    const advised = (changes: Partial<typeof ADVICE> = {}): PopupState => ({
      ...REPORT_STATE,
      report: { ...REPORT, advice: { ...ADVICE, ...changes } },
    });

    test("time of day, how often, weeks, what to do and to avoid, with sources", async () => {
      open(advised());
      const part = page.getByRole("region", { name: "How to use it" });
      await expect
        .element(part.getByRole("heading", { level: 3, name: "Retinoid or retinol" }))
        .toBeVisible();
      expect(all(".advice-when")).toEqual([
        "In the evening. 2 to 3 times a week. Give it 12 to 24 weeks before you judge.",
      ]);
      expect(all("[data-step=retinoid] .active-body > p").slice(1)).toEqual([
        "Start slowly and build up.",
        "Avoid: Not before waxing.",
      ]);
      await userEvent.click(part.getByText("1 source").first());
      await expect.element(part.getByText(LEE.title).first()).toBeVisible();
    });

    test("every day, once a week, within the hour, one week; nothing on weeks where none are known", async () => {
      const [step] = ADVICE.steps;
      if (step === undefined) throw new Error("The fixture has no step");
      const steps = [
        { ...step, step: "a", time: "morning" as const, often: [7, 7] as [number, number], weeks: null },
        {
          ...step,
          step: "b",
          time: "either" as const,
          often: [1, 1] as [number, number],
          weeks: [0, 0] as [number, number],
        },
        { ...step, step: "c", often: [2, 2] as [number, number], weeks: [1, 1] as [number, number] },
      ];
      open(advised({ steps }));
      await expect.element(page.getByText("How to use it")).toBeVisible();
      expect(all(".advice-when")).toEqual([
        "In the morning. Every day.",
        "Morning or evening. Once a week. Works within the hour, then wears off.",
        "In the evening. 2 times a week. Give it 1 week before you judge.",
      ]);
    });

    test("the routine behind a line, with this product pointed out", async () => {
      open(advised());
      await userEvent.click(page.getByText("Where it fits in a routine"));
      expect(all("details[open] .advice-item")).toEqual([
        "Gentle cleanser In the evening. Every day.Wash with lukewarm water.",
        "Retinoid or retinol (this product)In the evening. 2 to 3 times a week.",
      ]);
      await expect.element(page.getByText(MAGAZINE.title).first()).toBeVisible();
    });

    test("what to keep apart names the other side, or both where both are inside", async () => {
      const [apart, together] = ADVICE.pairs;
      if (apart === undefined || together === undefined) throw new Error("The fixture has no pairs");
      const pairs = [apart, { ...apart, pair: "b", inside: "both" as const }, together];
      open(advised({ pairs }));
      await expect
        .element(page.getByRole("heading", { level: 3, name: "Not on the same evening" }))
        .toBeVisible();
      await expect.element(page.getByRole("heading", { level: 3, name: "Goes well with" })).toBeVisible();
      expect(all("[data-pair] > p:first-child")).toEqual([
        "Acids such as AHA",
        "Both are in here: Retinoids; Acids such as AHA.",
        "Acids and retinoids",
      ]);
    });

    test("a caution is said once, here and not again at the ingredient", async () => {
      open(advised());
      await expect.element(page.getByRole("heading", { level: 3, name: "Take care" })).toBeVisible();
      expect(all("[data-caution] > p")).toEqual(["Retinol", "Not when pregnant."]);
      expect(all("[data-active=retinol] .active-caution")).toEqual([]);
    });

    test("that it is no medical advice is said once, at the end", async () => {
      open(advised());
      await expect.element(page.getByText("How to use it")).toBeVisible();
      const general = all("section[aria-labelledby=advice] > p");
      expect(general).toHaveLength(1);
      expect(general[0]).toContain("not medical advice");
    });

    test("no such part where there is nothing to advise", async () => {
      open(REPORT_STATE);
      await expect.element(page.getByText("Claims on this page")).toBeVisible();
      expect(document.querySelector("#advice")).toBeNull();
    });
  });

  test("nothing found is not approval, and the missing list is said once", async () => {
    open({ state: "report", ...SITE, report: NOTHING_FOUND });
    await expect.element(page.getByText("No pore claims found on this page.")).toBeVisible();
    await expect.element(page.getByText(/says nothing about how good the product is/)).toBeVisible();
    await expect.element(page.getByText(/^No ingredient list found on this page/)).toBeVisible();
    expect(all("[data-not-checked]")).toEqual(["Words inside pictures are not read."]);
  });

  test("show on page asks for that finding, and says when it cannot be shown", async () => {
    const client = open(REPORT_STATE, { "popup.show": () => ({ shown: false }) });
    await userEvent.click(page.getByRole("button", { name: "Show on page: tightens pores instantly" }));
    await expect.element(page.getByRole("alert")).toHaveTextContent("These words cannot be shown right now");
    expect(client.sent.at(-1)).toEqual({ type: "popup.show", tabId: 7, finding: "f2" });
    client.answers["popup.show"] = () => ({ shown: true });
    await userEvent.click(page.getByRole("button", { name: "Show on page: tightens pores instantly" }));
    await expect.poll(() => document.querySelector(".finding-failed")).toBeNull();
  });

  test("200 claims: two answers, the first few words of each, then all on demand; markup stays text", async () => {
    open({ state: "report", ...SITE, report: LONG_REPORT });
    await expect.element(page.getByText("Show 63 more claims")).toBeVisible();
    expect(document.querySelectorAll(".finding")).toHaveLength(2);
    expect(document.querySelectorAll(".said-item")).toHaveLength(8);
    await userEvent.click(page.getByText("Show 63 more claims"));
    await userEvent.click(page.getByText("Show 129 more claims"));
    await expect.poll(() => document.querySelectorAll(".said-item").length).toBe(200);
    expect(document.querySelector(".finding img")).toBeNull();
  });

  test.each([300, 320, 384])("nothing sticks out at %i px, with long words too", async (width) => {
    await page.viewport(width, 600);
    open({ state: "report", ...SITE, report: LONG_REPORT });
    await expect.element(page.getByText("Show 63 more claims")).toBeInTheDocument();
    const wide = [...document.querySelectorAll("#root *, main *, header *")].filter(
      (element) => element.getBoundingClientRect().right > width + 0.5,
    );
    expect(wide.map((element) => element.className)).toEqual([]);
  });
});

describe("the other states", () => {
  test.each<[PopupState, string]>([
    [{ state: "checking", ...SITE }, "Reading this page…"],
    [{ state: "not-checked", host: HOST, origin: ORIGIN }, "This page has not been checked."],
    [
      { state: "withheld", host: HOST, origin: "https://*.shop.example/*" },
      "Poreality may not read this shop yet.",
    ],
    [{ state: "off", host: HOST }, "Poreality is off for this site."],
    [{ state: "browser-page" }, "This page cannot be read."],
  ])("%o", async (state, headline) => {
    open(state);
    await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent(headline);
    expect(page.getByText("Nothing was sent").elements()).toHaveLength(0);
  });

  test("check this page: asks, then shows what is there", async () => {
    const client = open({ state: "not-checked", host: HOST, origin: ORIGIN });
    client.answers["popup.check"] = () => {
      client.answers["popup.report"] = () => ({ state: "checking", ...SITE });
      return { ok: true };
    };
    await userEvent.click(page.getByRole("button", { name: "Check this page" }));
    await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent("Reading this page…");
    expect(client.sent.map((message) => message.type)).toEqual([
      "popup.report",
      "popup.check",
      "popup.report",
    ]);
  });

  test("a page that cannot be checked: why, and what to do", async () => {
    open(
      { state: "not-checked", host: HOST, origin: ORIGIN },
      { "popup.check": () => ({ ok: false, failed: "No access." }) },
    );
    await userEvent.click(page.getByRole("button", { name: "Check this page" }));
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent(/could not be checked\. No access\.\s*Reload/);
    await expect.element(page.getByRole("button", { name: "Check this page" })).toBeVisible();
  });

  test("withheld: asks for the origin straight from the click, then checks", async () => {
    const state: PopupState = { state: "withheld", host: HOST, origin: "https://*.shop.example/*" };
    const client = open(state, { "popup.check": () => ({ ok: true }) });
    await userEvent.click(page.getByRole("button", { name: "Allow on this site" }));
    await expect.poll(() => client.sent.map(({ type }) => type)).toContain("popup.check");
    expect(client.origins).toEqual(["https://*.shop.example/*"]);
  });

  test("withheld and refused: says so and does not check", async () => {
    const client = fakeClient(
      { "popup.report": () => ({ state: "withheld", host: HOST, origin: "https://*.shop.example/*" }) },
      { requestOrigin: async () => false },
    );
    mount(<Popup client={client} />);
    await userEvent.click(page.getByRole("button", { name: "Allow on this site" }));
    await expect.element(page.getByRole("alert")).toHaveTextContent("Access was not given");
    expect(client.sent.map(({ type }) => type)).toEqual(["popup.report"]);
  });

  test("the background fails: message and retry", async () => {
    const client = open(REPORT_STATE);
    client.answers["popup.report"] = () => {
      throw new Error("The background did not answer.");
    };
    client.changed({ type: "changed", what: "report", tabId: 7 });
    await expect.element(page.getByRole("alert")).toHaveTextContent("The background did not answer.");
    client.answers["popup.report"] = () => REPORT_STATE;
    await userEvent.click(page.getByRole("button", { name: "Try again" }));
    await expect.element(page.getByText("Claims on this page")).toBeVisible();
  });
});

describe("switch, settings and news", () => {
  test("the switch turns the site off and on", async () => {
    const client = open(REPORT_STATE, {
      "popup.site": ({ on }) => (on ? REPORT_STATE : { state: "off", host: HOST }),
    });
    const control = page.getByRole("switch", { name: "On for this site" });
    await expect.element(control).toBeChecked();
    await userEvent.click(control);
    await expect
      .element(page.getByRole("heading", { level: 1 }))
      .toHaveTextContent("Poreality is off for this site.");
    // The focus stays on the switch, so what follows from it is said.
    await expect
      .element(page.getByRole("status").filter({ hasText: "is off" }))
      .toHaveTextContent("Poreality is off for this site.");
    await expect.element(control).not.toBeChecked();
    await userEvent.click(control);
    await expect.element(page.getByText("Claims on this page")).toBeVisible();
    expect(client.sent.filter(({ type }) => type === "popup.site")).toEqual([
      { type: "popup.site", tabId: 7, host: HOST, on: false },
      { type: "popup.site", tabId: 7, host: HOST, on: true },
    ]);
  });

  test("a switch that fails goes back and says so", async () => {
    open(REPORT_STATE, {
      "popup.site": () => {
        throw new Error("no");
      },
    });
    const control = page.getByRole("switch", { name: "On for this site" });
    await userEvent.click(control);
    await expect.element(page.getByRole("alert")).toHaveTextContent("The switch did not work.");
    await expect.element(control).toBeChecked();
  });

  test("settings open the options", async () => {
    const client = open(REPORT_STATE);
    await userEvent.click(page.getByRole("button", { name: "Settings" }));
    expect(client.opened).toEqual([""]);
  });

  test("shows what changed in its own tab, and ignores other tabs", async () => {
    const client = open({ state: "checking", ...SITE });
    await expect.poll(() => textOf(document.querySelector(".notice .verdict"))).toBe("Reading this page…");
    client.changed({ type: "changed", what: "report", tabId: 8 });
    expect(client.sent).toHaveLength(1);
    client.answers["popup.report"] = () => REPORT_STATE;
    client.changed({ type: "changed", what: "report", tabId: 7 });
    await expect.element(page.getByText("Claims on this page")).toBeVisible();
  });

  test("an open explanation stays open when the report changes", async () => {
    const client = open(REPORT_STATE);
    await userEvent.click(page.getByText("Why, with 2 sources").first());
    const extra = finding({ id: "new", rule: "pores.new", quote: "erases pores" });
    client.answers["popup.report"] = () => ({
      ...REPORT_STATE,
      report: { ...REPORT, findings: [extra, ...REPORT.findings] },
    });
    client.changed({ type: "changed", what: "report" });
    await expect.element(page.getByText("erases pores")).toBeVisible();
    expect(
      document.querySelector<HTMLDetailsElement>("[data-rule='pores.gone-for-good'] details")?.open,
    ).toBe(true);
  });

  test("the keyboard goes from top to bottom", async () => {
    open({ ...REPORT_STATE, report: { ...REPORT, findings: [finding()], label: null } });
    await expect.element(page.getByText("Claims on this page")).toBeVisible();
    const names: string[] = [];
    for (let step = 0; step < 7; step += 1) {
      await userEvent.tab();
      const active = document.activeElement;
      names.push(active?.getAttribute("role") ?? active?.getAttribute("aria-label") ?? textOf(active));
    }
    expect(names).toEqual([
      "switch",
      "Settings",
      "Hide marks",
      "Copy summary",
      "Pause for an hour",
      "Show on page: permanently shrinks pores",
      "Why, with 2 sources",
    ]);
  });
});

describe("access to a site outside the list of shops", () => {
  const ONCE: PopupState = { ...REPORT_STATE, access: "once" };
  const ALWAYS: PopupState = { ...REPORT_STATE, access: "always" };
  const NOT_CHECKED: PopupState = { state: "not-checked", host: HOST, origin: ORIGIN };
  const button = (name: string) => page.getByRole("button", { name });

  test("a known shop has a switch and nothing on access", async () => {
    open(REPORT_STATE);
    await expect.element(page.getByRole("switch", { name: "On for this site" })).toBeVisible();
    expect(document.querySelector(".access")).toBeNull();
  });

  test("always, from a page that was not checked: asks for that one host straight from the click", async () => {
    const client = open(NOT_CHECKED, { "popup.check": () => ({ ok: true }) });
    await userEvent.click(button("Always check this site"));
    await expect.poll(() => client.sent.map(({ type }) => type)).toContain("popup.check");
    expect(client.origins).toEqual([ORIGIN]);
  });

  test("a site that may be read already is not asked for again", async () => {
    open({ ...NOT_CHECKED, origin: null });
    await expect.element(button("Check this page")).toBeVisible();
    expect(button("Always check this site").elements()).toHaveLength(0);
  });

  test("once: says so, and offers always and stop instead of the switch", async () => {
    const client = open(ONCE, { "popup.check": () => ({ ok: true }) });
    await expect.element(page.getByText(`Other pages of ${HOST} are not.`)).toBeVisible();
    expect(page.getByRole("switch").elements()).toHaveLength(0);
    client.answers["popup.report"] = () => ALWAYS;
    await userEvent.click(button("Always check this site"));
    await expect.element(page.getByText(`You allowed Poreality to check ${HOST} every time.`)).toBeVisible();
    expect(client.origins).toEqual([ORIGIN]);
  });

  test("once, and always refused: says so, and the report stays", async () => {
    mount(
      <Popup client={fakeClient({ "popup.report": () => ONCE }, { requestOrigin: async () => false })} />,
    );
    await userEvent.click(button("Always check this site"));
    await expect.element(page.getByRole("alert")).toHaveTextContent("Access was not given.");
    await expect.element(page.getByText("Claims on this page")).toBeVisible();
  });

  test.each([
    ["once", ONCE, "Stop"],
    ["always", ALWAYS, "Stop checking this site"],
  ])("%s: stops", async (_, state, name) => {
    const client = open(state, { "popup.stop": () => NOT_CHECKED });
    await userEvent.click(page.getByRole("button", { name, exact: true }));
    await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent("has not been checked");
    expect(client.sent.at(-1)).toEqual({ type: "popup.stop", tabId: 7 });
  });

  test("where stopping fails it says so", async () => {
    open(ALWAYS);
    await userEvent.click(button("Stop checking this site"));
    await expect.element(page.getByRole("alert")).toHaveTextContent("That did not work.");
  });
});

test("a page that keeps changing: reads on when asked", async () => {
  const client = open(
    { ...REPORT_STATE, report: { ...REPORT, notChecked: ["paused"] } },
    { "popup.resume": () => REPORT_STATE },
  );
  await userEvent.click(page.getByRole("button", { name: "Go on reading" }));
  await expect.poll(() => all("[data-not-checked=paused]")).toEqual([]);
  expect(client.sent.at(-1)).toEqual({ type: "popup.resume", tabId: 7 });
});
