declare module "virtual:rule-set" {
  const ruleSet: import("../engine/model.ts").RuleSet;
  export default ruleSet;
}

/** Sources of the anchor expressions, filled in when the page side is built. */
declare const __ANCHORS__: { letters: string; all: string };
