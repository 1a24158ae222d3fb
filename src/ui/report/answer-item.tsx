import { useState } from "preact/hooks";
import type { ProductKind } from "../../engine/model.ts";
import type { FindingView } from "../../messaging/messages.ts";
import { Aside } from "../aside.tsx";
import { Badge } from "../badge.tsx";
import { CertaintyLine } from "../certainty.tsx";
import { EvidenceList } from "../evidence-list.tsx";
import { Reason } from "../reason.tsx";
import { type Texts, useTexts } from "../strings.tsx";
import type { SameAnswer } from "./grouping.ts";
import { RuleLinks } from "./rule-acts.tsx";
import { type OnShow, SaidItem } from "./said-item.tsx";

/** Quotes of one answer that are shown before the reader asks for more. */
const SHOWN_AT_FIRST = 4;

export type AnswerItemProps = { answer: SameAnswer; kind: ProductKind; onShow: OnShow };

/**
 * What we say of one or more claims: badge (none for what customers and articles say), the reality in a line and how
 * sure that is; below it the words of the page, then why and by whom.
 */
export function AnswerItem({ answer, kind, onShow }: AnswerItemProps) {
  const { t, plural } = useTexts();
  const [all, setAll] = useState(false);
  const { view, said } = answer;
  const shown = all ? said : said.slice(0, SHOWN_AT_FIRST);
  const more = said.length - shown.length;
  const judged = view.speaker === "seller";
  const doseNotStated = view.supportedBy.some((support) => support.doseNotStated);
  return (
    <li class="finding" data-rule={view.rule}>
      {view.verdict !== null && judged && <Badge verdict={view.verdict} />}
      <p class="finding-says">{view.says}</p>
      <Reason reason={view.reason} kind={kind} />
      {judged && <CertaintyLine view={view} />}
      {doseNotStated && <p class="certainty">{t("dose_not_stated")}</p>}
      <ul class="said">
        {shown.map((one) => (
          <SaidItem key={one.key} said={one} onShow={onShow} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="link more-button" onClick={() => setAll(true)}>
          {plural("claims_more", more)}
        </button>
      )}
      <Why view={view} />
    </li>
  );
}

/** "3 sources and 2 rulings"; empty where there are neither. */
function countsOf({ evidence, regulators }: FindingView, { plural, language }: Texts): string {
  const parts = [
    ...(evidence.length > 0 ? [plural("sources", evidence.length)] : []),
    ...(regulators.length > 0 ? [plural("rulings", regulators.length)] : []),
  ];
  return new Intl.ListFormat(language, { type: "conjunction" }).format(parts);
}

function Why({ view }: { view: FindingView }) {
  const texts = useTexts();
  const { t } = texts;
  const { because, instead, evidence, regulators } = view;
  const counts = countsOf(view, texts);
  if (because === "" && instead === "" && counts === "") return null;
  return (
    <details class="more">
      <summary class="link">{counts === "" ? t("claim_why") : t("claim_why_with", counts)}</summary>
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
        <RuleLinks view={view} />
      </div>
    </details>
  );
}
