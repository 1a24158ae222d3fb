import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
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
import { type OnShow, type Subject, SubjectContext } from "./said-item.tsx";

/** What its own part of the report says already. */
const SAID_ABOVE: ReadonlySet<NotChecked> = new Set([
  "no-ingredient-list",
  "list-unread",
  "list-in-image",
  "no-treatment",
]);

type ReportProps = {
  report: ReportView;
  onShow: OnShow;
  /** Stands for the product where it has no name. */
  host?: string;
  /** Reads on, on a page that was paused. */
  onResume?: () => Promise<void>;
  /** A report on a text stands below the heading of a page of ours, and does not speak of pages. */
  subject?: Subject;
  /** What can be done, below the verdict. */
  acts?: ComponentChildren;
};

/** A report from top to bottom: verdict, claims, treatments or ingredients, how to use it, what was not checked. */
export function ReportSections({ report, onShow, host = "", onResume, subject = "page", acts }: ReportProps) {
  const texts = useTexts();
  return (
    <SubjectContext.Provider value={subject}>
      <Summary report={report} host={host} acts={acts} />
      {report.findings.length > 0 && (
        <ClaimGroups
          findings={report.findings}
          kind={report.product.kind}
          tally={tallyOf(report, texts)}
          onShow={onShow}
        />
      )}
      <Treatments report={report} />
      {subject === "text" && report.label === null ? (
        <NoListInText report={report} />
      ) : (
        <Ingredients report={report} />
      )}
      <HowToUse report={report} />
      <NotCheckedList report={report} onResume={onResume} />
    </SubjectContext.Provider>
  );
}

type SummaryProps = { report: ReportView; host: string; acts: ComponentChildren };

function Summary({ report, host, acts }: SummaryProps) {
  const texts = useTexts();
  const { t } = texts;
  const inText = useContext(SubjectContext) === "text";
  const { product, summary, label } = report;
  const name = product.name || host;
  const Verdict = inText ? "h2" : "h1";
  const isBare = inText && label === null;
  return (
    <section class="summary" data-summary={summary}>
      {name !== "" && (
        <p class="product">
          <PageText text={name} />
        </p>
      )}
      {product.kind !== "unknown" && <p class="product product-kind">{t(keyOf("kind", product.kind))}</p>}
      <Verdict class="verdict">
        <Sentences
          text={inText && summary === "no-claims" ? noClaimsIn(report, texts) : t(keyOf("summary", summary))}
        />
      </Verdict>
      {summary === "no-claims" && (
        <p class="notice-text">{t(isBare ? "not_checked_nothing_in_text" : "popup_nothing")}</p>
      )}
      <Ladder gap={report.gap} />
      {acts}
    </section>
  );
}

/** A headline that breaks between its sentences where it can. */
function Sentences({ text }: { text: string }) {
  const sentences = text.split(/(?<=[.!?])\s+/);
  return (
    <>
      {sentences.map((sentence, at) => (
        <>
          {at > 0 && " "}
          <span class="sentence">{sentence}</span>
        </>
      ))}
    </>
  );
}

/** The headline for a text without claims. A list alone is worth a report too. */
function noClaimsIn({ label }: ReportView, { t }: Texts): string {
  if (label === null) return t("summary_no_claims_in_text");
  const holds = label.actives.length > 0;
  return t(holds ? "summary_list_only" : "summary_list_unknown");
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
  const inText = useContext(SubjectContext) === "text";
  if (report.product.kind !== "service") return null;
  return (
    <section class="part" aria-labelledby="treatments">
      <h2 class="part-title" id="treatments">
        {t(inText ? "treatments_title_in_text" : "treatments_title")}
      </h2>
      {report.treatments.length > 0 ? (
        <TreatmentList treatments={report.treatments} />
      ) : (
        <p>{t("not_checked_no_treatment")}</p>
      )}
    </section>
  );
}

/** That a text holds no list. Services have none to miss. */
function NoListInText({ report }: { report: ReportView }) {
  const { t } = useTexts();
  if (report.product.kind === "service") return null;
  return (
    <section class="part" aria-labelledby="ingredients">
      <h2 class="part-title" id="ingredients">
        {t("ingredients_title")}
      </h2>
      <p>{t("not_checked_no_list_in_text")}</p>
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
  const inText = useContext(SubjectContext) === "text";
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
            {inText && id === "other-languages"
              ? t("not_checked_languages_in_text")
              : t(keyOf("not_checked", id))}
            {id === "paused" && onResume !== undefined && (
              <ActButton label={t("popup_resume")} run={onResume} />
            )}
          </li>
        ))}
        {kindUnknown && <li>{t(inText ? "kind_unknown_in_text" : "kind_unknown")}</li>}
      </ul>
    </section>
  );
}
