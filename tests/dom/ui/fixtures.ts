/** Invented products and pages with the real rule wording's shape, for component tests. */
import type { Rung } from "../../../src/engine/model.ts";
import type {
  ActiveFoundView,
  AdviceView,
  EvidenceView,
  FindingView,
  OptionsState,
  ReportView,
  RuleView,
  TreatmentFoundView,
} from "../../../src/messaging/messages.ts";

export const LEE: EvidenceView = {
  id: "lee2016",
  authors: "Lee SJ, Seok J, Jeong SY, Park KY, Li K, Seo SJ",
  title: "Facial Pores: Definition, Causes, and Treatment Options",
  journal: "Dermatol Surg",
  year: 2016,
  doi: "10.1097/DSS.0000000000000657",
  pmid: "26918966",
  studyType: "narrative review",
  outcomes: ["pore-biology"],
  statement: "Pore size follows oil, the firmness of the skin and the size of the hair follicle.",
};

export const CHIU: EvidenceView = {
  id: "chiu2007",
  authors: "Chiu PC, Chan CC, Lin HM, Chiu HC",
  title: "The clinical anti-aging effects of topical kinetin and niacinamide in Asians",
  journal: "J Cosmet Dermatol",
  year: 2007,
  studyType: "randomised split-face trial, 25 people",
  outcomes: ["pore-appearance"],
  statement: "With 4% niacinamide the count of visible pores was lower at week 8.",
};

export const CLAY_STUDY: EvidenceView = {
  id: "claymask2023",
  authors: "",
  title: "Comprehensive assessment of the efficacy and safety of a clay mask in oily and acne skin",
  journal: "Skin Res Technol",
  year: 2023,
  url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC10626287",
  studyType: "uncontrolled trial, 75 people",
  outcomes: ["sebum", "pore-size"],
  statement: "Oil went down. The measured area of pores did not change.",
};

/** A web page, and the first of a list: articles must still come before it. */
export const MAGAZINE: EvidenceView = {
  id: "magazine2020",
  authors: "A magazine, quoting two dermatologists at some length about doors and pores",
  title: "No, pores do not open and close",
  journal: "A magazine",
  year: 2020,
  url: "https://magazine.example/pores",
  studyType: "expert opinion",
  outcomes: ["pore-biology"],
  statement: "Dermatologists explain that pores do not open or close.",
};

const base: FindingView = {
  id: "f1",
  rule: "pores.gone-for-good",
  rung: 5,
  verdict: "hype",
  speaker: "seller",
  zone: "bullets",
  marked: true,
  quiet: false,
  counted: true,
  supportedBy: [],
  certainty: null,
  reason: null,
  quote: "permanently shrinks pores",
  frame: 0,
  block: 3,
  start: 10,
  end: 35,
  hidden: false,
  says: "No product can close or delete a pore.",
  because:
    "Pore size follows oil, the firmness of the skin and the hair follicle. A product can only change how visible pores look.",
  instead: "What this one can do: niacinamide may make pores look a little less visible after about 8 weeks.",
  evidence: [LEE, CHIU],
  regulators: [],
  ruleTitle: "Gone for good",
  evidenceCertainty: "high",
};

/** A finding like the usual one, with `changes`. */
export function finding(changes: Partial<FindingView> = {}): FindingView {
  return { ...base, ...changes };
}

export const WEARS_OFF = finding({
  id: "f2",
  rule: "pores.get-smaller",
  rung: 4,
  verdict: "wears-off",
  quote: "tightens pores instantly",
  says: "Clay soaks up oil, so skin can look matte for some hours.",
  because: "In the study that measured it, the area of the pores did not change.",
  instead: "",
  evidence: [CLAY_STUDY],
  supportedBy: [{ active: "clay", certainty: "low", doseNotStated: true }],
  certainty: "low",
  evidenceCertainty: "low",
});

