import { SIZE, TOUCH } from "./room.ts";

/** Style of markers, outlines and the card's frame, inside the closed shadow root. */
export const OVERLAY_CSS = `
.probe{position:absolute;width:100px;height:1px;visibility:hidden}
.markers,.rings,.card-box{position:absolute;top:0;left:0;width:0;height:0}
.markers button{all:unset;box-sizing:border-box;position:absolute;width:${SIZE}px;height:${SIZE}px;display:grid;place-items:center;border:1px solid currentColor;
border-radius:50%;cursor:pointer;pointer-events:auto;touch-action:manipulation;forced-color-adjust:none}
.markers button.wide::before{content:"";position:absolute;inset:-${(TOUCH - SIZE) / 2 + 1}px;border-radius:50%}
.markers button svg{width:66%;height:66%;display:block}
.markers button:focus-visible{outline:2px solid #3450c4;outline-offset:2px;box-shadow:0 0 0 2px #fff}
.markers button.bare{opacity:0;pointer-events:none}
.markers button.gone{display:none}
.markers .risky{color:#971616;background:#fde7e4}
.markers .hype{color:#a40e55;background:#fde6ef}
.markers .wears-off{color:#7a4f00;background:#fdf0d3}
.markers .unsure{color:#454b57;background:#edeff2}
.markers .real{color:#0b6b48;background:#e2f4ea}
.markers .quiet{opacity:.8}
.ring{position:absolute;box-sizing:border-box;border-radius:4px;outline:2px solid #3450c4;outline-offset:2px;
box-shadow:0 0 0 4px #ffffffd0;mix-blend-mode:normal}
.ring.flash{animation:flash 1.6s ease-out forwards}
@keyframes flash{0%,60%{opacity:1}100%{opacity:0}}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.card-box{width:auto;height:auto;pointer-events:auto}
.card-box:empty{display:none}
@media (prefers-reduced-motion:reduce){.ring.flash{animation-timing-function:step-end}}
@media (forced-colors:active){.markers button[class]{color:CanvasText;background:Canvas}.ring{outline-color:Highlight}}
@media print{.markers,.rings,.card-box,.said{display:none}}
`;
