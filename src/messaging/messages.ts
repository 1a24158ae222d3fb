/**
 * Every message that crosses a boundary, one type a direction. Validators are in validate.ts, the sender check in
 * sender.ts. A message is `{type, …}`; the answer's type stands beside it.
 */
import type {
  Advice,
  Block,
  Language,
  NotChecked,
  PageFacts,
  ProductKind,
  RuleId,
  Source,
  Verdict,
} from "../engine/model.ts";
import type {
  ActiveView,
  FindingView,
  KnownView,
  ReportView,
  RuleView,
  SourceView,
  StepView,
} from "./views.ts";

export * from "./views.ts";

/** How long the page side worked, in ms of its own thread; for `scan --page` and for bug reports. */
export type PageTiming = { read: number; paint: number; longestSlice: number };

/** What to draw next to the words of one finding. */
export type Mark = {
  finding: string;
  block: number;
  start: number;
  end: number;
  verdict: Verdict;
  quote: string;
  /** Drawn with less weight: marked only because the user asked to mark everything. */
  quiet: boolean;
};

/* ---- content script → background ---- */

export type PageUpdate = {
  type: "page.update";
  docId: string;
  /** Counts up by one with every update of a document; an answer to an older one is ignored. */
  revision: number;
  /** True where `added` is everything there is: the first update, or after "resync". */
  full: boolean;
  /** Only the top frame has facts of its own; null in other frames and where nothing changed. */
  facts: PageFacts | null;
  /** A block with a known id replaces the older one. */
  added: Block[];
  removed: number[];
  /** True where text was left out because there was too much of it. */
  truncated: boolean;
};
export type PageUpdateAnswer =
  | { status: "ok"; revision: number; marks: Mark[] }
  /** The background has lost this document's blocks: send everything again with `full`. */
  | { status: "resync" }
  /** Switched off for this site: take everything down and stay quiet until `page.start`. */
  | { status: "off" };

/** There is something to look for in a document: asks for the reader script to be injected. */
export type PageRead = { type: "page.read"; docId: string };
export type PageReadAnswer =
  | { status: "ok" }
  /** Switched off for this site. */
  | { status: "off" };

/** The document is going away (or into the back/forward cache): forget its blocks. Not answered. */
export type PageGone = { type: "page.gone"; docId: string };

/** Asks for the texts of a finding and, the first time, for the card script to be injected. */
export type CardOpen = { type: "card.open"; docId: string; finding: string };
/** `wrong` is the text that "this is wrong" copies. */
export type CardOpenAnswer = { view: FindingView; wrong: string } | { view: null };

/** What a reader can do from the card. Each is answered with the way back, so that it can be undone. */
export type CardAction = {
  type: "card.action";
  docId: string;
  finding: string;
  action: "hide" | "unhide" | "rule-off" | "rule-on" | "site-off" | "site-on" | "open-options";
};
export type ContentToBackground = PageRead | PageUpdate | PageGone | CardOpen | CardAction;

/* ---- background → content script ---- */

/** New marks for a document, for example after a rule was switched. */
export type PageMarks = { type: "page.marks"; docId: string; marks: Mark[] };
/** Take everything down: the site was switched off. */
export type PageStop = { type: "page.stop" };
/** Read again from the start: the site was switched on again. */
export type PageStart = { type: "page.start" };
/**
 * Scroll to a finding's words and point them out; where they are marked, open the card. Answered `{shown: boolean}`,
 * false where the words cannot be seen now.
 */
export type PageShow = {
  type: "page.show";
  docId: string;
  finding: string;
  block: number;
  start: number;
  end: number;
};
/**
 * Goes to the next marked claim of a document that can be seen (1), or to the one before (-1), and opens its card. Begins
 * at the document's start or end where `from` is null. Answered with `PageStepAnswer`.
 */
export type PageStep = { type: "page.step"; docId: string; from: string | null; by: 1 | -1 };
/** The finding that is shown now; null where there is none further on, and any open card was closed. */
export type PageStepAnswer = { shown: string | null };
/** Asks a document how it stands. Answered with `PageStatus`; no answer means that no script of ours is there. */
export type PageTimings = { type: "page.timings" };
export type PageStatus = PageTiming & {
  docId: string;
  /** "nothing": read, and nothing on the page is worth sending. "sent": the background knows its blocks. */
  state: "reading" | "nothing" | "sent" | "off";
  /** True where the page changes so much that it is not followed until the reader acts on it. */
  paused: boolean;
  /** What the page kept taking away until we gave up. */
  removed: Removed[];
};
export type Removed = Extract<NotChecked, "highlights-removed" | "markers-removed">;
/** Follow the page again where it had changed too much. */
export type PageResume = { type: "page.resume" };
export type BackgroundToContent =
  | PageMarks
  | PageStop
  | PageStart
  | PageShow
  | PageStep
  | PageTimings
  | PageResume;

/* ---- popup and options → background ---- */

