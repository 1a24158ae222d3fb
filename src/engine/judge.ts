/** Readings × label × kind → verdicts, what the label supports, and one sentence for the whole. */
import { adviceFor } from "./advice.ts";
import { distinctLabels } from "./labels.ts";
import type {
  Active,
  Dose,
  Finding,
  JudgeSettings,
  Label,
  LabelReport,
  NotChecked,
  PageFacts,
  PlacedReading,
  ProductKind,
  Reading,
  Report,
  Routine,
  Rule,
  RuleId,
  Rung,
  Summary,
  SupportedBy,
  Treatment,
  TreatmentId,
} from "./model.ts";
import { RUNGS, VERDICTS } from "./model.ts";
import { activesOn, byCertainty, type Present, reasonAgainst, supportersOf } from "./support.ts";
import { reasonAgainstTreatments, treatmentSupporters, treatmentsOn } from "./treatment-support.ts";
import { marking, verdictOf } from "./verdict.ts";

/** More findings than this are not listed unless more are asked for; the report says so. */
export const FINDINGS_MOST = 500;

export type JudgeInput = {
  facts: PageFacts;
  kind: ProductKind;
  readings: PlacedReading[];
  /** Every ingredient list of the page. What one of them supports, the page supports. */
  labels: Label[];
  /** Why lists that the page has could not be read: the text under their heading is none, or there is only a picture. */
  unread?: readonly ("list-unread" | "list-in-image")[];
  /** Percentages that the seller states outside of the lists, the most telling first; of several for one active the first counts. */
  doses?: readonly Dose[];
  /** Professional treatments that the page is about; they count on the page of a service only. */
  treatments?: readonly TreatmentId[];
  settings: JudgeSettings;
  /** True where the page held more text than was read. */
  truncated: boolean;
  /** True where some text is in a language that no words file covers. */
  otherLanguages: boolean;
  /** True where claims were left out because the reader has their language switched off. */
  languagesOff?: boolean;
  /** True where the page held more readings than were kept. */
  capped?: boolean;
  /** Most findings to list; `FINDINGS_MOST` where it is not given. */
  most?: number;
};

/** What judging looks up. */
export type Known = {
  rules: ReadonlyMap<RuleId, Rule>;
  actives: ReadonlyMap<string, Active>;
  treatments: ReadonlyMap<TreatmentId, Treatment>;
  routine: Routine;
};

/** A finding, whether it deserves a mark, and whether it is counted as marked. */
type Flagged = { finding: Finding; deserved: boolean; flagged: boolean };

function isOn(rule: Rule, settings: JudgeSettings): boolean {
  return settings.rules[rule.id] ?? rule.default === "on";
}

/** The rule that a reading falls under: a rule that takes claims at their word, where it is on, before the ladder's own. */
function ruleOf(
  reading: PlacedReading,
  rules: ReadonlyMap<RuleId, Rule>,
  settings: JudgeSettings,
): Rule | undefined {
  for (const rule of rules.values()) if (fallsUnder(reading, rule) && isOn(rule, settings)) return rule;
  return rules.get(reading.rule);
}

/** Whether a rule that takes claims at their word covers a reading. */
export function fallsUnder(
  { object, rung, hedge }: Pick<Reading, "object" | "rung" | "hedge">,
  { covers }: Pick<Rule, "covers">,
): boolean {
  return covers?.unhedged === true && covers.object === object && covers.rung === rung && !hedge;
}

/** `labelled` is what the label supports, or null where there is none. */
function summaryOf(
  counted: Flagged[],
  others: number,
  kind: ProductKind,
  labelled: readonly Rung[] | null,
): Summary {
  const has = (test: (finding: Finding, deserved: boolean) => boolean) =>
    counted.some(({ finding, deserved }) => test(finding, deserved));
  if (has(({ verdict }) => verdict === "risky")) return "risky";
  if (has(({ verdict }, deserved) => verdict === "hype" && deserved)) {
    if (kind === "service") return "hype-treatment";
    if (labelled === null) return "hype-list-unread";
    return labelled.includes(3) ? "hype-despite-real" : "hype-unsupported";
  }
  if (has(({ verdict }) => verdict === "unsure")) return "unsure";
  // What deserves a mark is not said to fit the label.
  if (has(({ verdict }, deserved) => verdict === "wears-off" && deserved)) return "wears-off";
  if (has(({ verdict }) => verdict === "real"))
    return kind === "service" ? "supported-treatment" : "supported";
  if (has(({ verdict }) => verdict === "wears-off" || verdict === "hype")) return "wears-off";
  if (counted.length > 0) return "cleaning-only";
  return others > 0 ? "others-only" : "no-claims";
}

