/** Outlines around words that are pointed out: by "show on page", or by the focus of a marker that found no free room. */
import { create } from "./dom.ts";
import type { Overlay } from "./overlay.ts";
import type { Box } from "./rects.ts";

export function showRings(overlay: Overlay, lines: Box[], flash: boolean): void {
  const origin = overlay.origin();
  const rings = lines.map(({ left, top, right, bottom }) => {
    const ring = create("div");
    ring.className = flash ? "ring flash" : "ring";
    ring.style.cssText = `left:${left - origin.left}px;top:${top - origin.top}px;width:${right - left}px;height:${bottom - top}px`;
    ring.addEventListener("animationend", () => ring.remove());
    return ring;
  });
  overlay.rings.replaceChildren(...rings);
}

export function clearRings(overlay: Overlay): void {
  overlay.rings.replaceChildren();
}