export const REAL = finding({
  id: "f3",
  rule: "pores.look-smaller",
  rung: 3,
  verdict: "real",
  marked: false,
  quote: "reduces the look of pores",
  says: "That can be: it is what niacinamide was tested for.",
  because: "One small trial found fewer visible pores after 8 weeks.",
  instead: "",
  evidence: [CHIU],
  supportedBy: [{ active: "niacinamide", certainty: "low", doseNotStated: false }],
  certainty: "low",
  evidenceCertainty: "low",
});

export const RISKY = finding({
  id: "f4",
  rule: "device.pore-vacuum",
  verdict: "risky",
  quote: "vacuums blackheads out of your pores",
  says: "Strong suction can bruise the skin and break small veins.",
  regulators: [
    {
      id: "asa_oneade2022",
      authors: "UK Advertising Standards Authority",
      title: "Ruling on a pore mask stick",
      journal: "ASA ruling",
      year: 2022,
      url: "https://www.asa.org.uk/",
      studyType: "regulatory ruling",
      outcomes: ["advertising"],
      region: "UK",
    },
  ],
});

export const UNSURE = finding({
  id: "f5",
  rule: "pores.look-smaller",
  verdict: "unsure",
  reason: "none-found",
  evidenceCertainty: "very-low",
  rung: 3,
  marked: false,
  hidden: true,
  quote: "refines pores",
  says: "Possible over weeks, where the label holds something that does it.",
  evidence: [],
});

export const CLEANS = finding({
  id: "f6",
  rule: "pores.cleaned",
  rung: 1,
  verdict: null,
  marked: false,
  counted: false,
  quote: "unclogs pores",
  says: "Cleaning a pore is possible. It fills again.",
  because: "",
  instead: "",
  evidence: [],
});

export const CUSTOMER = finding({
  id: "f7",
  speaker: "customer",
  zone: "review",
  verdict: null,
  marked: false,
  counted: false,
  quote: "my pores are gone!!",
});

export const EDITOR = finding({
  id: "f8",
  speaker: "editor",
  zone: "article",
  verdict: null,
  marked: false,
  counted: false,
  quote: "this toner closes pores",
});

export const TILE = finding({ id: "f9", zone: "tile", counted: false, quote: "Pore-erasing night balm" });

export const NIACINAMIDE: ActiveFoundView = {
  active: "niacinamide",
  printed: "NIACINAMIDE",
  position: 2,
  percent: 5,
  percentFrom: "list",
  afterOnePercentLine: false,
  rung: 3,
  certainty: "low",
  verdict: "real",
  reason: null,
  title: "Niacinamide",
  does: "May make pores look a little less visible.",
  caution: null,
  dose: { min: 2, max: 5 },
  weeks: [8, 12],
  evidence: [CHIU],
};

export const RETINOL: ActiveFoundView = {
  active: "retinol",
  printed: "Retinol (Vitamin A)",
  position: 18,
  percent: null,
  percentFrom: null,
  afterOnePercentLine: true,
  rung: 3,
  certainty: "very-low",
  verdict: "unsure",
  reason: "uncredited",
  title: "Retinol",
  does: "Best known for fine lines. Pores were not measured in its trials.",
  caution: "Not when pregnant, trying or breastfeeding.",
  dose: { min: 0.1, max: 0.4 },
  weeks: [12, 24],
  evidence: [LEE],
};

export const CLAY: ActiveFoundView = {
  ...NIACINAMIDE,
  active: "clay",
  printed: "Kaolin",
  position: 5,
  percent: null,
  percentFrom: null,
  certainty: "low",
  verdict: "wears-off",
  rung: 2,
  title: "Clay",
  does: "Soaks up oil on the surface.",
  dose: null,
  weeks: [0, 0],
  evidence: [CLAY_STUDY],
};

