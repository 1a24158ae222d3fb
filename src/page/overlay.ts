/**
 * The one element that we add to a page: it holds the markers and the card behind a closed shadow root. It stands at the
 * end of the body, where a framework that takes over the whole document leaves strangers alone.
 */
import { bodyOf, create, isConnected } from "./dom.ts";
import { OVERLAY_CSS } from "./overlay-css.ts";
import { HOST } from "./tags.ts";

/** Times that the host is put back after the page removed it. */
const MAX_REATTACHED = 100;
/** Page rules are no match for these: inline and important. */
const HOST_STYLE: Record<string, string> = {
  all: "initial",
  position: "absolute",
  top: "0",
  left: "0",
  width: "0",
  height: "0",
  margin: "0",
  display: "block",
  "z-index": "2147483647",
  "pointer-events": "none",
  // What stands out of the host is painted and never makes the page scroll further.
  contain: "layout",
};
const KEYS = ["keydown", "keyup", "keypress"];

export class Overlay {
  readonly host: HTMLElement;
  /** Holds the markers. */
  readonly markers: HTMLElement;
  /** Holds the outlines around words that are pointed out. */
  readonly rings: HTMLElement;
  /** Holds the card. */
  readonly card: HTMLElement;
  readonly root: ShadowRoot;
  private attached = 0;

  constructor(private readonly document: Document) {
    this.host = create(HOST as "div");
    for (const [name, value] of Object.entries(HOST_STYLE))
      this.host.style.setProperty(name, value, "important");
    this.root = this.host.attachShadow({ mode: "closed" });
    const style = create("style");
    style.textContent = OVERLAY_CSS;
    const part = (name: string) => {
      const element = create("div");
      element.className = name;
      return element;
    };
    this.markers = part("markers");
    this.rings = part("rings");
    this.card = part("card-box");
    this.root.append(style, this.rings, this.markers, this.card);
    // What is typed into our parts is none of the page's business.
    for (const key of KEYS) this.host.addEventListener(key, (event) => event.stopPropagation());
  }

  /** Puts the host into the page if it is not there. Returns false once the page has removed it too often. */
  attach(): boolean {
    if (isConnected(this.host)) return true;
    const body = bodyOf(this.document);
    if (body === null || this.attached > MAX_REATTACHED) return false;
    this.attached += 1;
    Element.prototype.append.call(body, this.host);
    return true;
  }

  remove(): void {
    this.host.remove();
  }
}
