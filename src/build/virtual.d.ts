declare module "virtual:rule-set" {
  import type { RuleSet } from "../engine/model.ts";

  const ruleSet: RuleSet;
  export default ruleSet;
}

/** Source of the anchor expression, filled in when the page side is built. */
declare const __ANCHORS__: string;
