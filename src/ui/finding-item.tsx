import type { ComponentChildren } from "preact";
import type { FindingView } from "../messaging/messages.ts";
import { Aside } from "./aside.tsx";
import { Badge } from "./badge.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { Quote } from "./quote.tsx";
import { keyOf, useTexts } from "./strings.tsx";

export type FindingItemProps = {
  finding: FindingView;
  /** What can be done with it, beside the disclosure. */
  action?: ComponentChildren;
};

/** One claim: badge (none for what customers and articles say), the words, the reality in a line, why and by whom. */
export function FindingItem({ finding, action }: FindingItemProps) {
  const { t } = useTexts();
  const doseNotStated = finding.supportedBy.some((support) => support.doseNotStated);
  return (
    <li class="finding" data-finding={finding.id}>
      {finding.verdict !== null && finding.speaker === "seller" && <Badge verdict={finding.verdict} />}
      <p class="finding-quote">
        <Quote text={finding.quote} />
      </p>
      <p class="finding-says">{finding.says}</p>
      {finding.certainty !== null && (
        <p class="certainty">
          {t("certainty_line", t(keyOf("certainty", finding.certainty)))}{" "}
          {doseNotStated && t("dose_not_stated")}
        </p>
      )}
      {finding.hidden && <p class="certainty">{t("claim_hidden")}</p>}
      <div class="finding-more">
        {action}
        <Why finding={finding} />
      </div>
    </li>
  );
}

function Why({ finding }: { finding: FindingView }) {
  const { t, plural } = useTexts();
  const { because, instead, evidence, regulators } = finding;
  const sources = evidence.length + regulators.length;
  if (because === "" && instead === "" && sources === 0) return null;
  return (
    <details class="more">
      <summary class="link">{sources === 0 ? t("claim_why") : plural("claim_why_evidence", sources)}</summary>
      <div class="more-body">
        {because !== "" && <p>{because}</p>}
        {instead !== "" && <Aside text={instead} />}
        {evidence.length > 0 && <EvidenceList sources={evidence} />}
        {regulators.length > 0 && (
          <>
            <h3 class="small-title">{t("regulators_title")}</h3>
            <EvidenceList sources={regulators} />
          </>
        )}
      </div>
    </details>
  );
}
