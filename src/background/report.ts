/** From the documents of a tab to its report, and from the report to the marks of each document. Pure. */
import type { Engine } from "../engine/engine.ts";
import type {
  Block,
  Dose,
  Finding,
  JudgeSettings,
  Label,
  PageFacts,
  PlacedReading,
  ProductKind,
  Report,
  Zone,
} from "../engine/model.ts";
import { mainTreatments, OFFERING_ZONES } from "../engine/treatments.ts";
import type { Mark } from "../messaging/messages.ts";
import type { Settings } from "../settings/schema.ts";
import type { DocState, TabState } from "./tab-state.ts";

/** Readings that are kept of one document: far more than any shop has, and well within the session storage. */
const READINGS_MOST = 2_000;

/** Facts of a page that gives none. */
export const NO_FACTS: PageFacts = {
  type: "unknown",
  name: "",
  brand: "",
  category: "",
  ingredients: "",
  shop: null,
};

/** Name under which a claim stays hidden while the page is edited around it. */
export function hiddenKey({ rule, quote }: Pick<Finding, "rule" | "quote">): string {
  return `${rule}|${quote}`;
}

/** Whether the reader hid a finding on this page. */
function isHiddenByReader(finding: Finding, state: Pick<TabState, "hidden">): boolean {
  return state.hidden.includes(hiddenKey(finding));
}

/** Zones from the most telling down: a title names the dose of the product, a description may speak of others. */
const DOSE_ZONES: readonly Zone[] = ["title", "bullets", "description"];

function statedDoses(named: Dose[], docs: DocState[]): Dose[] {
  const all = docs.flatMap(({ doses }) => doses);
  return [
    ...named,
    ...DOSE_ZONES.flatMap((zone) => all.filter((one) => one.zone === zone).flatMap(({ doses }) => doses)),
  ];
}

/** What of the settings a report depends on. */
export type ReportSettings = JudgeSettings & Partial<Pick<Settings, "exceptions" | "languagesOff">>;

/** Rule switches as they are on one host: rules with an exception for it are off there. */
function rulesOn(host: string, { rules, exceptions = {} }: ReportSettings): JudgeSettings["rules"] {
  const off = Object.keys(exceptions).filter((rule) => exceptions[rule]?.includes(host));
  return { ...rules, ...Object.fromEntries(off.map((rule) => [rule, false])) };
}

/** Judges all documents of a tab as one page. Claims that the reader hid stay listed, but are neither marked nor counted. */
export function reportOf(
  state: Pick<TabState, "docs" | "hidden"> & Partial<Pick<TabState, "host">>,
  engine: Engine,
  settings: ReportSettings,
  kind?: ProductKind,
): Report {
  const docs = Object.values(state.docs);
  const facts = state.docs[0]?.facts ?? docs.find((doc) => doc.facts !== null)?.facts ?? NO_FACTS;
  const report = engine.judge({
    facts,
    kind: kind ?? engine.kindOf(facts),
    readings: docs.flatMap((doc) =>
      doc.readings.filter(({ language }) => settings.languagesOff?.includes(language) !== true),
    ),
    labels: [
      ...docs.flatMap((doc) => doc.labels.map(({ label }) => label)),
      ...engine.readLabels(facts.ingredients).map((label) => asProduct(label, label.name, engine)),
    ],
    unread: docs.flatMap((doc) => doc.unread.map(({ empty }) => (empty ? "list-in-image" : "list-unread"))),
    doses: statedDoses(engine.readDoses(facts.name), docs),
    treatments: mainTreatments(
      engine.findTreatments(`${facts.name}\n${facts.category}`),
      docs.flatMap((doc) => doc.treatments.flatMap(({ ids }) => ids)),
    ),
    languagesOff: docs.some((doc) =>
      doc.readings.some(
        ({ language, polarity }) =>
          polarity === "asserted" && settings.languagesOff?.includes(language) === true,
      ),
    ),
    settings: { mark: settings.mark, rules: rulesOn(state.host ?? "", settings) },
    truncated: docs.some((doc) => doc.truncated),
    otherLanguages: docs.some((doc) => doc.otherLanguages),
    capped: docs.some((doc) => doc.capped),
  });
  let count = report.count;
  const findings = report.findings.map((finding) => {
    if (!finding.marked || !isHiddenByReader(finding, state)) return finding;
    if (finding.counted && !finding.quiet) count -= 1;
    return { ...finding, marked: false };
  });
  return { ...report, findings, count };
}

/** What one document has to draw. */
export function marksFor(report: Report, frame: number): Mark[] {
  return report.findings.flatMap((finding) => {
    const { id, block, start, end, verdict, quote, quiet } = finding;
    if (!finding.marked || finding.frame !== frame || verdict === null) return [];
    return [{ finding: id, block, start, end, verdict, quote, quiet }];
  });
}

/** "de" of "de-AT". */
function primary(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? "";
}

/** A label with what its product's own name says of it, where the page gives one. */
function asProduct(label: Label, name: string | undefined, engine: Engine): Label {
  if (name === undefined) return label;
  return { ...label, name, kind: engine.kindOf({ name, category: "" }), doses: engine.readDoses(name) };
}

/** A document of which nothing was read yet. */
export function emptyDoc(docId: string): DocState {
  return {
    docId,
    revision: -1,
    facts: null,
    truncated: false,
    otherLanguages: false,
    capped: false,
    readings: [],
    labels: [],
    unread: [],
    treatments: [],
    doses: [],
    cardInjected: false,
  };
}

/** Replaces, adds and removes blocks in what was read of a document. */
export function applyBlocks(
  doc: DocState,
  frame: number,
  update: { added: Block[]; removed: number[] },
  engine: Engine,
): void {
  const gone = new Set([...update.removed, ...update.added.map(({ id }) => id)]);
  doc.readings = doc.readings.filter(({ block }) => !gone.has(block));
  doc.labels = doc.labels.filter(({ block }) => !gone.has(block));
  doc.unread = doc.unread.filter(({ block }) => !gone.has(block));
  doc.treatments = doc.treatments.filter(({ block }) => !gone.has(block));
  doc.doses = doc.doses.filter(({ block }) => !gone.has(block));
  for (const block of update.added) {
    if (block.lang !== undefined && !engine.languages.has(primary(block.lang))) doc.otherLanguages = true;
    if (block.zone === "ingredients") {
      const labels = engine.readLabels(block.text);
      if (labels.length === 0) doc.unread.push({ block: block.id, empty: block.text.trim() === "" });
      for (const label of labels)
        doc.labels.push({ block: block.id, label: asProduct(label, label.name ?? block.label, engine) });
      continue;
    }
    const isOffer = OFFERING_ZONES.has(block.zone);
    const doses = isOffer ? engine.readDoses(block.text) : [];
    if (doses.length > 0) doc.doses.push({ block: block.id, zone: block.zone, doses });
    const ids = isOffer ? engine.findTreatments(block.text) : [];
    if (ids.length > 0) doc.treatments.push({ block: block.id, ids });
    // Beyond the limit claims are no longer read; ingredient lists still are.
    if (doc.readings.length >= READINGS_MOST) {
      doc.capped = true;
      continue;
    }
    const readings = engine.read(block).map((reading): PlacedReading => {
      return { ...reading, frame, block: block.id, zone: block.zone, hidden: block.hidden };
    });
    doc.readings.push(...readings.slice(0, READINGS_MOST - doc.readings.length));
    doc.capped ||= doc.readings.length >= READINGS_MOST;
  }
}
