/**
 * The one element that we add to a page: it holds the markers and the card behind a closed shadow root. It stands at the
 * end of the body, where a framework that takes over the whole document leaves strangers alone.
 */
import { bodyOf, create, isConnected, queryAll, rectOf, rootOf } from "./dom.ts";
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
  "transform-origin": "0 0",
  // What stands out of the host is painted and never makes the page scroll further.
  contain: "layout",
};
/** Size of the probe, in pixels, as in the style sheet of the overlay. */
const PROBE = 100;
const KEYS = ["keydown", "keyup", "keypress"];

export class Overlay {
  readonly host: HTMLElement;
  /** Holds the markers. */
  readonly markers: HTMLElement;
  /** Holds the outlines around words that are pointed out. */
  readonly rings: HTMLElement;
  /** Holds the card. */
  readonly card: HTMLElement;
  /** What is said to screen readers; never seen. */
  readonly said: HTMLElement;
  readonly root: ShadowRoot;
  /** Tells by its size on the screen whether the page scales what is in its body. */
  private readonly probe: HTMLElement;
  private attached = 0;
  private refused = false;
  private scale = 1;

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
    this.said = part("said");
    this.said.setAttribute("role", "status");
    this.probe = part("probe");
    this.root.append(style, this.probe, this.rings, this.markers, this.card, this.said);
    // What is typed into our parts is none of the page's business.
    for (const key of KEYS) this.host.addEventListener(key, (event) => event.stopPropagation());
  }

  /** Puts the host into the page if it is not there. Returns false once the page has removed it too often. */
  attach(): boolean {
    if (isConnected(this.host)) return true;
    const body = bodyOf(this.document);
    this.refused = this.attached > MAX_REATTACHED;
    if (body === null || this.refused) return false;
    this.attached += 1;
    // What an earlier overlay of ours left standing, such as its last card.
    for (const stray of queryAll(rootOf(this.document), HOST)) stray.remove();
    Element.prototype.append.call(body, this.host);
    return true;
  }

  /** True once the page has removed the host too often. */
  get isRefused(): boolean {
    return this.refused;
  }

  /** Where the overlay's own coordinates begin in the window. First undoes any scale or zoom of the page's body. */
  origin(): { left: number; top: number } {
    const { width } = rectOf(this.probe);
    if (width > 0 && Math.abs(width - PROBE) > PROBE / 500) {
      this.scale *= PROBE / width;
      this.host.style.setProperty("transform", `scale(${this.scale})`, "important");
    }
    return rectOf(this.host);
  }

  remove(): void {
    this.host.remove();
  }
}
