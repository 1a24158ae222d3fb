import { useEffect, useRef, useState } from "preact/hooks";
import type { Rung, Verdict } from "../engine/model.ts";
import type { RuleView } from "../messaging/messages.ts";
import { Badge } from "../ui/badge.tsx";
import { EvidenceList } from "../ui/evidence-list.tsx";
import { useTexts } from "../ui/strings.tsx";
import { Switch } from "../ui/switch.tsx";
import { exampleParts } from "./example-parts.ts";
import { Exceptions, type ExceptionsProps } from "./exceptions.tsx";

export type RuleItemProps = {
  rule: RuleView;
  /** True where the address points to this rule: it is then open and in view. */
  addressed: boolean;
  onToggle: (on: boolean) => void;
  onException: ExceptionsProps["onException"];
};

/** One rule: verdict, title and meaning, its switch, and below a disclosure the why, the evidence and examples. */
export function RuleItem({ rule, addressed, onToggle, onException }: RuleItemProps) {
  const { t, language } = useTexts();
  const [open, setOpen] = useState(addressed);
  const item = useRef<HTMLLIElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!addressed) return;
    setOpen(true);
    item.current?.scrollIntoView({ block: "start" });
    title.current?.focus({ preventScroll: true });
  }, [addressed]);
  return (
    <li class="rule" id={`rule-${rule.id}`} data-rule={rule.id} data-addressed={addressed} ref={item}>
      <div class="rule-head">
        <div class="rule-name">
          <RuleBadge rule={rule} />
          <h4 class="rule-title" tabIndex={-1} ref={title}>
            {rule.title}
          </h4>
        </div>
        <Switch on={rule.on} label={t("options_rule_on", rule.title)} labelHidden onToggle={onToggle} />
      </div>
      <p class="rule-says">{rule.says}</p>
      {rule.exceptions.length > 0 && (
        <p class="muted rule-except">
          {t("options_except_on", new Intl.ListFormat(language, { type: "unit" }).format(rule.exceptions))}
        </p>
      )}
      <details class="more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class="link">{t("options_rule_details")}</summary>
        <div class="more-body">
          <p>{rule.because}</p>
          {rule.evidence.length > 0 && (
            <div>
              <h5 class="small-title">{t("options_evidence")}</h5>
              <EvidenceList sources={rule.evidence} />
            </div>
          )}
          <Examples title={t("options_flags")} texts={rule.flags} />
          <Examples title={t("options_passes")} texts={rule.passes} />
          <Exceptions rule={rule} onException={onException} />
        </div>
      </details>
    </li>
  );
}

/** What the ladder gives on each rung, where the label does not decide. */
const LADDER_VERDICTS: Partial<Record<Rung, Verdict>> = { 2: "wears-off", 4: "hype", 5: "hype" };

/** Fixed verdict, or the one that the ladder gives; cleaning (rung 1) has none. */
function RuleBadge({ rule }: { rule: RuleView }) {
  const { t } = useTexts();
  const verdict = rule.verdict === "by-ladder" ? LADDER_VERDICTS[rule.rung ?? 3] : rule.verdict;
  if (verdict !== undefined) return <Badge verdict={verdict} />;
  return <span class="badge badge-plain">{t(rule.rung === 1 ? "verdict_none" : "verdict_by_label")}</span>;
}

function Examples({ title, texts }: { title: string; texts: string[] }) {
  if (texts.length === 0) return null;
  return (
    <div>
      <h5 class="small-title">{title}</h5>
      <ul class="examples">
        {texts.map((text) => (
          <li key={text}>
            {exampleParts(text).map(({ at, words, marked }) =>
              marked ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
