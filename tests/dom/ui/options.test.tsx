import { beforeAll, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { OptionsState } from "../../../src/messaging/messages.ts";
import { Options } from "../../../src/options/options.tsx";
import "../../../src/options/options.css";
import { type FakeClient, fakeClient } from "./fake-client.ts";
import { OPTIONS } from "./fixtures.ts";
import { mount, textOf } from "./mount.ts";

beforeAll(() => {
  document.body.className = "poreality";
});

/** A background that keeps settings, for as long as the test runs. */
function open(start: OptionsState = OPTIONS): FakeClient {
  let now = start;
  const client = fakeClient({
    "options.load": () => now,
    "options.rule": ({ rule, on }) => {
      now = { ...now, rules: now.rules.map((one) => (one.id === rule ? { ...one, on } : one)) };
      return now;
    },
    "options.site": ({ host }) => {
      now = { ...now, sitesOff: now.sitesOff.filter((one) => one !== host) };
      return now;
    },
    "options.mark": ({ mark }) => {
      now = { ...now, mark };
      return now;
    },
    "options.reset": () => {
      now = { ...OPTIONS, sitesOff: [], settings: start };
      return now;
    },
    "options.import": ({ settings }) => {
      now = settings as OptionsState;
      return now;
    },
  });
  mount(<Options client={client} />);
  return client;
}

const ruleSwitch = (title: string) => page.getByRole("switch", { name: `Rule on: ${title}` });

describe("rules", () => {
  test("every rule stands in its family, with verdict, title and meaning", async () => {
    open();
    await expect.element(page.getByRole("heading", { name: "Devices" })).toBeVisible();
    const rules = [...document.querySelectorAll<HTMLElement>(".rule")].map((rule) => [
      textOf(rule.closest(".family")?.querySelector("h3") ?? null),
      textOf(rule.querySelector(".badge")),
      textOf(rule.querySelector("h4")),
    ]);
    expect(rules).toEqual([
      ["Promises about pores", "Hype", "Gone for good"],
      ["Promises about pores", "Hype", "Gets smaller"],
      ["Promises about pores", "Depends on the label", "Looks smaller"],
      ["Devices", "Risky", "Pore vacuums"],
    ]);
    await expect.element(page.getByText("3 of 4 on")).toBeVisible();
  });

  test("why, evidence and examples with the marked words", async () => {
    open();
    await userEvent.click(page.getByText("Why, evidence and examples").first());
    const rule = document.querySelector("[data-rule='pores.gone-for-good']");
    expect([...(rule?.querySelectorAll("mark") ?? [])].map(textOf)).toEqual([
      "erases pores forever",
      "Permanently closes pores",
    ]);
    expect(textOf(rule)).not.toContain("[[");
    expect(rule?.querySelector("a")?.href).toBe("https://doi.org/10.1097/DSS.0000000000000657");
  });

  test("a switch is sent at once and shows what is stored", async () => {
    const client = open();
    await userEvent.click(ruleSwitch("Gone for good"));
    await expect.element(page.getByText("2 of 4 on")).toBeVisible();
    await expect.element(ruleSwitch("Gone for good")).not.toBeChecked();
    expect(client.sent.at(-1)).toEqual({ type: "options.rule", rule: "pores.gone-for-good", on: false });
  });

  test("a change that is not saved goes back and says so", async () => {
    const client = open();
    client.answers["options.rule"] = () => {
      throw new Error("no");
    };
    await userEvent.click(ruleSwitch("Gone for good"));
    await expect.element(page.getByRole("alert")).toHaveTextContent("The change was not saved.");
    await expect.element(ruleSwitch("Gone for good")).toBeChecked();
  });

  test("search finds by any word and says how many", async () => {
    open();
    await userEvent.fill(page.getByRole("searchbox", { name: "Search the rules" }), "vacuum bruise");
    await expect.element(page.getByText("1 rule found")).toBeVisible();
    expect([...document.querySelectorAll(".rule h4")].map(textOf)).toEqual(["Pore vacuums"]);
  });

  test("#rule-<id> opens that rule, also when the address changes later", async () => {
    history.replaceState(null, "", "#rule-device.pore-vacuum");
    open();
    await expect.element(page.getByRole("heading", { name: "Pore vacuums" })).toHaveFocus();
    const opened = () =>
      [...document.querySelectorAll<HTMLDetailsElement>(".rule details")].map((details) => details.open);
    await expect.poll(opened).toEqual([false, false, false, true]);
    await userEvent.fill(page.getByRole("searchbox", { name: "Search the rules" }), "vacuum");
    await expect.poll(() => document.querySelectorAll(".rule").length).toBe(1);
    location.hash = "#rule-pores.get-smaller";
    await expect.element(page.getByRole("heading", { name: "Gets smaller" })).toHaveFocus();
    await expect.element(page.getByRole("heading", { name: "Gets smaller" })).toBeInViewport();
  });
});

describe("the rest of the page", () => {
  test("what to mark", async () => {
    const client = open();
    await expect.element(page.getByRole("radio", { name: "Hype and risky claims" })).toBeChecked();
    await userEvent.click(page.getByRole("radio", { name: "Nothing, only count" }));
    await expect.element(page.getByRole("radio", { name: "Nothing, only count" })).toBeChecked();
    expect(client.sent.at(-1)).toEqual({ type: "options.mark", mark: "nothing" });
  });

  test("sites switched off come back on; none left is said", async () => {
    const client = open({ ...OPTIONS, sitesOff: ["shop.example"] });
    await userEvent.click(page.getByRole("button", { name: "Switch on again: shop.example" }));
    await expect.element(page.getByText(/^None\. To switch a site off/)).toBeVisible();
    expect(client.sent.at(-1)).toEqual({ type: "options.site", host: "shop.example", on: true });
    await expect.element(page.getByRole("heading", { name: "Sites switched off" })).toHaveFocus();
  });

  test("reset, and back again", async () => {
    const client = open();
    await userEvent.click(ruleSwitch("Gone for good"));
    await userEvent.click(page.getByRole("button", { name: "Reset all settings" }));
    await expect.element(page.getByText("All settings are reset.")).toBeVisible();
    await expect.element(ruleSwitch("Gone for good")).toBeChecked();
    await expect.element(page.getByRole("button", { name: "Undo" })).toHaveFocus();
    await userEvent.click(page.getByRole("button", { name: "Undo" }));
    await expect.element(page.getByText("Your settings are back.")).toBeVisible();
    await expect.element(ruleSwitch("Gone for good")).not.toBeChecked();
    expect(client.sent.at(-1)?.type).toBe("options.restore");
    await expect.element(page.getByText("shop.example", { exact: true })).toBeVisible();
  });

  test("follows changes made elsewhere", async () => {
    const client = open();
    await expect.element(ruleSwitch("Gone for good")).toBeChecked();
    client.answers["options.load"] = () => ({ ...OPTIONS, mark: "everything" });
    client.changed({ type: "changed", what: "settings" });
    await expect.element(page.getByRole("radio", { name: "Every claim about pores" })).toBeChecked();
  });

  test("the ingredients and the treatments that are looked for", async () => {
    open();
    const treatments = page.getByRole("region", { name: "Treatments that it knows" });
    await expect.element(treatments).toHaveTextContent("Certainty of the evidence: low.");
    const titles = (id: string) =>
      [...document.querySelectorAll(`[aria-labelledby=${id}] .known-title`)].map(textOf);
    expect(titles("actives")).toEqual(["Niacinamide", "Clay"]);
    expect(titles("treatments")).toEqual(["Fractional laser"]);
  });

  test("settings that could not be read are said, and privacy and version are there", async () => {
    open({ ...OPTIONS, settingsRecovered: true });
    await expect.element(page.getByText(/stored settings could not be read/)).toBeVisible();
    await expect.element(page.getByText(/never sends anything anywhere/)).toBeVisible();
    await expect.element(page.getByText("Version 0.1.0")).toBeVisible();
  });

  test("the background fails: message and retry", async () => {
    const client = fakeClient({
      "options.load": () => {
        throw new Error("The background did not answer.");
      },
    });
    mount(<Options client={client} />);
    await expect.element(page.getByRole("alert")).toHaveTextContent("The background did not answer.");
    client.answers["options.load"] = () => OPTIONS;
    await userEvent.click(page.getByRole("button", { name: "Try again" }));
    await expect.element(page.getByText("3 of 4 on")).toBeVisible();
  });
});
