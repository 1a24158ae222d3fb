/** Leads the reader to a claim: to one that the popup names, or to the next and the one before. */
import type { Mark, PageShow } from "../messaging/messages.ts";
import type { OpenedBy } from "../page/markers.ts";
import type { Show } from "../page/show.ts";
import type { PlacedMark } from "../page/types.ts";
import type { Cards } from "./cards.ts";

export type Claim = Pick<PageShow, "finding" | "block" | "start" | "end">;
export type GuideOptions = {
  show: Show;
  cards: Cards;
  /** Marks that are drawn now, in the order of the document. */
  marks(): Mark[];
  /** Where a span of a block stands now; null where it is gone. */
  place(claim: Claim): Pick<PlacedMark, "ranges" | "container"> | null;
};

export class Guide {
  constructor(private readonly options: GuideOptions) {}

  /**
   * Scrolls to a claim and opens its card. Where it carries no mark, or a dialog of the page lies above our overlay, its
   * words are lit up instead. False where they cannot be seen.
   */
  async lead(claim: Claim, by: OpenedBy): Promise<boolean> {
    const { show, cards, place } = this.options;
    if (show.pointOut(claim.finding)) {
      await cards.open(claim.finding, by);
      return true;
    }
    const words = place(claim);
    return words !== null && show.pointOutUnmarked(words);
  }

  /**
   * Leads to the next marked claim (1) or the one before (-1) that can be seen, from the start or the end where `from` is
   * null or gone. Returns its finding; null, and no card is open, where there is none further on.
   */
  async step(from: string | null, by: 1 | -1): Promise<string | null> {
    const marks = this.options.marks();
    const here = marks.findIndex(({ finding }) => finding === from);
    const ahead = by > 0 ? marks.slice(here + 1) : marks.slice(0, here < 0 ? undefined : here).reverse();
    for (const mark of ahead) if (await this.lead(mark, "keyboard")) return mark.finding;
    this.options.cards.close();
    return null;
  }
}