/** Praise, or that nothing was found, cannot be said of a page of which claims were left out. */
function wholeOr(summary: Summary, leftOut: boolean): Summary {
  const needsAll: Summary[] = [
    "supported",
    "supported-treatment",
    "cleaning-only",
    "others-only",
    "no-claims",
  ];
  return leftOut && needsAll.includes(summary) ? "rules-off" : summary;
}

/** How sure the evidence makes us of what is there: of the support of a real claim, of what hides where an effect wears off. */
function certaintyOf(
  verdict: Finding["verdict"],
  supporters: SupportedBy[],
  hiders: SupportedBy[],
): Finding["certainty"] {
  if (verdict === "real") return supporters[0]?.certainty ?? null;
  return verdict === "wears-off" ? (hiders[0]?.certainty ?? null) : null;
}

function byGravity(a: Finding, b: Finding): number {
  const rank = ({ verdict }: Finding) => (verdict === null ? VERDICTS.length : VERDICTS.indexOf(verdict));
  return Number(b.counted) - Number(a.counted) || rank(a) - rank(b) || b.rung - a.rung;
}

function labelReport(label: Label, present: Present[]): LabelReport {
  return {
    name: label.name ?? "",
    total: label.entries.length,
    recognised: label.entries.filter(({ known }) => known).length,
    onePercentLine: label.onePercentLine,
    actives: present.map(({ found }) => found),
  };
}

/** The percentages that are stated, one for each active. */
function statedOnce(doses: readonly Dose[]): Map<string, number> {
  const stated = new Map<string, number>();
  for (const { active, percent } of doses) if (!stated.has(active)) stated.set(active, percent);
  return stated;
}

/** The percentages that hold for one label: those in its own name, and those of the page for what no other label names. */
function statedFor(label: Label, all: Label[], stated: Map<string, number>): Map<string, number> {
  const others = new Set(
    all.filter((one) => one !== label).flatMap(({ entries }) => entries.map(({ active }) => active)),
  );
  const alone = [...stated].filter(([active]) => !others.has(active));
  return new Map([...alone, ...statedOnce(label.doses ?? [])]);
}

/**
 * Judges a page. Pure: the same input gives the same report. Readings that assert nothing, and those of rules that are
 * switched off, leave no finding.
 */
