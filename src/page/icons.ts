/** The shapes on the markers, drawn on 16 by 16; a verdict is told by its shape and its name, not by colour alone. */
import type { Verdict } from "./types.ts";

const CIRCLE = "M1.6 8a6.4 6.4 0 1 0 12.8 0 6.4 6.4 0 1 0-12.8 0";
const PATHS: Record<Verdict, string> = {
  risky: "M8 1.9 14.6 13.6H1.4zM8 6.4v3.3M8 11.6v.1",
  hype: "M1.8 6.4v3.2l9.2 3.6V2.8zM11 5.6a2.5 2.5 0 0 1 0 4.8M4.2 10.4l.7 3.3h2.2",
  "wears-off": `${CIRCLE}M8 4.4V8l2.4 1.6`,
  unsure: "M5.2 5.8a2.9 2.9 0 1 1 4 2.7c-.8.3-1.2.9-1.2 1.8M8 12.9v.1",
  real: `${CIRCLE}M5.1 8.2l2 2 3.8-4.3`,
};
const SVG = "http://www.w3.org/2000/svg";

/** Icon of a verdict, in the colour of the text around it. */
export function verdictIcon(document: Document, verdict: Verdict): SVGElement {
  const make = (name: string) => Document.prototype.createElementNS.call(document, SVG, name) as SVGElement;
  const svg = make("svg");
  for (const [name, value] of Object.entries({
    viewBox: "0 0 16 16",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "1.9",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    "aria-hidden": "true",
  }))
    svg.setAttribute(name, value);
  const path = make("path");
  path.setAttribute("d", PATHS[verdict]);
  svg.append(path);
  return svg;
}
