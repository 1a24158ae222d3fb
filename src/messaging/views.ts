/** What people read: reports, rules and routines with texts in the interface language. The background makes them, messages carry them. */
import type {
  Active,
  ActiveId,
  Advice,
  Certainty,
  Finding,
  LabelReport,
  Often,
  Report,
  Rule,
  RuleId,
  Rung,
  Source,
  TimeOfDay,
  TreatmentFound,
} from "../engine/model.ts";

export type EvidenceView = Source & { statement: string };
export type FindingView = Finding & {
  says: string;
  because: string;
  instead: string;
  evidence: EvidenceView[];
  regulators: (Source & { region: string })[];
  ruleTitle: string;
  /** How sure the evidence makes us: of the support where the claim is real, else of what we say instead. */
  evidenceCertainty: Certainty;
};
export type ActiveFoundView = NonNullable<Report["label"]>["actives"][number] & {
  title: string;
  does: string;
  caution: string | null;
  dose: { min: number; max: number } | null;
  weeks: [number, number] | null;
  evidence: Source[];
};
export type TreatmentFoundView = TreatmentFound & {
  title: string;
  does: string;
  caution: string;
  weeks: [number, number] | null;
  evidence: Source[];
};
export type LabelView = Omit<LabelReport, "actives"> & { actives: ActiveFoundView[] };

/** A step of the routine: when, how often, and what to do. */
export type StepView = { step: string; title: string; time: TimeOfDay; often: Often; does: string };
/** A step that the product is part of. */
export type StepHereView = StepView & {
  actives: ActiveId[];
  weeks: [number, number] | null;
  avoid: string;
  evidence: Source[];
};
export type PairView = Advice["pairs"][number] & {
  together: boolean;
  /** What the two sides are called. */
  one: string;
  other: string;
  because: string;
  evidence: Source[];
};
export type AdviceView = {
  steps: StepHereView[];
  /** The whole routine, and the sources of its other steps. */
  routine: { steps: StepView[]; evidence: Source[] };
  pairs: PairView[];
  /** A caution, with the actives that share it. */
  cautions: { actives: ActiveId[]; titles: string[]; text: string; evidence: Source[] }[];
};
export type ReportView = Omit<Report, "findings" | "label" | "otherLabels" | "treatments" | "advice"> & {
  findings: FindingView[];
  treatments: TreatmentFoundView[];
  advice: AdviceView | null;
  label: LabelView | null;
  otherLabels: LabelView[];
  /** Ms that reading claims and judging took in the background, summed over the updates of the page. */
  timing: { judge: number };
};
export type RuleView = {
  id: RuleId;
  family: string;
  title: string;
  /** Fixed verdict, or the one that the ladder usually gives. */
  verdict: Rule["verdict"];
  rung: Rung | null;
  says: string;
  because: string;
  flags: string[];
  passes: string[];
  evidence: EvidenceView[];
  on: boolean;
  default: boolean;
  /** Hosts on which it is off. */
  exceptions: string[];
};
/** An ingredient or a treatment that is looked for. */
export type KnownView = {
  id: string;
  title: string;
  does: string;
  /** For each rung that it supports, how sure that is. */
  supports: { rung: Rung; certainty: Certainty }[];
};
export type ActiveView = KnownView & { role: Active["role"] };
export const SOURCE_USES = ["rule", "active", "treatment", "routine"] as const;
/** A rule, an ingredient, a treatment or a part of the routine that cites a source. */
export type SourceUse = { kind: (typeof SOURCE_USES)[number]; id: string; title: string };
export type SourceView = Source & { uses: SourceUse[] };
