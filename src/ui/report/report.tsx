import { type NotChecked, VERDICTS } from "../../engine/model.ts";
import type { ReportView } from "../../messaging/messages.ts";
import { AdviceParts } from "../advice.tsx";
import { Ladder } from "../ladder.tsx";
import { PageText } from "../quote.tsx";
import { keyOf, type Texts, useTexts } from "../strings.tsx";
import { TreatmentList } from "../treatments.tsx";
import { ActButton } from "./act-button.tsx";
import { ClaimGroups } from "./claims.tsx";
import { Ingredients } from "./ingredients-part.tsx";

/** What its own part of the report says already. */
const SAID_ABOVE: ReadonlySet<NotChecked> = new Set([
  "no-ingredient-list",
  "list-unread",
  "list-in-image",
  "no-treatment",
]);

type ReportProps = {
  host: string;
  report: ReportView;
  onShow: (finding: string) => Promise<boolean>;
  onResume: () => Promise<void>;
};

/** A report from top to bottom: verdict, claims, treatments or ingredients, how to use it, what was not checked. */
export function ReportSections({ host, report, onShow, onResume }: ReportProps) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <>
      <section class="summary" data-summary={report.summary}>
        <p class="product">
          <PageText text={report.product.name || host} />
        </p>
        {report.product.kind !== "unknown" && (
          <p class="product product-kind">{t(keyOf("kind", report.product.kind))}</p>
        )}
        <h1 class="verdict">{t(keyOf("summary", report.summary))}</h1>
        {report.summary === "no-claims" && <p class="notice-text">{t("popup_nothing")}</p>}
        <Ladder gap={report.gap} />
      </section>
      {report.findings.length > 0 && (
        <ClaimGroups
          findings={report.findings}
          kind={report.product.kind}
          tally={tallyOf(report, texts)}
          onShow={onShow}
        />
      )}
      <Treatments report={report} />
      <Ingredients report={report} />
      <HowToUse report={report} />
      <NotCheckedList report={report} onResume={onResume} />
    </>
  );
}

/** "2 hype, 1 wears off": the seller's own claims by verdict, gravest first. Empty where there are none. */
function tallyOf(report: ReportView, { t, number, language }: Texts): string {
  const parts = VERDICTS.map((verdict) => ({
    verdict,
    count: report.findings.filter((finding) => finding.counted && finding.verdict === verdict).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => t(keyOf("tally", verdict), number(count)));
  return new Intl.ListFormat(language, { type: "unit" }).format(parts);
}

/** What a service does. Nothing for what is no service. */
function Treatments({ report }: { report: ReportView }) {
  const { t } = useTexts();
  if (report.product.kind !== "service") return null;
  return (
    <section class="part" aria-labelledby="treatments">
      <h2 class="part-title" id="treatments">
        {t("treatments_title")}
      </h2>
      {report.treatments.length > 0 ? (
        <TreatmentList treatments={report.treatments} />
      ) : (
        <p>{t("not_checked_no_treatment")}</p>
      )}
    </section>
  );
}

/** How to use what was found. Nothing where there is nothing to advise. */
function HowToUse({ report: { advice } }: { report: ReportView }) {
  const { t } = useTexts();
  if (advice === null) return null;
  return (
    <section class="part" aria-labelledby="advice">
      <h2 class="part-title" id="advice">
        {t("advice_title")}
      </h2>
      <AdviceParts advice={advice} />
    </section>
  );
}

/** Silence must never look like approval: what we could not or did not look at. */
function NotCheckedList({ report, onResume }: Pick<ReportProps, "report" | "onResume">) {
  const { t } = useTexts();
  const listed = report.notChecked.filter((id) => !SAID_ABOVE.has(id));
  const kindUnknown = report.product.kind === "unknown" && report.findings.length > 0;
  if (listed.length === 0 && !kindUnknown) return null;
  return (
    <section class="part" aria-labelledby="not-checked">
      <h2 class="part-title" id="not-checked">
        {t("not_checked_title")}
      </h2>
      <ul class="plain-list">
        {listed.map((id) => (
          <li key={id} data-not-checked={id}>
            {t(keyOf("not_checked", id))}
            {id === "paused" && <ActButton label={t("popup_resume")} run={onResume} />}
          </li>
        ))}
        {kindUnknown && <li>{t("kind_unknown")}</li>}
      </ul>
    </section>
  );
}
