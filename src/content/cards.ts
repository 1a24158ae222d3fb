/** The card of a document: built when one is first wanted, and left behind for undo where the site is switched off from it. */
import type { CardAction, CardOpenAnswer } from "../messaging/messages.ts";
import type { OpenedBy } from "../page/markers.ts";
import type { Overlay } from "../page/overlay.ts";
import type { Show } from "../page/show.ts";
import { CardBox } from "./card-box.ts";
import type { CardProps } from "./card-registry.ts";

export type CardsOptions = {
  docId: string;
  show: Show;
  send(message: unknown): Promise<unknown>;
  t: CardProps["t"];
};

export class Cards {
  private box: CardBox | null = null;
  private overlay: Overlay | null = null;
  /** True while the reader switches the site off from the card: its way back must outlive all else. */
  private leaving = false;
  private stopped = false;

  constructor(private readonly options: CardsOptions) {}

  /** Opens the card of a finding. Returns whether there is one now. */
  async open(finding: string, by: OpenedBy): Promise<boolean> {
    const { overlay } = this.options.show;
    if (overlay === null || this.stopped) return false;
    if (this.box === null || this.overlay !== overlay) {
      this.overlay = overlay;
      this.box = this.make(overlay);
    }
    return this.box.show(finding, by);
  }

  mouseLeft(): void {
    this.box?.mouseLeft();
  }

  close(): void {
    this.box?.close();
  }

  place(): void {
    this.box?.place();
  }

  /** No card opens any more. Returns true where one stays open, with its overlay, until the reader closes it. */
  stop(): boolean {
    this.stopped = true;
    if (!this.leaving || this.box?.isOpen !== true) {
      this.box?.close();
      return false;
    }
    this.box.closeOnPressElsewhere();
    return true;
  }

  private make(overlay: Overlay): CardBox {
    const { docId, show, send, t } = this.options;
    return new CardBox({
      overlay,
      t,
      load: (finding) => send({ type: "card.open", docId, finding }) as Promise<CardOpenAnswer>,
      act: (finding, action) => this.act(finding, action),
      lines: (finding) => show.linesOf(finding),
      giveBack: (finding) => show.focus(finding),
      closed: () => this.stopped && overlay.remove(),
    });
  }

  private async act(finding: string, action: CardAction["action"]): Promise<void> {
    const { docId, send } = this.options;
    this.leaving ||= action === "site-off";
    const answer = (await send({ type: "card.action", docId, finding, action })) as
      | { ok?: boolean }
      | undefined;
    if (answer?.ok === true) return;
    this.leaving = false;
    throw new Error("The background refused.");
  }
}
