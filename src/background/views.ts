/** Reports with the texts that people read, in the language of the interface. */
import type { Engine } from "../engine/engine.ts";
import type {
  Active,
  Advice,
  EvidenceId,
  Finding,
  InterfaceTexts,
  LabelReport,
  Report,
  RoutineStep,
  Rule,
  RuleSet,
  RuleTexts,
  Rung,
  Source,
  Treatment,
  TreatmentFound,
} from "../engine/model.ts";
import type {
  ActiveFoundView,
  ActiveView,
  AdviceView,
  EvidenceView,
  FindingView,
  KnownView,
  LabelView,
  ReportView,
  RoutineState,
  RuleView,
  SourceView,
  StepView,
  TreatmentFoundView,
} from "../messaging/messages.ts";
import { usesOfSources } from "./source-uses.ts";

/** Most actives named in one sentence. */
const NAMED_MOST = 2;

export type Views = {
  finding(finding: Finding, report: Report): FindingView;
  report(report: Report, judged: number): ReportView;
  /** @param exceptions hosts on which it is off */
  rule(rule: Rule, on: boolean, exceptions: string[]): RuleView;
  active(active: Active): ActiveView;
  treatment(treatment: Treatment): KnownView;
  /** Every source, with where it is used. */
  sources(): SourceView[];
  /** The whole routine, each step and each pair with all that is said of it. */
  routine(): Pick<RoutineState, "steps" | "pairs">;
};

