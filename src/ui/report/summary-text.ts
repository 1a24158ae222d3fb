/** A report as plain text, for a message to a friend or a note. */
import type { FindingView, ReportView } from "../../messaging/messages.ts";
import { keyOf, type Texts } from "../strings.tsx";
import { sameAnswers } from "./grouping.ts";

/** Quotes of one answer that are listed; more would make it long to read. */
const QUOTES_MOST = 5;

function answerLines(findings: FindingView[], { t }: Texts): string[] {
  return sameAnswers(findings).flatMap(({ view, said }) => {
    const quotes = said.slice(0, QUOTES_MOST).map(({ quote }) => `“${quote.replace(/\s+/g, " ").trim()}”`);
    const verdict = view.verdict === null ? "" : `${t(keyOf("verdict", view.verdict))}. `;
    const sure = t(keyOf("certainty", view.evidenceCertainty));
    const how = view.verdict === "real" ? t("certainty_line", sure) : t("certainty_ours", sure);
    return [`- ${quotes.join(", ")}`, `  ${verdict}${view.says}${view.verdict === null ? "" : ` ${how}`}`];
  });
}

function ingredientLines({ label }: ReportView, { t, number }: Texts): string[] {
  if (label === null || label.actives.length === 0) return [];
  const lines = label.actives.map(
    ({ title, verdict, position, does, certainty }) =>
      `- ${title}: ${t(keyOf("verdict", verdict))}. ${t("active_place", number(position), number(label.total))} ${does}${
        certainty === null ? "" : ` ${t("certainty_line", t(keyOf("certainty", certainty)))}`
      }`,
  );
  return ["", `${t("ingredients_title")}:`, ...lines];
}

/**
 * What was found, line by line: product, verdict, the seller's claims with what we say of them, ingredients, and what was
 * not checked. Holds no address and nothing of the reader.
 */
export function summaryText(report: ReportView, host: string, texts: Texts): string {
  const { t } = texts;
  const own = report.findings.filter(({ speaker, zone }) => speaker === "seller" && zone !== "tile");
  const unchecked = report.notChecked.map((id) => `- ${t(keyOf("not_checked", id))}`);
  return [
    `${t("product_name")}: ${report.product.name || host}`,
    t(keyOf("summary", report.summary)),
    ...(own.length > 0 ? ["", `${t("claims_title")}:`, ...answerLines(own, texts)] : []),
    ...ingredientLines(report, texts),
    ...(unchecked.length > 0 ? ["", `${t("not_checked_title")}:`, ...unchecked] : []),
    "",
    t("advice_general"),
  ].join("\n");
}