export const ADVICE: AdviceView = {
  steps: [
    {
      step: "retinoid",
      title: "Retinoid or retinol",
      time: "evening",
      often: [2, 3],
      weeks: [12, 24],
      does: "Start slowly and build up.",
      avoid: "Not before waxing.",
      actives: ["retinol"],
      evidence: [LEE],
    },
  ],
  routine: {
    steps: [
      {
        step: "cleanser",
        title: "Gentle cleanser",
        time: "evening",
        often: [7, 7],
        does: "Wash with lukewarm water.",
      },
      {
        step: "retinoid",
        title: "Retinoid or retinol",
        time: "evening",
        often: [2, 3],
        does: "Start slowly and build up.",
      },
    ],
    evidence: [MAGAZINE],
  },
  pairs: [
    {
      pair: "retinoids-acids",
      inside: "one",
      together: false,
      one: "Retinoids",
      other: "Acids such as AHA",
      because: "Together they can leave skin sore.",
      evidence: [MAGAZINE],
    },
    {
      pair: "niacinamide",
      inside: "one",
      together: true,
      one: "Niacinamide",
      other: "Acids and retinoids",
      because: "In trials people used both.",
      evidence: [CHIU],
    },
  ],
  cautions: [
    { actives: ["retinol"], titles: ["Retinol"], text: "Not when pregnant.", evidence: [LEE, CHIU] },
  ],
};

const GAP = { claimed: [3, 4, 5] as Rung[], supported: [2, 3] as Rung[], unknown: [] as Rung[] };

/** A product page with everything on it. */
export const REPORT: ReportView = {
  product: {
    name: "Velvane Pore Reset Serum, 30 ml",
    brand: "Velvane",
    kind: "leave-on",
    type: "product",
    shop: null,
  },
  summary: "hype-despite-real",
  count: 2,
  findings: [base, WEARS_OFF, REAL, UNSURE, CLEANS, TILE, CUSTOMER, EDITOR],
  treatments: [],
  advice: null,
  label: { name: "", total: 28, recognised: 26, onePercentLine: 16, actives: [NIACINAMIDE, CLAY, RETINOL] },
  otherLabels: [],
  gap: GAP,
  notChecked: ["dose-not-stated", "images"],
  timing: { judge: 2 },
};

export const LASER: TreatmentFoundView = {
  treatment: "fractional-laser",
  rung: 4,
  certainty: "low",
  verdict: "real",
  reason: null,
  title: "Fractional laser",
  does: "In small studies pores got smaller after several sessions. By six months the effect had dropped.",
  caution: "Redness and swelling for days.",
  weeks: [4, 12],
  evidence: [LEE, CHIU],
};

export const NEEDLING: TreatmentFoundView = {
  ...LASER,
  treatment: "microneedling",
  rung: null,
  certainty: null,
  verdict: "unsure",
  reason: "treatment-uncredited",
  title: "Microneedling",
  does: "For plain needling there is very little.",
  evidence: [],
};

/** The page of a clinic. */
export const SERVICE: ReportView = {
  ...REPORT,
  product: { name: "Lumora laser clinic", brand: "", kind: "service", type: "product", shop: null },
  summary: "supported-treatment",
  count: 0,
  findings: [
    finding({
      id: "s1",
      rule: "pores.get-smaller",
      rung: 4,
      verdict: "real",
      marked: false,
      quote: "shrinks pores",
      says: "Some clinic treatments make pores measurably smaller for months.",
      supportedBy: [{ treatment: "fractional-laser", certainty: "low", doseNotStated: false }],
      certainty: "low",
      evidenceCertainty: "low",
    }),
  ],
  label: null,
  treatments: [LASER, NEEDLING],
  gap: null,
  notChecked: ["treatment-details", "images"],
};

export const NOTHING_FOUND: ReportView = {
  ...REPORT,
  product: { name: "Plain Oat Lip Balm", brand: "", kind: "leave-on", type: "product", shop: null },
  summary: "no-claims",
  count: 0,
  findings: [],
  label: null,
  gap: null,
  notChecked: ["no-ingredient-list", "images"],
};