/** Makes views with the texts of one language. */
export function createViews(engine: Engine, ruleSet: RuleSet, texts: InterfaceTexts): Views {
  const sources = new Map(
    ruleSet.sources.map((source) => {
      return [source.id, { ...source, studyType: texts.studyTypes[source.id] ?? source.studyType }];
    }),
  );

  const cited = (ids: EvidenceId[]): Source[] => [...new Set(ids)].flatMap((id) => sources.get(id) ?? []);
  const evidenceOf = (rule: Rule): EvidenceView[] =>
    rule.evidence.flatMap(({ id }) => {
      const source = sources.get(id);
      return source ? [{ ...source, statement: textsOf(rule).statements[id] ?? "" }] : [];
    });

  function textsOf(rule: Rule): InterfaceTexts["rules"][string] {
    const own = texts.rules[rule.id];
    if (own === undefined) throw new Error(`The rule ${rule.id} has no texts`);
    return own;
  }

  function textFor(rule: Rule, part: "says" | "because" | "instead" | "instead-none", kind: string): string {
    const own: RuleTexts = textsOf(rule).texts;
    return own[`${part}@${kind}`] ?? own[part];
  }

  /** Treatments to name as what the service can do: all that change pores where that is claimed, else those of the rung. */
  function treatmentsFor(rung: Rung, report: Report): string[] {
    return report.treatments
      .filter((found) => found.rung !== null && (rung >= 3 ? found.rung >= 3 : found.rung === rung))
      .flatMap(({ treatment }) => texts.treatments[treatment]?.can ?? []);
  }

  /** Actives to name as what the product can do: those that support the rung itself, or the best one below it. */
  function helpersFor(rung: Rung, report: Report): string[] {
    const treatments = treatmentsFor(rung, report);
    if (treatments.length > 0) return treatments.slice(0, NAMED_MOST);
    const found = [report.label, ...report.otherLabels].flatMap((one) => one?.actives ?? []);
    const wanted: Rung[] = rung >= 3 ? [3, 2] : [rung];
    for (const at of wanted) {
      const clauses = found
        .filter((active) => active.rung === at)
        .flatMap(({ active }) => texts.actives[active]?.can ?? []);
      if (clauses.length > 0) return [...new Set(clauses)].slice(0, NAMED_MOST);
    }
    return [];
  }

  /** What we say of a claim: by its verdict where the rule has a text for that, else by the kind of product. */
  function saysOf(rule: Rule, { verdict, rung }: Finding, kind: string, supported: string): string {
    const own = textsOf(rule).texts;
    if (verdict === "real" && supported !== "" && own["says-supported"] !== undefined) {
      return own["says-supported"].replace("{supported}", supported);
    }
    const forNow = verdict === "wears-off" && rung === 4 ? own["says-for-now"] : undefined;
    return forNow ?? textFor(rule, "says", kind);
  }

  function finding(one: Finding, report: Report): FindingView {
    const rule = engine.rules.get(one.rule);
    if (rule === undefined) throw new Error(`There is no rule ${one.rule}`);
    // Kind and label are those of the page's own product, and say nothing about another one.
    const isOwn = one.zone !== "tile";
    const kind = isOwn ? report.product.kind : "unknown";
    const supported = isOwn ? helpersFor(one.rung, report).join("; ") : "";
    return {
      ...one,
      ruleTitle: textsOf(rule).texts.title,
      says: saysOf(rule, one, kind, supported),
      because: textFor(rule, "because", kind),
      instead:
        supported !== ""
          ? textFor(rule, "instead", kind).replace("{supported}", supported)
          : textFor(rule, "instead-none", kind),
      evidence: evidenceOf(rule),
      evidenceCertainty: one.certainty ?? rule.certainty,
      regulators: rule.regulators.flatMap(({ id, region }) => {
        const source = sources.get(id);
        return source ? [{ ...source, region }] : [];
      }),
    };
  }

  function activeFound(found: NonNullable<Report["label"]>["actives"][number]): ActiveFoundView[] {
    const active = engine.actives.get(found.active);
    const own = texts.actives[found.active];
    if (active === undefined || own === undefined) return [];
    const support = active.supports.find((one) => one.rung === found.rung) ?? active.supports[0];
    return [
      {
        ...found,
        title: own.title,
        does: own.does,
        caution: own.caution ?? null,
        // Of what does not help here, a dose or a time would promise something.
        dose: found.reason === "not-for-this-kind" ? null : (support?.dose ?? null),
        weeks: found.verdict !== "unsure" && support && support.weeks[1] > 0 ? support.weeks : null,
        evidence: cited([...active.supports.flatMap((one) => one.evidence), ...(active.safety ?? [])]),
      },
    ];
  }

  function treatmentFound(found: TreatmentFound): TreatmentFoundView[] {
    const treatment = engine.treatments.get(found.treatment);
    const own = texts.treatments[found.treatment];
    if (treatment === undefined || own === undefined) return [];
    const support = treatment.supports.find((one) => one.rung === found.rung) ?? treatment.supports[0];
    const ids = [...treatment.supports.flatMap((one) => one.evidence), ...treatment.safety];
    return [
      {
        ...found,
        title: own.title,
        does: own.does,
        caution: own.caution,
        weeks: support && support.weeks[1] > 0 ? support.weeks : null,
        evidence: cited(ids),
      },
    ];
  }

  function stepView({ id, time, often }: RoutineStep): StepView {
    const { title = id, do: does = "" } = texts.steps[id] ?? {};
    return { step: id, title, time, often, does };
  }

  function adviceView({ steps, pairs, cautions }: Advice): AdviceView {
    const { routine } = ruleSet;
    const isHere = ({ id }: RoutineStep) => steps.some(({ step }) => step === id);
    return {
      steps: steps.flatMap((here) => {
        const step = routine.steps.find(({ id }) => id === here.step);
        if (step === undefined) return [];
        return [
          {
            ...stepView(step),
            ...here,
            avoid: texts.steps[step.id]?.avoid ?? "",
            evidence: cited(step.evidence),
          },
        ];
      }),
      routine: {
        steps: routine.steps.map(stepView),
        evidence: cited(routine.steps.filter((step) => !isHere(step)).flatMap(({ evidence }) => evidence)),
      },
      pairs: pairs.flatMap((found) => {
        const pair = routine.pairs.find(({ id }) => id === found.pair);
        const own = texts.pairs[found.pair];
        if (pair === undefined || own === undefined) return [];
        return [{ ...found, together: pair.together, ...own, evidence: cited(pair.evidence) }];
      }),
      cautions: cautionViews(cautions),
    };
  }

  /** Cautions of several actives in the same words are said once. */
  function cautionViews(ids: Advice["cautions"]): AdviceView["cautions"] {
    const byText = new Map<string, Active[]>();
    for (const id of ids) {
      const active = engine.actives.get(id);
      const text = texts.actives[id]?.caution;
      if (active !== undefined && text !== undefined) byText.set(text, [...(byText.get(text) ?? []), active]);
    }
    return [...byText].map(([text, actives]) => ({
      text,
      actives: actives.map(({ id }) => id),
      titles: actives.map(({ id }) => texts.actives[id]?.title ?? id),
      evidence: cited(actives.flatMap(({ safety }) => safety ?? [])),
    }));
  }

  function label(report: LabelReport): LabelView {
    return { ...report, actives: report.actives.flatMap(activeFound) };
  }

  function known({ id, supports }: Pick<Active, "id" | "supports">, own = { title: id, does: "" }) {
    return {
      id,
      title: own.title,
      does: own.does,
      supports: supports
        .filter(({ credited }) => credited)
        .map(({ rung, certainty }) => ({ rung, certainty })),
    };
  }

  return {
    finding,
    report: (report, judged) => ({
      ...report,
      treatments: report.treatments.flatMap(treatmentFound),
      advice: report.advice && adviceView(report.advice),
      findings: report.findings.map((one) => finding(one, report)),
      label: report.label && label(report.label),
      otherLabels: report.otherLabels.map(label),
      timing: { judge: judged },
    }),
    rule(rule, on, exceptions) {
      const { texts: own, flags, passes } = textsOf(rule);
      return {
        id: rule.id,
        family: rule.family,
        title: own.title,
        verdict: rule.verdict,
        rung: rule.covers?.rung ?? null,
        says: own.says,
        because: own.because,
        flags,
        passes,
        evidence: evidenceOf(rule),
        on,
        default: rule.default === "on",
        exceptions,
      };
    },
    active: (active) => ({ ...known(active, texts.actives[active.id]), role: active.role }),
    sources: () => {
      const uses = usesOfSources(ruleSet, texts);
      return [...sources.values()].map((source) => ({ ...source, uses: uses.get(source.id) ?? [] }));
    },
    routine: () => ({
      steps: ruleSet.routine.steps.map((step) => ({
        ...stepView(step),
        weeks: step.weeks ?? null,
        avoid: texts.steps[step.id]?.avoid ?? "",
        evidence: cited(step.evidence),
      })),
      pairs: ruleSet.routine.pairs.flatMap(({ id, together, evidence }) => {
        const own = texts.pairs[id];
        return own === undefined ? [] : [{ pair: id, together, ...own, evidence: cited(evidence) }];
      }),
    }),
    treatment: (treatment) => known(treatment, texts.treatments[treatment.id]),
  };
}
