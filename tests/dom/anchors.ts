/** Gives the gate the anchors of the rules, as the main content script does. */
import { type Anchors, setAnchors } from "../../src/page/anchors.ts";

declare const __ANCHORS__: Anchors;

setAnchors(__ANCHORS__);
