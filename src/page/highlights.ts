/**
 * Paints words with CSS Custom Highlights: nothing in the page changes. The registry is shared with the page, which may
 * clear it, so what is painted is remembered here. (Firefox cannot iterate the registry from a content script.)
 */
import { VERDICTS, type Verdict } from "./types.ts";

/** Paint of one mark. */
export type Paint = { ranges: StaticRange[]; verdict: Verdict; quiet: boolean };

/** Times that we paint again after the page took our highlights away. */
const MAX_REPAINTS = 5;

const POINTED_OUT = "poreality-pointed-out";

/** Highlight name of a verdict; the same names stand in the style sheet of the content script. */
export const highlightName = (verdict: Verdict, quiet: boolean): string =>
  `poreality-${verdict}${quiet ? "-quiet" : ""}`;

const registry = (): HighlightRegistry | undefined =>
  typeof Highlight === "function" ? CSS.highlights : undefined;

export class Highlights {
  private readonly painted = new Map<string, Highlight>();
  private repaints = 0;
  private givenUp = false;

  /** Paints exactly these marks; what was painted before and is not among them goes. */
  paint(marks: Paint[]): void {
    const ranges = new Map<string, StaticRange[]>();
    for (const { ranges: own, verdict, quiet } of marks) {
      const name = highlightName(verdict, quiet);
      const all = ranges.get(name) ?? [];
      all.push(...own);
      ranges.set(name, all);
    }
    for (const name of this.painted.keys()) if (!ranges.has(name)) this.remove(name);
    for (const [name, own] of ranges) {
      const highlight = new Highlight();
      for (const range of own) highlight.add(range);
      // The gravest verdict wins where marks overlap.
      highlight.priority =
        VERDICTS.length - VERDICTS.findIndex((verdict) => name.startsWith(`poreality-${verdict}`));
      this.painted.set(name, highlight);
      registry()?.set(name, highlight);
    }
  }

  /** Puts back what the page has taken away. Returns false once it has been put back too often and is left alone. */
  restore(): boolean {
    const lost = [...this.painted].filter(([name, highlight]) => registry()?.get(name) !== highlight);
    if (lost.length === 0) return true;
    this.givenUp = this.repaints >= MAX_REPAINTS;
    if (this.givenUp) return false;
    this.repaints += 1;
    for (const [name, highlight] of lost) registry()?.set(name, highlight);
    return true;
  }

  /** True once the page has taken highlights away too often. */
  get hasGivenUp(): boolean {
    return this.givenUp;
  }

  /** Lights up words that carry no mark; an empty array puts them out. */
  pointOut(ranges: StaticRange[]): void {
    if (ranges.length > 0) registry()?.set(POINTED_OUT, new Highlight(...ranges));
    else registry()?.delete(POINTED_OUT);
  }

  clear(): void {
    this.pointOut([]);
    for (const name of [...this.painted.keys()]) this.remove(name);
  }

  private remove(name: string): void {
    const highlight = this.painted.get(name);
    this.painted.delete(name);
    // A newer script of ours may have painted under the same name.
    if (registry()?.get(name) === highlight) registry()?.delete(name);
  }
}
