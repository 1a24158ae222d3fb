/** Gives the gate the anchors of the rules, as the main content script does. */
import { setAnchors } from "../../src/page/anchors.ts";

declare const __ANCHORS__: string;

setAnchors(__ANCHORS__);