export function judge(input: JudgeInput, { rules, actives, treatments, routine }: Known): Report {
  const { facts, kind, settings } = input;
  const isService = kind === "service";
  const stated = statedOnce(input.doses ?? []);
  const distinct = distinctLabels(input.labels);
  const labels = distinct.map((label) => {
    const ownKind = label.kind === undefined || label.kind === "unknown" ? kind : label.kind;
    const present = activesOn(label, ownKind, actives, statedFor(label, distinct, stated));
    return { present, report: labelReport(label, present) };
  });
  const label = labels[0]?.report ?? null;
  const present = labels.flatMap((one) => one.present);
  const supported = RUNGS.filter((rung) => supportersOf(rung, present).length > 0);
  const hiders = supportersOf(2, present).sort(byCertainty);
  const hidesForHours = hiders.length > 0;
  const offered = treatmentsOn(input.treatments ?? [], kind, treatments);
  const supportersFor = (claim: PlacedReading) =>
    [...supportersOf(claim.rung, present), ...treatmentSupporters(claim, offered)].sort(byCertainty);
  const reasonFor = (claim: PlacedReading, isOwn: boolean) => {
    if (isOwn && isService) return reasonAgainstTreatments(claim, offered);
    return reasonAgainst(claim.rung, isOwn && label !== null ? present : null);
  };

  // Claims of the seller that the reader does not want to hear of are left out, and that is said.
  let muted = false;
  const judged: Flagged[] = input.readings.flatMap((reading) => {
    const rule = ruleOf(reading, rules, settings);
    if (rule === undefined || reading.polarity !== "asserted") return [];
    // The label and the kind are those of the page's own product.
    const isOwn = reading.zone !== "tile";
    if (!isOn(rule, settings)) {
      muted ||= rule.default === "on" && reading.speaker === "seller" && isOwn;
      return [];
    }
    const supporters = isOwn && rule.verdict === "by-ladder" ? supportersFor(reading) : [];
    const ownKind = isOwn ? kind : "unknown";
    const verdict = verdictOf({
      reading,
      rule,
      kind: ownKind,
      supporters,
      hidesForHours: isOwn && hidesForHours,
    });
    const { deserved, flagged, marked, quiet } = marking(
      verdict,
      { ...reading, popupOnly: reading.popupOnly || rule.popupOnly === true },
      ownKind,
      settings.mark,
    );
    const counted = reading.speaker === "seller" && isOwn;
    const finding: Finding = {
      id: `${reading.frame}.${reading.block}.${reading.start}.${rule.id}`,
      rule: rule.id,
      rung: reading.rung,
      verdict,
      speaker: reading.speaker,
      zone: reading.zone,
      marked,
      quiet,
      counted,
      supportedBy: verdict === "real" ? supporters : [],
      certainty: certaintyOf(verdict, supporters, isOwn ? hiders : []),
      reason: verdict === "unsure" ? reasonFor(reading, isOwn) : null,
      quote: reading.quote,
      start: reading.start,
      end: reading.end,
      frame: reading.frame,
      block: reading.block,
      hidden: reading.hidden,
    };
    return [{ finding, deserved, flagged: flagged && counted }];
  });

  const most = input.most ?? FINDINGS_MOST;
  const findings = judged.map(({ finding }) => finding).sort(byGravity);
  const counted = judged.filter(({ finding }) => finding.counted);
  const claimed = RUNGS.filter((rung) =>
    counted.some(({ finding }) => finding.rung === rung && rules.get(finding.rule)?.verdict === "by-ladder"),
  );
  return {
    product: {
      name: facts.name,
      brand: facts.brand,
      kind,
      type: facts.type,
      shop: facts.shop?.id ?? null,
    },
    summary: wholeOr(
      summaryOf(counted, judged.length - counted.length, kind, label && supported),
      muted || input.languagesOff === true,
    ),
    count: judged.filter(({ flagged }) => flagged).length,
    findings: findings.slice(0, most),
    label,
    advice: adviceFor(present, kind, routine),
    otherLabels: labels.slice(1).map(({ report }) => report),
    treatments: offered.map(({ found }) => found),
    gap:
      label === null || isService ? null : { claimed, supported, unknown: claimed.filter(isOpen(supported)) },
    notChecked: notCheckedIn(
      input,
      label !== null,
      RUNGS.flatMap((rung) => supportersOf(rung, present)),
      offered.length > 0,
      findings.length > most || input.capped === true,
      muted,
    ),
  };
}

/** Rungs 1 and 2 are reached by more than the actives that are known, so their absence from a label tells nothing. */
function isOpen(supported: Rung[]): (rung: Rung) => boolean {
  return (rung) => rung <= 2 && !supported.includes(rung);
}

function notCheckedIn(
  input: JudgeInput,
  hasLabel: boolean,
  supporters: SupportedBy[],
  hasTreatment: boolean,
  capped: boolean,
  muted: boolean,
): NotChecked[] {
  const missing: NotChecked[] = [];
  if (input.facts.type === "product" && input.facts.shop?.found === false) missing.push("shop-layout");
  // A service has no ingredient list to miss; what counts is how the treatment is done.
  if (input.kind === "service") missing.push(hasTreatment ? "treatment-details" : "no-treatment");
  else if (!hasLabel) {
    const { unread = [] } = input;
    const best = unread.includes("list-unread") ? "list-unread" : unread[0];
    missing.push(best ?? "no-ingredient-list");
  } else if (supporters.some(({ doseNotStated }) => doseNotStated)) missing.push("dose-not-stated");
  missing.push("images");
  if (input.otherLanguages) missing.push("other-languages");
  if (muted) missing.push("rules-off");
  if (input.languagesOff === true) missing.push("languages-off");
  if (capped) missing.push("too-many-findings");
  if (input.truncated) missing.push("too-much-text");
  return missing;
}
