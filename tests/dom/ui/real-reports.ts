/** Reports of invented products as the background makes them: real rules, real texts, in any interface language. */
import texts from "virtual:interface-texts";
import ruleSet from "virtual:rule-set";
import { checkText } from "../../../src/background/check-text.ts";
import type { Context } from "../../../src/background/context.ts";
import { applyBlocks, emptyDoc, NO_FACTS, reportOf } from "../../../src/background/report.ts";
import { routineState } from "../../../src/background/routine.ts";
import type { DocState, TabState } from "../../../src/background/tab-state.ts";
import { createViews, type Views } from "../../../src/background/views.ts";
import { createEngine } from "../../../src/engine/engine.ts";
import type { Block, ProductKind, Zone } from "../../../src/engine/model.ts";
import type { CheckedText, OptionsState, ReportView, RoutineState } from "../../../src/messaging/messages.ts";
import { defaultSettings } from "../../../src/settings/schema.ts";

const engine = createEngine(ruleSet);

/** What a page says, zone by zone. */
export type Product = { name: string } & Partial<Record<Exclude<Zone, "title">, string[]>>;

export const SERUM: Product = {
  name: "Velvane Pore Reset Serum, 30 ml",
  bullets: [
    "Clinically inspired formula that permanently shrinks pores in 7 days",
    "With 5% niacinamide for a balanced T-zone",
    "Kaolin tightens pores instantly",
    "Reduces the look of pores",
    "Unclogs pores. Does not clog pores.",
  ],
  review: ["My pores are gone!!"],
  tile: ["Pore-erasing night balm"],
  ingredients: [
    "Aqua, Niacinamide, Glycerin, Propanediol, Kaolin, Butylene Glycol, Dimethicone, Cetearyl Alcohol, Panthenol, Betaine, Squalane, Sodium Hyaluronate, Allantoin, Xanthan Gum, Carbomer, Phenoxyethanol, Ethylhexylglycerin, Lactic Acid, Retinol, Tocopherol, Disodium EDTA, Parfum",
  ],
};

export const VACUUM: Product = {
  name: "Suckly Pore Vacuum",
  bullets: ["This pore vacuum sucks blackheads out of your pores in one minute"],
};

export const CLINIC: Product = {
  name: "Fractional laser facial, one session at our clinic",
  description: ["Our fractional laser treatment permanently shrinks pores. Pores look smaller for months."],
};

export const QUIET: Product = { name: "Plain hand cream", bullets: ["Soft hands all day"] };

/** 200 claims, a name of 400 characters, a long list. */
export const ENDLESS: Product = {
  name: "Pore Perfect Ultimate Refining Serum with a name that goes on ".repeat(7).slice(0, 400),
  bullets: Array.from({ length: 200 }, (_, at) =>
    at % 3 === 0
      ? `Step ${at}: shrinks pores for good`
      : `Reduces the look of pores, day ${at}, ${"and again ".repeat(at % 9)}`,
  ),
  ingredients: [
    Array.from(
      { length: 140 },
      (_, at) => ["Aqua", "Glycerin", "Niacinamide", "Talc", "Mica", "Squalane", "Retinol"][at % 7],
    ).join(", "),
  ],
};

function docOf({ name, ...zones }: Product): DocState {
  const doc = { ...emptyDoc(""), facts: { ...NO_FACTS, type: "product" as const, name } };
  const said = Object.entries(zones) as [Zone, string[]][];
  const all = [["title", [name]] as [Zone, string[]], ...said];
  const added = all
    .flatMap(([zone, of]) => of.map((text) => ({ zone, text, hidden: false })))
    .map((block, id): Block => ({ ...block, id }));
  applyBlocks(doc, 0, { added, removed: [] }, engine);
  return doc;
}

export type Real = {
  report(product: Product): ReportView;
  options(changes?: Partial<OptionsState>): OptionsState;
  check(text: string, kind: ProductKind | null): Promise<CheckedText>;
  routine(product: Product | null): Promise<RoutineState>;
};

/** All of it in one interface language. */
export function realIn(language: string): Real {
  const own = texts[language];
  if (own === undefined) throw new Error(`There are no texts in ${language}.`);
  const views: Views = createViews(engine, ruleSet, own);
  const settings = defaultSettings();
  const reportFor = (product: Product) =>
    reportOf({ docs: { 0: docOf(product) }, hidden: [] }, engine, settings);
  const contextWith = (state: TabState | undefined) =>
    ({
      engine,
      ruleSet,
      views,
      settings: { get: async () => settings },
      detectLanguage: async () => ({ isReliable: false, languages: [] }),
      states: { get: async () => state },
    }) as unknown as Context;
  return {
    report: (product) => views.report(reportFor(product), 1),
    options: (changes = {}) => ({
      rules: ruleSet.rules.map((rule) => views.rule(rule, rule.default === "on", [])),
      sources: views.sources(),
      actives: ruleSet.actives.map(views.active),
      treatments: ruleSet.treatments.map(views.treatment),
      sitesOff: ["shop.example"],
      sitesAlways: ["https://www.small-shop.example/*"],
      languages: ruleSet.words.map(({ language: code }) => ({ language: code, on: true, marked: true })),
      mark: "default",
      pausedUntil: null,
      settings,
      version: "0.1.0",
      settingsRecovered: false,
      ...changes,
    }),
    check: (text, kind) => checkText(contextWith(undefined), text, kind),
    routine: (product) => {
      if (product === null) return routineState(contextWith(undefined), null);
      const state: TabState = {
        host: "www.shop.example",
        docs: {},
        hidden: [],
        report: reportFor(product),
        judged: 0,
      };
      return routineState(contextWith(state), 7);
    },
  };
}
