/** Where each source is used, for the page that lists the evidence. Pure. */
import type { EvidenceId, InterfaceTexts, RuleSet } from "../engine/model.ts";
import type { SourceUse } from "../messaging/messages.ts";

/** Uses by source, in the order rules, ingredients, treatments, routine. A source that nothing cites is not in it. */
export function usesOfSources(ruleSet: RuleSet, texts: InterfaceTexts): Map<EvidenceId, SourceUse[]> {
  const uses = new Map<EvidenceId, SourceUse[]>();
  const add = (ids: readonly EvidenceId[], use: SourceUse) => {
    for (const id of new Set(ids)) uses.set(id, [...(uses.get(id) ?? []), use]);
  };
  for (const { id, evidence, regulators } of ruleSet.rules) {
    const title = texts.rules[id]?.texts.title ?? id;
    add(
      [...evidence, ...regulators].map((one) => one.id),
      { kind: "rule", id, title },
    );
  }
  for (const { id, supports, safety = [] } of ruleSet.actives) {
    const title = texts.actives[id]?.title ?? id;
    add([...supports.flatMap(({ evidence }) => evidence), ...safety], { kind: "active", id, title });
  }
  for (const { id, supports, safety } of ruleSet.treatments) {
    const title = texts.treatments[id]?.title ?? id;
    add([...supports.flatMap(({ evidence }) => evidence), ...safety], { kind: "treatment", id, title });
  }
  for (const { id, evidence } of ruleSet.routine.steps)
    add(evidence, { kind: "routine", id, title: texts.steps[id]?.title ?? id });
  for (const { id, evidence } of ruleSet.routine.pairs) {
    const own = texts.pairs[id];
    add(evidence, { kind: "routine", id, title: own === undefined ? id : `${own.one} / ${own.other}` });
  }
  return uses;
}
