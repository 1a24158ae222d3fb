import { useContext } from "preact/hooks";
import type { ProductKind } from "../../engine/model.ts";
import type { FindingView } from "../../messaging/messages.ts";
import { useTexts } from "../strings.tsx";
import { AnswerItem } from "./answer-item.tsx";
import { sameAnswers } from "./grouping.ts";
import { type OnShow, SubjectContext } from "./said-item.tsx";

type Group = "seller" | "tile" | "customer" | "editor";

function groupOf(finding: FindingView): Group {
  if (finding.speaker !== "seller") return finding.speaker;
  return finding.zone === "tile" ? "tile" : "seller";
}

export type ClaimGroupsProps = {
  findings: FindingView[];
  /** What sort of product the page sells. */
  kind: ProductKind;
  tally: string;
  onShow: OnShow;
};

/** The claims apart by who makes them: the seller, tiles of other products, customers, articles. */
export function ClaimGroups({ findings, kind, tally, onShow }: ClaimGroupsProps) {
  const { t } = useTexts();
  const inText = useContext(SubjectContext) === "text";
  const title = t(inText ? "claims_title_in_text" : "claims_title");
  const of = (group: Group) => ({
    id: group,
    findings: findings.filter((finding) => groupOf(finding) === group),
    kind: group === "seller" ? kind : "unknown",
    onShow,
  });
  return (
    <>
      <ClaimGroup {...of("seller")} title={title} tally={tally} />
      <ClaimGroup {...of("tile")} title={t("claims_tile")} />
      <ClaimGroup {...of("customer")} title={t("claims_customer")} note={t("claims_customer_note")} />
      <ClaimGroup {...of("editor")} title={t("claims_editor")} note={t("claims_editor_note")} />
    </>
  );
}

type ClaimGroupProps = Omit<ClaimGroupsProps, "tally"> & {
  id: Group;
  title: string;
  tally?: string;
  note?: string;
};

function ClaimGroup({ id, title, tally = "", note = "", findings, kind, onShow }: ClaimGroupProps) {
  if (findings.length === 0) return null;
  return (
    <section class="part" aria-labelledby={`claims-${id}`} data-group={id}>
      <h2 class="part-title" id={`claims-${id}`}>
        <span>{title}</span> {tally !== "" && <span>{tally}</span>}
      </h2>
      {note !== "" && <p class="part-note">{note}</p>}
      <ul class="findings">
        {sameAnswers(findings).map((answer) => (
          <AnswerItem key={answer.key} answer={answer} kind={kind} onShow={onShow} />
        ))}
      </ul>
    </section>
  );
}