/** The worst page: a 400-character name without a space to break at, quotes with markup, 200 claims. */
export const LONG_REPORT: ReportView = {
  ...REPORT,
  product: { ...REPORT.product, name: "Superporenverfeinerungsserum".repeat(15).slice(0, 400) },
  findings: Array.from({ length: 200 }, (_, index) => ({
    ...(index % 3 === 0 ? WEARS_OFF : base),
    id: `long${index}`,
    quote:
      index % 2 === 0
        ? `<img src=x onerror=alert(1)> erases every pore ${"again and again ".repeat(30)}${index}`
        : `پورهای شما ${index} را برای همیشه می‌بندد`,
  })),
  label: {
    name: "",
    total: 140,
    recognised: 120,
    onePercentLine: 30,
    actives: [{ ...NIACINAMIDE, position: 139, printed: "Nicotinamidum ".repeat(20) }],
  },
  advice: {
    ...ADVICE,
    cautions: [
      {
        actives: ["retinol"],
        titles: ["Hydroxypinacolonretinoat".repeat(6)],
        text: "Langzeitanwendungsvorsichtsmaßnahmen".repeat(6),
        evidence: [LEE],
      },
    ],
  },
  notChecked: ["dose-not-stated", "images", "too-many-findings", "too-much-text"],
};

function rule(changes: Partial<RuleView>): RuleView {
  return {
    id: "pores.gone-for-good",
    family: "ladder",
    title: "Gone for good",
    verdict: "by-ladder",
    rung: 5,
    says: "No product can close or delete a pore.",
    because: "Pores are the openings of hair follicles. Their number is fixed before birth.",
    flags: ["This serum [[erases pores forever]].", "[[Permanently closes pores]] overnight."],
    passes: ["Nothing erases pores.", "Does not clog pores."],
    evidence: [LEE],
    on: true,
    default: true,
    exceptions: [],
    ...changes,
  };
}

export const OPTIONS: OptionsState = {
  rules: [
    rule({}),
    rule({
      id: "pores.get-smaller",
      title: "Gets smaller",
      rung: 4,
      says: "No cream changes the pore itself.",
    }),
    rule({
      id: "pores.look-smaller",
      title: "Looks smaller",
      rung: 3,
      says: "Possible over weeks, where the label holds something that does it.",
      on: false,
    }),
    rule({
      id: "device.pore-vacuum",
      family: "devices",
      title: "Pore vacuums",
      verdict: "risky",
      rung: null,
      says: "Strong suction can bruise the skin.",
      flags: ["[[Vacuums pores clean]] in a minute."],
    }),
  ],
  sitesAlways: ["https://www.small-shop.example/*"],
  languages: [
    { language: "en", on: true, marked: true },
    { language: "de", on: false, marked: true },
    { language: "zh", on: true, marked: false },
  ],
  pausedUntil: null,
  settings: { version: 2, rules: {}, exceptions: {}, sitesOff: [], languagesOff: ["de"], mark: "default" },
  sources: [
    { ...LEE, uses: [{ kind: "rule", id: "pores.gone-for-good", title: "Gone for good" }] },
    { ...CHIU, uses: [{ kind: "active", id: "niacinamide", title: "Niacinamide" }] },
  ],
  actives: [
    {
      id: "niacinamide",
      title: "Niacinamide",
      does: "May make pores look a little less visible.",
      role: "active",
      supports: [{ rung: 3, certainty: "low" }],
    },
    { id: "clay", title: "Clay", does: "Soaks up oil on the surface.", role: "helper", supports: [] },
  ],
  treatments: [
    { id: LASER.treatment, title: LASER.title, does: LASER.does, supports: [{ rung: 4, certainty: "low" }] },
  ],
  sitesOff: ["shop.example", "another-shop.example"],
  mark: "default",
  version: "0.1.0",
  settingsRecovered: false,
};
