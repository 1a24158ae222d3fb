/** What the page side is asked to draw. */
import type { Verdict } from "../engine/model.ts";

export type { Verdict };

/** From gravest to mildest, as in the engine's model. */
export const VERDICTS: readonly Verdict[] = ["risky", "hype", "wears-off", "unsure", "real"];

/** A span of a block that carries a verdict. */
export type PageMark = {
  finding: string;
  block: number;
  start: number;
  end: number;
  verdict: Verdict;
  quote: string;
  /** Drawn with less weight. */
  quiet: boolean;
};

/** A mark and where it stands in the page now. */
export type PlacedMark = PageMark & { ranges: StaticRange[]; container: Element };

/** Words of the interface that the page side needs. */
export type PageTexts = {
  /** Accessible name of a marker: verdict and quote. */
  marker(mark: PageMark): string;
  /** Accessible name of the group of markers. */
  group(count: number): string;
  /** What is said once of a document with so many marks to whoever listens to it; empty for nothing. */
  found(count: number): string;
};