export type PopupReport = { type: "popup.report"; tabId: number };
export type PopupCheck = { type: "popup.check"; tabId: number };
export type PopupSite = { type: "popup.site"; tabId: number; host: string; on: boolean };
export type PopupShow = { type: "popup.show"; tabId: number; finding: string };
/** Check this site no more: gives its access back and takes down what is on its pages. */
export type PopupStop = { type: "popup.stop"; tabId: number };
/** Read on, on a page that changed so much that it was no longer followed. */
export type PopupResume = { type: "popup.resume"; tabId: number };
/** Shows or hides the marks on a tab's page; claims are counted all the same. */
export type PopupMarks = { type: "popup.marks"; tabId: number; on: boolean };
/** Reads and marks nothing anywhere for so many minutes. */
export type PopupPause = { type: "popup.pause"; tabId: number; minutes: number };
/** Ends the pause. */
export type PopupUnpause = { type: "popup.unpause"; tabId: number };
export type OptionsLoad = { type: "options.load" };
export type OptionsRule = { type: "options.rule"; rule: RuleId; on: boolean };
export type OptionsSite = { type: "options.site"; host: string; on: boolean };
export type OptionsMark = { type: "options.mark"; mark: "default" | "everything" | "nothing" };
export type OptionsFamily = { type: "options.family"; family: string; on: boolean };
/** Switches one rule on one host. */
export type OptionsException = { type: "options.exception"; rule: RuleId; host: string; on: boolean };
export type OptionsLanguage = { type: "options.language"; language: Language; on: boolean };
/** Gives the access to a site back. `origin` is one of `OptionsState.sitesAlways`. */
export type OptionsForget = { type: "options.forget"; origin: string };
/** Back to the defaults. */
export type OptionsReset = { type: "options.reset" };
/** Puts whole settings in place: `settings` of an `OptionsState`, or of a file that was exported. */
export type OptionsImport = { type: "options.import"; settings: unknown };
/** Reads a text that the reader brings. `kind` is what sort of product it is about; null to go by the words. */
export type CheckText = { type: "check.text"; text: string; kind: ProductKind | null };
/** The text that was selected when the menu's "Check with Poreality" was chosen; empty where there is none. */
export type CheckSelected = { type: "check.selected" };
/** The routine, and where the product of a tab fits; `tabId` null for the routine alone. */
export type RoutineLoad = { type: "routine.load"; tabId: number | null };
export type SurfaceToBackground =
  | PopupReport
  | PopupCheck
  | PopupSite
  | PopupShow
  | PopupStop
  | PopupResume
  | OptionsLoad
  | OptionsRule
  | OptionsSite
  | OptionsMark
  | PopupMarks
  | PopupPause
  | PopupUnpause
  | OptionsFamily
  | OptionsException
  | OptionsLanguage
  | OptionsForget
  | OptionsReset
  | OptionsImport
  | CheckText
  | CheckSelected
  | RoutineLoad;

/** Why we may read a page: a known shop, a site that is always checked, or only this page, once. */
export type Access = "shop" | "always" | "once";

/** `origin` is the match pattern of the site, such as "https://www.shop.example/*". */
export type PopupState =
  | {
      state: "report";
      host: string;
      access: Access;
      origin: string;
      report: ReportView;
      /** True where the reader wants no marks on this page. */
      unmarked?: boolean;
    }
  /** Our script is there and still reading, or the worker has just come back. */
  | { state: "checking"; host: string; access: Access; origin: string }
  /** A page that is read when the user asks; `origin` is null where access to the site was given already. */
  | { state: "not-checked"; host: string; origin: string | null }
  /** A known shop whose access the user has withheld; `origin` is the pattern to ask for. */
  | { state: "withheld"; host: string; origin: string }
  | { state: "off"; host: string }
  /** Nothing is read anywhere until then, in ms since 1970. */
  | { state: "paused"; until: number }
  /** A page of the browser or of a store, which no extension may read. */
  | { state: "browser-page" };

/** `failed` says why a page could not be checked. */
export type CheckAnswer = { ok: true } | { ok: false; failed: string };

export type OptionsState = {
  rules: RuleView[];
  sources: SourceView[];
  actives: ActiveView[];
  treatments: KnownView[];
  sitesOff: string[];
  /** Match patterns of sites that the reader allowed besides the known shops. */
  sitesAlways: string[];
  /** Every language in which claims are read; `marked` is false where they are shown in the popup only. */
  languages: { language: Language; on: boolean; marked: boolean }[];
  mark: "default" | "everything" | "nothing";
  /** When a pause ends, in ms since 1970, or null. */
  pausedUntil: number | null;
  version: string;
  /** All of the settings, for export and undo. */
  settings: unknown;
  /** True where stored settings could not be read and were set aside. */
  settingsRecovered: boolean;
};

/** What was found in a text. Offsets of findings are those of the text. */
export type CheckedText = { report: ReportView };

export type RoutineState = {
  steps: (StepView & { weeks: [number, number] | null; avoid: string; evidence: Source[] })[];
  pairs: {
    pair: string;
    together: boolean;
    one: string;
    other: string;
    because: string;
    evidence: Source[];
  }[];
  /** The product of the tab that was asked about; null where there is none, or it was not read. */
  product: { name: string; steps: string[]; pairs: Advice["pairs"]; listRead: boolean } | null;
};

/* ---- background → popup and options ---- */

/** Something that an open popup or options page shows has changed: ask again. */
export type Changed = { type: "changed"; what: "report" | "settings"; tabId?: number };
