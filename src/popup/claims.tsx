import { useState } from "preact/hooks";
import type { FindingView } from "../messaging/messages.ts";
import { FindingItem } from "../ui/finding-item.tsx";
import { useTexts } from "../ui/strings.tsx";

/** Claims of a group that are shown before the reader asks for more. */
const SHOWN_AT_FIRST = 8;
const NAMED_QUOTE_MOST = 100;

type OnShow = (finding: string) => Promise<boolean>;
type Group = "seller" | "tile" | "customer" | "editor";

function groupOf(finding: FindingView): Group {
  if (finding.speaker !== "seller") return finding.speaker;
  return finding.zone === "tile" ? "tile" : "seller";
}

/** The claims apart by who makes them: the seller, tiles of other products, customers, articles. */
export function ClaimGroups({
  findings,
  tally,
  onShow,
}: {
  findings: FindingView[];
  tally: string;
  onShow: OnShow;
}) {
  const { t } = useTexts();
  const of = (group: Group) => findings.filter((finding) => groupOf(finding) === group);
  return (
    <>
      <ClaimGroup
        id="seller"
        title={t("claims_title")}
        tally={tally}
        findings={of("seller")}
        onShow={onShow}
      />
      <ClaimGroup id="tile" title={t("claims_tile")} findings={of("tile")} onShow={onShow} />
      <ClaimGroup
        id="customer"
        title={t("claims_customer")}
        note={t("claims_customer_note")}
        findings={of("customer")}
        onShow={onShow}
      />
      <ClaimGroup
        id="editor"
        title={t("claims_editor")}
        note={t("claims_editor_note")}
        findings={of("editor")}
        onShow={onShow}
      />
    </>
  );
}

type ClaimGroupProps = {
  id: Group;
  title: string;
  tally?: string;
  note?: string;
  findings: FindingView[];
  onShow: OnShow;
};

function ClaimGroup({ id, title, tally = "", note = "", findings, onShow }: ClaimGroupProps) {
  const { plural } = useTexts();
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  const shown = all ? findings : findings.slice(0, SHOWN_AT_FIRST);
  const more = findings.length - shown.length;
  return (
    <section class="part" aria-labelledby={`claims-${id}`} data-group={id}>
      <h2 class="part-title" id={`claims-${id}`}>
        <span>{title}</span> {tally !== "" && <span>{tally}</span>}
      </h2>
      {note !== "" && <p class="part-note">{note}</p>}
      <ul class="findings">
        {shown.map((finding) => (
          <FindingItem
            key={finding.id}
            finding={finding}
            action={<ShowButton finding={finding} onShow={onShow} />}
          />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="link more-button" onClick={() => setAll(true)}>
          {plural("claims_more", more)}
        </button>
      )}
    </section>
  );
}

function ShowButton({ finding, onShow }: { finding: FindingView; onShow: OnShow }) {
  const { t } = useTexts();
  const [failed, setFailed] = useState(false);
  const show = async () => {
    setFailed(false);
    setFailed(!(await onShow(finding.id)));
  };
  return (
    <>
      <button
        type="button"
        class="link"
        aria-label={t("claim_show_for", finding.quote.slice(0, NAMED_QUOTE_MOST))}
        onClick={show}
      >
        {t("claim_show")}
      </button>
      {failed && (
        <p class="finding-failed" role="alert">
          {t("claim_show_failed")}
        </p>
      )}
    </>
  );
}
