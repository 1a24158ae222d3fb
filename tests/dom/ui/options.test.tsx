import { beforeAll, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { OptionsState, RuleView } from "../../../src/messaging/messages.ts";
import { Options } from "../../../src/options/options.tsx";
import "../../../src/options/options.css";
import { type FakeClient, fakeClient } from "./fake-client.ts";
import { OPTIONS } from "./fixtures.ts";
import { mount, textOf } from "./mount.ts";

beforeAll(() => {
  document.body.className = "poreality";
});

/** A background that keeps settings, for as long as the test runs. `settings` of each state is the number of a saved one. */
function open(start: OptionsState = OPTIONS): FakeClient {
  const saved: OptionsState[] = [];
  let now = start;
  const keep = (next: Partial<OptionsState>): OptionsState => {
    now = { ...now, ...next };
    saved.push(now);
    now.settings = saved.length - 1;
    return now;
  };
  const rules = (isMeant: (rule: RuleView) => boolean, change: Partial<RuleView>) =>
    keep({ rules: now.rules.map((one) => (isMeant(one) ? { ...one, ...change } : one)) });
  keep({});
  const client = fakeClient({
    "options.load": () => now,
    "options.rule": ({ rule, on }) => rules(({ id }) => id === rule, { on }),
    "options.family": ({ family, on }) => rules((one) => one.family === family, { on }),
    "options.exception": ({ rule, host, on }) =>
      rules(({ id }) => id === rule, { exceptions: on ? [] : [host] }),
    "options.language": ({ language, on }) =>
      keep({ languages: now.languages.map((one) => (one.language === language ? { ...one, on } : one)) }),
    "options.site": ({ host, on }) =>
      keep({ sitesOff: [...now.sitesOff.filter((one) => one !== host), ...(on ? [] : [host])] }),
    "options.forget": ({ origin }) => keep({ sitesAlways: now.sitesAlways.filter((one) => one !== origin) }),
    "options.mark": ({ mark }) => keep({ mark }),
    "options.reset": () => keep({ ...OPTIONS, sitesOff: [] }),
    "options.import": ({ settings }) => {
      const found = typeof settings === "number" ? saved[settings] : undefined;
      if (found === undefined) throw new Error("These settings cannot be read, so nothing was changed.");
      return keep(found);
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

  test("by keyboard: search, a family, a rule, its explanation", async () => {
    const client = open();
    const box = page.getByRole("searchbox", { name: "Search the rules" });
    await userEvent.click(box);
    await userEvent.tab();
    await userEvent.keyboard(" ");
    await expect
      .poll(() => client.sent.at(-1))
      .toEqual({ type: "options.family", family: "ladder", on: false });
    await userEvent.tab();
    await userEvent.keyboard(" ");
    await expect
      .poll(() => client.sent.at(-1))
      .toEqual({ type: "options.rule", rule: "pores.gone-for-good", on: true });
    await userEvent.tab();
    await userEvent.keyboard("{Enter}");
    const details = document.querySelector<HTMLDetailsElement>("[data-rule='pores.gone-for-good'] details");
    await expect.poll(() => details?.open).toBe(true);
  });

  test("a family is switched as a whole", async () => {
    const client = open();
    await userEvent.click(page.getByRole("switch", { name: "All rules on: Promises about pores" }));
    await expect.element(page.getByText("1 of 4 on")).toBeVisible();
    expect(client.sent.at(-1)).toEqual({ type: "options.family", family: "ladder", on: false });
    await expect.element(ruleSwitch("Gets smaller")).not.toBeChecked();
    await userEvent.click(page.getByRole("switch", { name: "All rules on: Promises about pores" }));
    await expect.element(page.getByText("4 of 4 on")).toBeVisible();
  });

  test("a rule is switched off on one site, and on again", async () => {
    const client = open();
    await userEvent.click(page.getByText("Why, evidence and examples").first());
    const box = page.getByRole("textbox", { name: "Turn this rule off on a site" }).first();
    await userEvent.fill(box, "shop.example/serum");
    await userEvent.click(page.getByRole("button", { name: "Turn off there" }).first());
    await expect.element(page.getByText("Off on: shop.example")).toBeVisible();
    expect(client.sent.at(-1)).toEqual({
      type: "options.exception",
      rule: "pores.gone-for-good",
      host: "shop.example",
      on: false,
    });
    await userEvent.click(page.getByRole("button", { name: "On again: “Gone for good” on shop.example" }));
    expect(document.querySelector(".rule-except")).toBeNull();
  });

  test("a change that is not saved goes back and says so", async () => {
    const client = open();
    client.answers["options.rule"] = () => {
      throw new Error("no");
    };
    await userEvent.click(ruleSwitch("Gone for good"));
    await expect
      .element(page.getByRole("alert").filter({ hasText: "The change was not saved." }))
      .toBeVisible();
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
    await expect.element(page.getByText(/^None\. You can also switch/)).toBeVisible();
    expect(client.sent.at(-1)).toEqual({ type: "options.site", host: "shop.example", on: true });
    await expect.element(page.getByRole("heading", { name: "Never checked" })).toHaveFocus();
  });

  test("access to a site is given back", async () => {
    const client = open();
    await userEvent.click(page.getByRole("button", { name: "Remove access: small-shop.example" }));
    await expect.element(page.getByText(/^None\. On other sites/)).toBeVisible();
    expect(client.sent.at(-1)).toEqual({
      type: "options.forget",
      origin: "https://www.small-shop.example/*",
    });
  });

  test("a site is never checked, by its name or its address", async () => {
    const client = open({ ...OPTIONS, sitesOff: [] });
    const box = page.getByRole("textbox", { name: "Name of a site" });
    await userEvent.fill(box, "https://www.Other.example/serum?x=1");
    await userEvent.click(page.getByRole("button", { name: "Never check" }));
    await expect.element(page.getByText("other.example", { exact: true })).toBeVisible();
    await expect.element(page.getByText("Added: other.example.")).toBeVisible();
    expect(client.sent.at(-1)).toEqual({ type: "options.site", host: "other.example", on: false });
    await expect.element(box).toHaveValue("");
  });

  test("a site is always checked where the browser allows it, else that is said", async () => {
    const client = open();
    const box = page.getByRole("textbox", { name: "Name of a site" });
    await userEvent.fill(box, "other.example");
    await userEvent.click(page.getByRole("button", { name: "Always check" }));
    expect(client.origins).toEqual(["https://*.other.example/*"]);
    client.requestOrigin = async () => false;
    await userEvent.fill(box, "third.example");
    await userEvent.click(page.getByRole("button", { name: "Always check" }));
    await expect.element(page.getByText("Access was not given.")).toBeVisible();
  });

  test("what is no site is said, and stays in the box", async () => {
    const client = open();
    const box = page.getByRole("textbox", { name: "Name of a site" });
    for (const wrong of ["", "no site", "shop", "file:///x", "javascript://a.b/", "*.shop.example"]) {
      await userEvent.fill(box, wrong);
      await userEvent.click(page.getByRole("button", { name: "Never check" }));
      await expect.element(page.getByText(/^That is no site\./)).toBeVisible();
      await expect.element(box).toHaveValue(wrong);
    }
    expect(client.sent.map(({ type }) => type)).toEqual(["options.load"]);
  });

  test("a language is no longer read", async () => {
    const client = open();
    await userEvent.click(page.getByRole("switch", { name: "Read claims in: English" }));
    await expect.element(page.getByRole("switch", { name: "Read claims in: English" })).not.toBeChecked();
    expect(client.sent.at(-1)).toEqual({ type: "options.language", language: "en", on: false });
    await expect.element(page.getByText("(popup only)")).toBeVisible();
  });

  test("the evidence: every source with its uses, a search, and the way to a rule", async () => {
    open();
    await userEvent.click(page.getByRole("button", { name: "Evidence" }));
    await expect.element(page.getByText("2 sources")).toBeVisible();
    await userEvent.fill(page.getByRole("searchbox", { name: "Search the sources" }), "chiu niacinamide");
    await expect.element(page.getByText("1 source", { exact: true })).toBeVisible();
    await userEvent.fill(page.getByRole("searchbox", { name: "Search the sources" }), "");
    await userEvent.click(page.getByRole("link", { name: "Gone for good" }));
    await expect.element(page.getByRole("heading", { name: "Gone for good" })).toHaveFocus();
  });

  test("settings of a file are put in place, and taken back", async () => {
    const client = open();
    await userEvent.click(ruleSwitch("Gone for good"));
    await userEvent.upload(
      page.elementLocator(document.querySelector("input[type=file]") as HTMLInputElement),
      new File(["0"], "settings.json", { type: "application/json" }),
    );
    await expect.element(page.getByText("The settings of the file are in use.")).toBeVisible();
    await expect.element(ruleSwitch("Gone for good")).toBeChecked();
    await expect.element(page.getByRole("button", { name: "Undo" })).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(ruleSwitch("Gone for good")).not.toBeChecked();
    expect(client.sent.at(-1)?.type).toBe("options.import");
  });

  test.each([
    ["no JSON", "hello"],
    ["no settings", '{"colour": "blue"}'],
  ])("a file that holds %s changes nothing and is said", async (_, content) => {
    open();
    await userEvent.click(ruleSwitch("Gone for good"));
    await userEvent.upload(
      page.elementLocator(document.querySelector("input[type=file]") as HTMLInputElement),
      new File([content], "settings.json", { type: "application/json" }),
    );
    await expect.element(page.getByRole("alert").filter({ hasText: "nothing was changed" })).toBeVisible();
    await expect.element(ruleSwitch("Gone for good")).not.toBeChecked();
  });

  test("the settings are saved as a file that holds them", async () => {
    open();
    const link = await new Promise<HTMLAnchorElement>((resolve) => {
      HTMLAnchorElement.prototype.click = function click() {
        resolve(this);
      };
      page
        .getByRole("button", { name: "Export settings" })
        .click()
        .catch(() => undefined);
    });
    expect(link.download).toBe("poreality-settings.json");
    expect(JSON.parse(await (await fetch(link.href)).text())).toBe(0);
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
    expect(client.sent.at(-1)?.type).toBe("options.import");
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
    history.replaceState(null, "", "#evidence");
    open();
    const treatments = page.getByRole("region", { name: "Treatments that it knows" });
    await expect
      .element(treatments)
      .toHaveTextContent(
        /gets smaller: certainty of the evidence low|looks smaller, in weeks: certainty of the evidence low/,
      );
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
