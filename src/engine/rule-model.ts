/** What rule authors write, as types: rules, actives, sources and words. Their form is checked by rules/schema.ts. */
import type {
  ActiveId,
  Certainty,
  EvidenceId,
  Language,
  ProductKind,
  RuleId,
  Rung,
  TreatmentId,
  Verdict,
} from "./model.ts";

/** What an active can do, and how well that is shown. */
export type Support = {
  rung: Rung;
  outcome: Outcome;
  certainty: Certainty;
  /** Studied concentration in per cent, where there is one. */
  dose?: { min: number; max: number };
  /** Kinds of product for which the support holds. */
  kinds: ProductKind[];
  /** Weeks until the effect; `[0, 0]` for effects within the hour. */
  weeks: [number, number];
  /** Never empty where the support is credited. */
  evidence: EvidenceId[];
  /** False where the evidence is too weak to credit: such a support leads to `unsure`, never `real`. */
  credited: boolean;
};

export const OUTCOMES = [
  "pore-size",
  "pore-appearance",
  "pore-biology",
  "comedones",
  "sebum",
  "optical",
  "safety",
  "advertising",
  "photoageing",
] as const;
/** What a source measured or decided. A support's outcome must be one that its evidence has. */
export type Outcome = (typeof OUTCOMES)[number];

/** `can` is a clause that goes into a sentence: "niacinamide may make pores look a little less visible". */
export type ActiveTexts = { does: string; can: string; caution?: string };

/** An active or helper, found on labels by its names. */
export type Active = {
  id: ActiveId;
  /** Groups actives that act alike ("retinoid"). */
  family: string;
  role: "active" | "helper";
  /** Name shown to people, by interface language. */
  title: Record<Language, string>;
  /** One sentence on what it does, by interface language. */
  texts: Record<Language, ActiveTexts>;
  /** INCI, common and drug names that identify it. */
  names: string[];
  /**
   * Names by which sellers state its percentage in running text, where they mean it though a list would not ("BHA").
   * `share` is how much of the active is in what is named, 1 where it is left out.
   */
  said?: { name: string; share?: number }[];
  /** Names that look like it and are not. */
  lookalikes: string[];
  /** True for active ingredients of US drug labels, which name their percentage. */
  drugFacts?: boolean;
  /** "under-dosed" where standing after the one-percent line rules the support out. */
  afterOnePercentLine: "counts" | "under-dosed";
  supports: Support[];
  /** Sources for the caution. */
  safety?: EvidenceId[];
  /** Whether the texts hold a caution. Worked out when the rules are read. */
  hasCaution: boolean;
};

/** A treatment by a professional, found by what pages call it. */
export type Treatment = {
  id: TreatmentId;
  /** Name shown to people, by interface language. */
  title: Record<Language, string>;
  /** What it does, and what to take care of, by interface language. */
  texts: Record<Language, Required<ActiveTexts>>;
  /** Phrases that name it, by matching language. */
  names: Record<Language, string[]>;
  /** Phrases that cancel a name which they overlap: other uses of the same words. */
  antipatterns?: Record<Language, string[]>;
  supports: Support[];
  /** Sources for the caution. */
  safety: EvidenceId[];
  /** Sentences that name it, and sentences that only look like it. */
  examples: Record<Language, { finds: string[]; passes: string[] }>;
};

export type Source = {
  id: EvidenceId;
  authors: string;
  title: string;
  journal: string;
  year: number;
  /** Volume and pages. */
  pages?: string;
  doi?: string;
  pmid?: string;
  url?: string;
  studyType: string;
  outcomes: Outcome[];
};

/**
 * Texts of a rule in one interface language. `says-for-now` is said of physical words for something that wears off,
 * `says-supported` (with `{supported}`) where the label supports the claim.
 * `says@service` and the like replace `says` for that kind of product.
 */
export type RuleTexts = {
  title: string;
  says: string;
  because: string;
  /** May hold `{supported}`: what the label supports. */
  instead: string;
  "instead-none": string;
  "says-for-now"?: string;
  "says-supported"?: string;
} & { [variant: `${"says" | "because" | "instead" | "instead-none"}@${string}`]: string };

/** `unhedged`: only claims without a word of look, for a rule that takes them at their word. */
export type RuleCover = { object: string; rung: Rung; unhedged?: boolean };

