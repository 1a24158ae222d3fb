/** Opens, places and closes the card: one at a time, inside the overlay. */
import type { CardOpenAnswer, FindingView } from "../messaging/messages.ts";
import { placeCard } from "../page/card-place.ts";
import { activeOf, bodyOf, create, isConnected, queryAll, rootOf } from "../page/dom.ts";
import type { OpenedBy } from "../page/markers.ts";
import type { Overlay } from "../page/overlay.ts";
import type { Box } from "../page/rects.ts";
import { type CardProps, registeredCard } from "./card-registry.ts";

export type CardBoxOptions = {
  overlay: Overlay;
  t: CardProps["t"];
  /** Asks the background for a finding's texts; the card script is there when it answers. */
  load(finding: string): Promise<CardOpenAnswer>;
  act(finding: string, action: Parameters<CardProps["onAction"]>[0]): Promise<void>;
  /** Line boxes of a finding's words in the viewport. */
  lines(finding: string): Box[];
  /** Gives the focus to a finding's marker, where it was before the card took it, or is as good as there. */
  giveBack(finding: string): void;
  /** The card was closed. */
  closed(): void;
};

type Open = { finding: string; pinned: boolean; unmount: () => void; dialog: HTMLElement };

export class CardBox {
  private open: Open | null = null;
  private asked = 0;
  private stopListening = new AbortController();
  private styled = false;
  /** What of the page had the focus before a card took it. */
  private before: HTMLElement | null = null;
  private readonly observer = new ResizeObserver(() => this.place());

  constructor(private readonly options: CardBoxOptions) {}

  /** Shows the card of a finding. Returns whether there is one. A card opened by press or key stays until it is closed. */
  async show(finding: string, by: OpenedBy): Promise<boolean> {
    const pinned = by !== "pointer";
    if (this.open?.finding === finding) {
      this.open.pinned ||= pinned;
      if (by === "keyboard") this.takeFocus();
      return true;
    }
    if (this.open?.pinned === true && !pinned) return false;
    this.asked += 1;
    const ask = this.asked;
    const answer = await this.options.load(finding).catch(() => null);
    const script = registeredCard();
    if (ask !== this.asked || !answer?.view || script === undefined) return false;
    const { before, holdsFocus } = this;
    this.close();
    this.mount(answer.view, answer.wrong, pinned);
    if (by === "keyboard") this.takeFocus();
    // From card to card: where the focus was at first is where it goes back to.
    if (holdsFocus) this.before = before;
    return true;
  }

  get isOpen(): boolean {
    return this.open !== null;
  }

  /** For a card that nobody else looks after any more: a press elsewhere closes it. */
  closeOnPressElsewhere(): void {
    const { signal } = this.stopListening;
    addEventListener("click", (event) => event.target !== this.options.overlay.host && this.close(), {
      capture: true,
      passive: true,
      signal,
    });
  }

  /** Closes a card that only the resting mouse had opened. */
  mouseLeft(): void {
    if (this.open?.pinned === true || this.holdsFocus) return;
    this.close();
  }

  close(): void {
    this.asked += 1;
    const { open } = this;
    if (open === null) return;
    const hadFocus = this.holdsFocus;
    this.open = null;
    this.stopListening.abort();
    this.observer.disconnect();
    open.unmount();
    if (hadFocus) this.returnFocus(open.finding);
    this.before = null;
    this.options.closed();
  }

  /** Puts the card beside its words. Where they are gone (the claim was just hidden) it stays where it is. */
  place(): void {
    if (this.open === null) return;
    const lines = this.options.lines(this.open.finding);
    const { dialog } = this.open;
    const box = this.options.overlay.card;
    if (lines.length === 0 && box.style.left !== "") return;
    const origin = this.options.overlay.origin();
    const viewport = { width: rootOf(document).clientWidth || innerWidth, height: innerHeight };
    const { width } = placeCard(lines, 0, viewport);
    const parts = [dialog, ...queryAll(dialog, "*")];
    const scrolled = parts.map((part) => [part, part.scrollTop] as const).filter(([, top]) => top > 0);
    dialog.style.cssText = `width:${width}px;max-width:none;max-height:none`;
    const place = placeCard(lines, dialog.offsetHeight, viewport);
    dialog.style.maxHeight = `${place.maxHeight}px`;
    // Measuring the whole card has scrolled it back to its start.
    for (const [part, top] of scrolled) part.scrollTop = top;
    box.style.left = `${place.left - origin.left}px`;
    box.style.top = `${place.top - origin.top}px`;
  }

  private takeFocus(): void {
    const focused = activeOf(document);
    const isPages =
      focused instanceof HTMLElement && focused !== this.options.overlay.host && focused !== bodyOf(document);
    this.before = isPages ? focused : null;
    this.open?.dialog.focus({ preventScroll: true });
  }

  private returnFocus(finding: string): void {
    const { before } = this;
    if (before !== null && isConnected(before))
      HTMLElement.prototype.focus.call(before, { preventScroll: true });
    else this.options.giveBack(finding);
  }

  private get holdsFocus(): boolean {
    const { overlay } = this.options;
    return overlay.root.activeElement !== null && overlay.card.contains(overlay.root.activeElement);
  }

  private mount(view: FindingView, wrong: string, pinned: boolean): void {
    const script = registeredCard();
    if (script === undefined) return;
    const { overlay, t, act } = this.options;
    if (!this.styled) {
      const style = create("style");
      style.textContent = script.css;
      overlay.root.append(style);
      this.styled = true;
    }
    overlay.card.style.left = "";
    const unmount = script.mount(overlay.card, {
      view,
      wrong,
      t,
      onAction: (action) => act(view.id, action),
      onClose: () => this.close(),
    });
    const dialog = overlay.card.firstElementChild;
    if (!(dialog instanceof HTMLElement)) {
      unmount();
      return;
    }
    this.open = { finding: view.id, pinned, unmount, dialog };
    this.stopListening = new AbortController();
    addEventListener("keydown", (event) => this.onKey(event), {
      capture: true,
      signal: this.stopListening.signal,
    });
    this.place();
    this.observer.observe(dialog);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isTrusted && event.key === "Escape") this.close();
  }
}
