/** The engine's front door: a rule set compiled once, then pure functions. */
import { createReader, type Reader } from "./claims/read.ts";
import { type JudgeInput, judge } from "./judge.ts";
import { kindOf } from "./kind.ts";
import { createDoseReader } from "./label/dose.ts";
import { createInciNames } from "./label/inci.ts";
import { createNameTable } from "./label/names.ts";
import { readLabel, readLabels } from "./label/read.ts";
import type {
  Active,
  Dose,
  Label,
  PageFacts,
  ProductKind,
  Report,
  Rule,
  RuleSet,
  Treatment,
} from "./model.ts";
import { createTreatmentFinder, type TreatmentFinder } from "./treatments.ts";

export type Engine = {
  read: Reader["read"];
  /** The ingredient list in a text, or null where there is none. */
  readLabel(text: string): Label | null;
  /** The labels in a text: several where it holds the lists of a kit, else one, or none. */
  readLabels(text: string): Label[];
  /** The percentages of actives that a text of the seller states. */
  readDoses(text: string): Dose[];
  /** The professional treatments that a text names. */
  findTreatments: TreatmentFinder;
  kindOf(facts: Pick<PageFacts, "name" | "category">): ProductKind;
  judge(input: JudgeInput): Report;
  rules: ReadonlyMap<string, Rule>;
  actives: ReadonlyMap<string, Active>;
  treatments: ReadonlyMap<string, Treatment>;
  /** Languages in which claims are matched. */
  languages: ReadonlySet<string>;
};

/**
 * Compiles a rule set.
 * @throws PhraseError or Error if the rule set contradicts itself; a set that passed the build never does.
 */
export function createEngine(ruleSet: RuleSet): Engine {
  const reader = createReader(ruleSet);
  const inci = createInciNames(ruleSet.inciNames);
  const names = { inci, actives: createNameTable(ruleSet.actives, ruleSet.onePercentMarkers, inci) };
  const rules = new Map(ruleSet.rules.map((rule) => [rule.id, rule]));
  const actives = new Map(ruleSet.actives.map((active) => [active.id, active]));
  const treatments = new Map(ruleSet.treatments.map((treatment) => [treatment.id, treatment]));
  const kinds = ruleSet.words.map((words) => words.kinds);
  return {
    read: reader.read,
    readLabel: (text) => readLabel(text, names),
    readLabels: (text) => readLabels(text, names),
    readDoses: createDoseReader(ruleSet.actives),
    findTreatments: createTreatmentFinder(ruleSet.treatments, ruleSet.words),
    kindOf: (facts) => kindOf(facts, kinds),
    judge: (input) => judge(input, { rules, actives, treatments, routine: ruleSet.routine }),
    rules,
    actives,
    treatments,
    languages: new Set(ruleSet.words.map(({ language }) => language)),
  };
}
