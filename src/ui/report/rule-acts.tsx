/** What can be done with a rule from a report. Only where somebody gives the means: not on the page that checks a label. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { FindingView } from "../../messaging/messages.ts";
import { useTexts } from "../strings.tsx";

export type RuleActs = {
  /** The site that the report is about. */
  host: string;
  openSettings: (rule: string) => void;
  /** Switches the rule off on this site. */
  exceptHere: (rule: string, title: string) => void;
};

export const RuleActsContext = createContext<RuleActs | null>(null);

/** Links to the rule's settings and to an exception for this site; nothing where neither can be done. */
export function RuleLinks({ view: { rule, ruleTitle } }: { view: FindingView }) {
  const { t } = useTexts();
  const acts = useContext(RuleActsContext);
  if (acts === null) return null;
  return (
    <p class="rule-links">
      <button
        type="button"
        class="link"
        aria-label={t("claim_rule_settings_for", ruleTitle)}
        onClick={() => acts.openSettings(rule)}
      >
        {t("claim_rule_settings")}
      </button>
      <button
        type="button"
        class="link"
        aria-label={t("claim_rule_except_for", ruleTitle)}
        onClick={() => acts.exceptHere(rule, ruleTitle)}
      >
        {t("claim_rule_except")}
      </button>
    </p>
  );
}
