import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import type { RoutineState } from "../../../src/messaging/messages.ts";
import { firstWeek, takingTurns } from "../../../src/routine/evenings.ts";
import { Routine } from "../../../src/routine/routine.tsx";
import { askedTab } from "../../../src/routine/use-routine.ts";
import "../../../src/routine/routine.css";
import { type FakeClient, fakeClient } from "./fake-client.ts";
import { CHIU, CLAY_STUDY, LEE, MAGAZINE } from "./fixtures.ts";
import { mount, textOf } from "./mount.ts";

type Step = RoutineState["steps"][number];

function step(id: string, title: string, changes: Partial<Step> = {}): Step {
  return {
    step: id,
    title,
    time: "evening",
    often: [7, 7],
    weeks: null,
    does: `What to do with ${title}.`,
    avoid: `What to avoid with ${title}.`,
    evidence: [LEE],
    ...changes,
  };
}

function pair(id: string, together: boolean, one: string, other: string): RoutineState["pairs"][number] {
  return { pair: id, together, one, other, because: "People who did so said why.", evidence: [MAGAZINE] };
}

const ACID = step("salicylic-acid", "Salicylic acid", { often: [2, 4], weeks: [8, 12] });
const RETINOID = step("retinoid", "Retinoid or retinol", { often: [2, 3], weeks: [12, 24] });

const ROUTINE: RoutineState = {
  steps: [
    step("cleanser", "Gentle cleanser"),
    step("niacinamide", "Niacinamide", { time: "either", weeks: [8, 12], evidence: [CHIU, LEE] }),
    step("sunscreen", "Sunscreen", { time: "morning" }),
    ACID,
    RETINOID,
    step("clay-mask", "Clay mask", { time: "either", often: [1, 2], weeks: [0, 0], evidence: [CLAY_STUDY] }),
  ],
  pairs: [
    pair("retinoids-acids", false, "Retinoids", "Acids such as AHA"),
    pair("niacinamide", true, "Niacinamide", "Acids and retinoids"),
  ],
  product: null,
};

const FITTING: RoutineState = {
  ...ROUTINE,
  product: {
    name: "Lumora Serum",
    steps: ["niacinamide"],
    pairs: [{ pair: "niacinamide", inside: "one" }],
    listRead: true,
  },
};
const NO_STEP: RoutineState = {
  ...ROUTINE,
  product: { name: "Plain Oat Lip Balm", steps: [], pairs: [], listRead: true },
};
const UNREAD: RoutineState = {
  ...ROUTINE,
  product: { name: "Superporenverfeinerung".repeat(12), steps: [], pairs: [], listRead: false },
};
const EMPTY: RoutineState = { steps: [], pairs: [], product: null };

beforeAll(() => {
  document.documentElement.lang = "en";
  document.title = "Poreality";
  document.body.className = "poreality";
});

function open(routine: RoutineState = ROUTINE, tabId: number | null = null): FakeClient {
  const client = fakeClient({ "routine.load": () => routine });
  mount(<Routine client={client} tabId={tabId} />);
  return client;
}

const list = (selector: string) => [...document.querySelectorAll(selector)].map(textOf);
const inPart = (title: string) =>
  list(".glance-part").find((text) => text.startsWith(title)) ?? `no part ${title}`;

describe("the tab that is asked about", () => {
  test.each([
    ["", null],
    ["?tab=12", 12],
    ["?tab=", null],
    ["?tab=-1", null],
    ["?tab=1e3", null],
  ])("%s", (search, tab) => expect(askedTab(search)).toBe(tab));

  test("is sent along, and none without it", async () => {
    const client = open(FITTING, 12);
    await expect.element(page.getByText("Lumora Serum")).toBeVisible();
    expect(client.sent).toEqual([{ type: "routine.load", tabId: 12 }]);
    const other = open();
    await expect.poll(() => other.sent).toEqual([{ type: "routine.load", tabId: null }]);
  });

  test("its report changes: asked again; that of another does not", async () => {
    const client = open(NO_STEP, 12);
    await expect.element(page.getByText("Plain Oat Lip Balm")).toBeVisible();
    client.answers["routine.load"] = () => FITTING;
    client.changed({ type: "changed", what: "report", tabId: 3 });
    expect(client.sent).toHaveLength(1);
    client.changed({ type: "changed", what: "report", tabId: 12 });
    await expect.element(page.getByText("Lumora Serum")).toBeVisible();
  });
});

