/**
 * The words of the product as types: what a claim is, where it stands on the ladder, what supports it and what we
 * say of it. Everything else in the program speaks in these terms.
 */

export * from "./rule-model.ts";

/** Ladder positions, low to high: cleans, hides, looks smaller, gets smaller, gone for good. */
export const RUNGS = [1, 2, 3, 4, 5] as const;
export type Rung = (typeof RUNGS)[number];

export const ZONES = [
  "title",
  "bullets",
  "description",
  "ingredients",
  "review",
  "article",
  "tile",
  "other",
] as const;
/** Part of a page that a block of text stands in. It decides who speaks and whether a finding counts. */
export type Zone = (typeof ZONES)[number];

export const SPEAKERS = ["seller", "customer", "editor"] as const;
export type Speaker = (typeof SPEAKERS)[number];

export const PRODUCT_KINDS = [
  "leave-on",
  "rinse-off",
  "makeup",
  "sunscreen",
  "drug",
  "home-device",
  "service",
  "unknown",
] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];

/** From gravest to mildest; the order is the order in which findings are listed. */
export const VERDICTS = ["risky", "hype", "wears-off", "unsure", "real"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const CERTAINTIES = ["high", "moderate", "low", "very-low"] as const;
/** How sure the evidence makes us, after GRADE. */
export type Certainty = (typeof CERTAINTIES)[number];

export type RuleId = string;
export type ActiveId = string;
export type TreatmentId = string;
export type EvidenceId = string;
/** BCP 47 language of a text, lower case ("en", "de"). */
export type Language = string;

/** Half-open range of UTF-16 offsets into the text that was given. */
export type Span = { start: number; end: number };

/** One run of text of the page, as the page side reads it. Ids are stable for a block within one document. */
export type Block = {
  id: number;
  zone: Zone;
  text: string;
  /** The page's own `lang` for this block: a hint, never a gate. */
  lang?: Language;
  /** True where the reader cannot see the text now (closed accordion, inactive tab). */
  hidden: boolean;
  /** Of an ingredient list: the product or shade that it is the list of, where the page names it. */
  label?: string;
};

/** What the page says about itself, before any judgement. Strings are empty where the page is silent. */
export type PageFacts = {
  type: "product" | "listing" | "article" | "unknown";
  name: string;
  brand: string;
  /** Category, breadcrumb and the like: words that tell what sort of product it is. */
  category: string;
  /** Ingredient list from structured data. */
  ingredients: string;
  /** The shop that we know by name, and whether its page is built as we know it; null for any other. */
  shop: { id: string; found: boolean } | null;
};

/** How a claim was put: asserted, denied, disputed, or only named as a concern ("for enlarged pores"). */
export type Polarity = "asserted" | "negated" | "debunked" | "concern" | "question";

/** What a passage says, before it is judged. */
export type Reading = Span & {
  /** The rule that covers it. */
  rule: RuleId;
  /** What it is about: "pores" for the ladder, the rule's own object for phrase rules. */
  object: string;
  /** Word family of the action ("shrink", "erase", "refine"…). Empty for phrase rules. */
  action: string;
  hedge: boolean;
  speed: boolean;
  permanence: boolean;
  polarity: Polarity;
  speaker: Speaker;
  /** How it stands in the text: in a sentence, as an adjective ("poreless finish"), or as a stand-alone name. */
  form: "sentence" | "adjective" | "name";
  rung: Rung;
  /** The language of the words that were found. */
  language: Language;
  /** Not to be marked next to the words. */
  popupOnly: boolean;
  quote: string;
};

/** A reading with its place on the page. */
export type PlacedReading = Reading & { frame: number; block: number; zone: Zone; hidden: boolean };

/** One entry of an ingredient list, as printed and as understood. */
export type Ingredient = {
  printed: string;
  /** The name without its percentage, slips of text recognition mended. */
  name: string;
  /** Whether it is a name that is known, be it an active's or any other's. */
  known: boolean;
  active: ActiveId | null;
  section: "active" | "main" | "may-contain";
  /** Per cent by weight, only where the label says so. */
  percent?: number;
};

export type Label = {
  /** What the page calls it, where it holds several: a product of a kit, a shade. */
  name?: string;
  /** Of a product of a kit: its own kind and the percentages in its own name. */
  kind?: ProductKind;
  doses?: Dose[];
  entries: Ingredient[];
  /** Index of the first entry after a marker whose legal limit is 1 %, or null where no such line can be drawn. */
  onePercentLine: number | null;
};

/** A percentage of an active that the seller states outside of the list. */
export type Dose = { active: ActiveId; percent: number };

/** What was asked of `judge` beyond the readings. */
export type JudgeSettings = {
  /** Rule switches set by the user; a rule that is absent keeps its default. */
  rules: Record<RuleId, boolean>;
  mark: "default" | "everything" | "nothing";
};

/** What supports a claim: an active on the label or, on the page of a service, the treatment itself. */
export type SupportedBy = { certainty: Certainty; doseNotStated: boolean } & (
  | { active: ActiveId }
  | { treatment: TreatmentId }
);

export const UNSURE_REASONS = [
  "no-list",
  "none-found",
  "not-for-this-kind",
  "under-dosed",
  "uncredited",
  "no-treatment",
  "treatment-uncredited",
  "treatment-takes-weeks",
] as const;
/**
 * Why a label does not settle a claim: nothing to go by, nothing that helps, or something that does not count here. The
 * last three are said of services: none that helps is named, its evidence is too weak, or it is not as fast as claimed.
 */
export type UnsureReason = (typeof UNSURE_REASONS)[number];

/** A judged claim. `verdict` is null for readings that carry no badge (reviews, articles, plain cleaning). */
export type Finding = Span & {
  id: string;
  rule: RuleId;
  rung: Rung;
  verdict: Verdict | null;
  speaker: Speaker;
  zone: Zone;
  /** Shown next to the words. */
  marked: boolean;
  /** Marked only because the user asked to mark everything: drawn with less weight. */
  quiet: boolean;
  /** Part of this product's verdict: the seller says it, and of this product. */
  counted: boolean;
  supportedBy: SupportedBy[];
  certainty: Certainty | null;
  /** Set where the verdict is `unsure`. */
  reason: UnsureReason | null;
  quote: string;
  frame: number;
  block: number;
  hidden: boolean;
};

export type ActiveFound = {
  active: ActiveId;
  printed: string;
  /** 1-based place in the list. */
  position: number;
  percent: number | null;
  /** Where the percentage stands: in the list, or in what the seller says of the product; null where there is none. */
  percentFrom: "list" | "page" | null;
  afterOnePercentLine: boolean;
  /** Best support that holds here, or null. */
  rung: Rung | null;
  certainty: Certainty | null;
  verdict: Verdict;
  /** Set where the verdict is `unsure`. */
  reason: UnsureReason | null;
};

/** A treatment that the page of a service names. */
export type TreatmentFound = {
  treatment: TreatmentId;
  /** Best support that is credited, or null. */
  rung: Rung | null;
  certainty: Certainty | null;
  verdict: Verdict;
  /** Set where the verdict is `unsure`. */
  reason: UnsureReason | null;
};

/** How to use what was found on the label. All of it by ids of the routine and of actives. */
export type Advice = {
  /** `weeks`: after which a result can be judged; null where none is to be expected. */
  steps: { step: string; actives: ActiveId[]; weeks: [number, number] | null }[];
  /** What belongs on another evening, or goes well with it. `inside`: which side of the pair the product holds. */
  pairs: { pair: string; inside: "one" | "other" | "both" }[];
  /** Actives whose cautions belong to the advice. */
  cautions: ActiveId[];
};

export const SUMMARIES = [
  "no-claims",
  "risky",
  "hype-despite-real",
  "hype-unsupported",
  "hype-list-unread",
  "hype-treatment",
  "wears-off",
  "supported",
  "supported-treatment",
  "unsure",
  "cleaning-only",
  "others-only",
  "rules-off",
] as const;
/** The one-sentence verdict, worded by the interface. */
export type Summary = (typeof SUMMARIES)[number];

export const NOT_CHECKED = [
  "shop-layout",
  "no-ingredient-list",
  "list-unread",
  "list-in-image",
  "no-treatment",
  "treatment-details",
  "dose-not-stated",
  "images",
  "other-languages",
  "rules-off",
  "languages-off",
  "paused",
  "highlights-removed",
  "markers-removed",
  "too-many-findings",
  "too-much-text",
] as const;
export type NotChecked = (typeof NOT_CHECKED)[number];

/** What was read of one ingredient list. */
export type LabelReport = {
  /** What the page calls it; empty where it has no name. */
  name: string;
  total: number;
  /** Entries whose name is known. */
  recognised: number;
  onePercentLine: number | null;
  actives: ActiveFound[];
};

export type Report = {
  product: { name: string; brand: string; kind: ProductKind; type: PageFacts["type"]; shop: string | null };
  summary: Summary;
  /** Number for the toolbar: counted findings that deserve a mark, also where marks are switched off. */
  count: number;
  findings: Finding[];
  label: LabelReport | null;
  /** Further lists of the page: of the other products of a kit. */
  otherLabels: LabelReport[];
  /** Null where there is nothing to advise: no list read, nothing on it that a routine knows, a service, a device. */
  advice: Advice | null;
  /** What the page of a service offers, as far as it is known; empty for every other kind. */
  treatments: TreatmentFound[];
  /**
   * Rungs that the page claims and that the label supports; null when no list was read, and for services. `unknown` are claimed rungs that
   * other things than known actives can reach (any cleanser cleans, many things hide), so that the label settles nothing.
   */
  gap: { claimed: Rung[]; supported: Rung[]; unknown: Rung[] } | null;
  notChecked: NotChecked[];
};
