declare module "virtual:rule-set" {
  import type { RuleSet } from "../engine/model.ts";

  const ruleSet: RuleSet;
  export default ruleSet;
}

/** Sources of the anchor expressions, filled in when the page side is built. */
declare const __ANCHORS__: { letters: string; all: string };