describe("the routine", () => {
  test("mornings, evenings, weekly; either time stands in both", async () => {
    open();
    await expect.element(page.getByRole("heading", { name: "Mornings" })).toBeVisible();
    expect(inPart("Mornings")).toContain("Niacinamide Morning or evening.Sunscreen");
    expect(inPart("Evenings")).toContain("Niacinamide");
    expect(inPart("Evenings")).toContain("Retinoid or retinol 2 to 3 times a week.");
    expect(inPart("Evenings")).not.toContain("Sunscreen");
    expect(inPart("Weekly")).toContain("Clay mask Morning or evening. 1 to 2 times a week.");
  });

  test("each step says when, how often, how long, what to do, avoid and look for, and its sources", async () => {
    open();
    await expect.element(page.getByRole("heading", { name: "Step by step" })).toBeVisible();
    const item = document.querySelector(".step[data-step='salicylic-acid']");
    expect([...(item?.querySelectorAll(".step-fact") ?? [])].map(textOf)).toEqual([
      "In the evening.",
      "2 to 4 times a week.",
      "Give it 8 to 12 weeks before you judge.",
    ]);
    expect([...(item?.querySelectorAll("dt") ?? [])].map(textOf)).toEqual(["Do:", "Avoid:", "On the label:"]);
    expect(textOf(item)).toContain("0.5 to 2%");
    expect(item?.querySelector("details")?.open).toBe(false);
    expect(item?.querySelector(".evidence-item")).not.toBeNull();
  });

  test("a step that no label text is written for has none", async () => {
    open({ ...ROUTINE, steps: [step("new-step", "Something new")] });
    await expect.element(page.getByRole("heading", { name: "Something new" })).toBeVisible();
    expect(list(".step dt")).toEqual(["Do:", "Avoid:"]);
  });

  test("a name at a glance leads to its step, by keyboard", async () => {
    open();
    await expect.element(page.getByRole("heading", { name: "At a glance" })).toBeVisible();
    const link = document.querySelector<HTMLAnchorElement>(".glance-step[data-step='clay-mask'] a");
    expect(link?.getAttribute("href")).toBe("#step-clay-mask");
    link?.focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => document.activeElement?.id).toBe("step-clay-mask");
  });

  test("what goes together and what does not, and how long to wait", async () => {
    open();
    await expect.element(page.getByText("Retinoids + Acids such as AHA")).toBeVisible();
    await expect.element(page.getByText("Niacinamide + Acids and retinoids")).toBeVisible();
    expect(list(".wait")).toEqual([
      "Niacinamide Allow 8 to 12 weeks.",
      "Salicylic acid Allow 8 to 12 weeks.",
      "Retinoid or retinol Allow 12 to 24 weeks.",
      "Clay mask Works within the hour, then wears off.",
    ]);
    expect(list("main")[0]?.split("not medical advice")).toHaveLength(2);
  });
});

describe("a week of evenings", () => {
  test("starts with the fewest times, never two on one evening, calm evenings between", async () => {
    open();
    await expect.element(page.getByRole("heading", { name: "A week of evenings" })).toBeVisible();
    expect(list(".evening-step")).toEqual([
      "Salicylic acid",
      "Calm evening",
      "Retinoid or retinol",
      "Calm evening",
      "Salicylic acid",
      "Calm evening",
      "Retinoid or retinol",
    ]);
    expect(list(".week-starts li")[1]).toBe(
      "Retinoid or retinol: start with 2 evenings a week. Go up to 3 only if your skin takes it well.",
    );
  });

  test("only what is for some evenings takes turns", () =>
    expect(takingTurns(ROUTINE.steps)).toEqual([ACID, RETINOID]));

  const often = (times: number) => ({ ...ACID, often: [times, times] as [number, number] });
  test.each([
    ["one step, once", [often(1)], "x......"],
    ["one step, twice", [often(2)], "x...x.."],
    ["one step, three times", [often(3)], "x..x.x."],
    ["more than a week holds", [often(5), often(5)], "xxxxxxx"],
    ["none", [], "......."],
  ])("%s", (_name, steps, drawn) => {
    expect(
      firstWeek(steps)
        .map((one) => (one === null ? "." : "x"))
        .join(""),
    ).toBe(drawn);
  });

  test("no picture where nothing takes turns", async () => {
    open({ ...ROUTINE, steps: [step("cleanser", "Gentle cleanser")] });
    await expect.element(page.getByRole("heading", { name: "Step by step" })).toBeVisible();
    expect(document.querySelector(".week")).toBeNull();
  });
});