export type Rule = {
  id: RuleId;
  family: string;
  covers?: RuleCover;
  /** Phrase patterns by matching language, for rules that are not on the ladder. */
  phrases?: Record<Language, string[]>;
  /** Phrases that cancel a match which they overlap. */
  antipatterns?: Record<Language, string[]>;
  /** Object and rung of what a phrase rule reads. */
  reads?: RuleCover;
  verdict: "by-ladder" | Verdict;
  default: "on" | "off";
  /** Shown in the popup and never next to the words. */
  popupOnly?: boolean;
  /** How sure the evidence makes us of what the rule says. */
  certainty: Certainty;
  texts: Record<Language, RuleTexts>;
  evidence: { id: EvidenceId; statement: string; outcome: Outcome }[];
  regulators: { region: string; id: EvidenceId }[];
  examples: Record<Language, { flags: string[]; passes: string[] }>;
};

/** An action family: the rung that it gives and the phrases that say it. */
export type WordsOfAction = {
  action: string;
  rung: Rung;
  /** "name": said by names only, and nothing inside running copy. */
  form?: "adjective" | "name";
  /** The phrases carry their own "no" ("no more pores"), which denies nothing. */
  holdsNegation?: boolean;
  phrases: string[];
};

/** Words that many rules share, for one matching language. See docs/rules.md for the phrase language. */
export type Words = {
  language: Language;
  /** Claims in it are shown in the popup only: its hits on real text have not been read, or were not clean. */
  popupOnly?: boolean;
  /** Nouns are written with a capital, as in German, so that capitals tell nothing of names in running copy. */
  nounsCapitalised?: boolean;
  /** No phrase steps over a comma, as in languages that are written without spaces. */
  phrasesEndAtComma?: boolean;
  /** Named sets of words or phrases; patterns name a set as `@set`. */
  sets: Record<string, string[]>;
  actions: WordsOfAction[];
  /** Passages that look like claims and are not, each with a sentence that would be misread without it. */
  antipatterns: { phrase: string; example: string }[];
  /** Product kind by the words of name and category, first hit wins. */
  kinds: { kind: ProductKind; words: string[] }[];
  /** Headings and lead-ins of an ingredient list. */
  listHeadings: string[];
};

export const TIMES_OF_DAY = ["morning", "evening", "either"] as const;
export type TimeOfDay = (typeof TIMES_OF_DAY)[number];
/** Times a week, from and to; `[7, 7]` is every day. */
export type Often = [min: number, max: number];

/** A step of the routine. One without actives is never found on a label, and stands between the others. */
export type RoutineStep = {
  id: string;
  /** Ids or families of the actives that make a product part of this step. */
  actives: string[];
  /** Kinds of product for which the step is meant. */
  kinds: ProductKind[];
  /** Last place on the list at which an active still makes it this step. */
  within?: number;
  time: TimeOfDay;
  often: Often;
  /** Weeks after which a result can be judged; missing where none is to be seen. */
  weeks?: [number, number];
  texts: Record<Language, { title: string; do: string; avoid: string }>;
  evidence: EvidenceId[];
};

/** Two sorts of product that belong on different evenings, or that go well together. */
export type RoutinePair = {
  id: string;
  together: boolean;
  /** Ids or families of actives. */
  one: string[];
  /** The same; empty for what no label tells, such as scrubs. */
  other: string[];
  /** What either side is called, and why. */
  texts: Record<Language, { one: string; other: string; because: string }>;
  evidence: EvidenceId[];
};

export type Routine = { steps: RoutineStep[]; pairs: RoutinePair[] };

/** What people read of the rules, in one interface language; ids as in the rule set. Examples are those of the same language. */
export type InterfaceTexts = {
  rules: Record<
    RuleId,
    { texts: RuleTexts; statements: Record<EvidenceId, string>; flags: string[]; passes: string[] }
  >;
  actives: Record<ActiveId, ActiveTexts & { title: string }>;
  treatments: Record<TreatmentId, Required<ActiveTexts> & { title: string }>;
  steps: Record<string, RoutineStep["texts"][Language]>;
  pairs: Record<string, RoutinePair["texts"][Language]>;
  /** What sort of study a source is. */
  studyTypes: Record<EvidenceId, string>;
};

/** Everything that rule authors write, as plain JSON. */
export type RuleSet = {
  rules: Rule[];
  actives: Active[];
  treatments: Treatment[];
  routine: Routine;
  sources: Source[];
  words: Words[];
  /** For each language words of which every claim in it holds one: worked out when the rules are built. */
  anchors?: Record<Language, string[]>;
  /** Ingredients whose legal limit is 1 % or less: what follows them is at most 1 %. */
  onePercentMarkers: string[];
  /** Names that are on most ingredient lists, in lower case. */
  inciNames: string[];
};