describe("the product", () => {
  test("that fits: its steps, and the step says so in words", async () => {
    open(FITTING, 7);
    await expect.element(page.getByRole("heading", { name: "The product you are looking at" })).toBeVisible();
    expect(list(".here")[0]).toContain("Lumora Serum");
    expect(list(".here-steps li")).toEqual(["Niacinamide"]);
    expect(list(".here-pairs li")).toEqual(["Acids and retinoids"]);
    expect(list(".step[data-here='true'] .here-tag")).toEqual(["this product"]);
    expect(list(".glance-step[data-here='true'] .here-tag")).toEqual(["this product", "this product"]);
  });

  test.each([
    ["no step of it", NO_STEP, "It is no step of this routine."],
    ["no list read", UNREAD, "No ingredient list was read"],
    ["page not read", ROUTINE, "The page you came from was not read"],
  ])("%s", async (_name, routine, says) => {
    open(routine, 7);
    await expect.element(page.getByText(says)).toBeVisible();
    expect(document.querySelector(".here-tag")).toBeNull();
  });

  test("nothing of a product where no tab was asked about", async () => {
    open();
    await expect.element(page.getByRole("heading", { name: "At a glance" })).toBeVisible();
    expect(document.querySelector(".here")).toBeNull();
  });
});

describe("when things go wrong", () => {
  test("loading is said", async () => {
    mount(<Routine client={fakeClient({ "routine.load": () => new Promise(() => {}) })} tabId={null} />);
    await expect.element(page.getByRole("status")).toHaveTextContent("Loading the routine…");
  });

  test("failed, then tried again", async () => {
    const client = fakeClient({});
    mount(<Routine client={client} tabId={null} />);
    await expect.element(page.getByRole("alert")).toHaveTextContent("The routine could not be loaded.");
    client.answers["routine.load"] = () => ROUTINE;
    await userEvent.click(page.getByRole("button", { name: "Try again" }));
    await expect.element(page.getByRole("heading", { name: "At a glance" })).toBeVisible();
  });

  test("an empty routine says so", async () => {
    open(EMPTY);
    await expect.element(page.getByText("The routine has no steps.")).toBeVisible();
  });

  test.each([280, 900])("nothing is wider than a window of %d", async (width) => {
    await page.viewport(width, 700);
    open(UNREAD, 7);
    await expect.element(page.getByRole("heading", { name: "At a glance" })).toBeVisible();
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    await page.viewport(900, 700);
  });
});

async function emulate(scheme: "light" | "dark"): Promise<void> {
  const features = [{ name: "prefers-color-scheme", value: scheme }];
  await cdp().send("Emulation.setEmulatedMedia", { features });
  await vi.waitUntil(() => matchMedia(`(prefers-color-scheme: ${scheme})`).matches);
}

describe.each(["light", "dark"] as const)("axe-core, %s", (scheme) => {
  beforeAll(() => emulate(scheme));
  afterAll(() => emulate("light"));

  test.each([
    ["the routine alone", ROUTINE, null],
    ["a product that fits", FITTING, 7],
    ["a product that is no step", NO_STEP, 7],
    ["a list that was not read", UNREAD, 7],
    ["a page that was not read", ROUTINE, 7],
    ["empty", EMPTY, null],
    ["failed", undefined, null],
  ] as const)("%s", async (_name, routine, tabId) => {
    const client = fakeClient(routine === undefined ? {} : { "routine.load": () => routine });
    const root = mount(<Routine client={client} tabId={tabId} />);
    await expect.poll(() => root.querySelector("main[aria-busy=false] > *")).not.toBeNull();
    for (const details of root.querySelectorAll("details")) details.open = true;
    const results = await axe.run(document, { resultTypes: ["violations"] });
    expect(results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual(
      [],
    );
  });
});
