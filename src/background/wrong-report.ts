/** What "this is wrong" copies, for the reader to send on, or not. Pure. */
import type { Finding } from "../engine/model.ts";

/** Address without query, fragment, name and password: they may be personal. Empty where it is no address. */
export function plainAddress(url: string): string {
  try {
    const { origin, pathname } = new URL(url);
    // "/item;jsessionid=…": parameters of a path are as personal as a query.
    return origin + pathname.replace(/;[^/]*/g, "");
  } catch {
    return "";
  }
}

/**
 * The report on a finding as plain text, in the order of the project's "False alarm" form.
 * @param where address of the page, and version of the extension.
 * @param t text of a key with its substitutions put in.
 */
export function wrongReport(
  { rule, rung, verdict, reason, quote, zone }: Finding,
  where: { url: string; version: string },
  t: (key: string, substitutions: string[]) => string,
): string {
  const words = quote.replace(/\s+/g, " ").trim();
  const judged = reason === null ? (verdict ?? "none") : `${verdict ?? "none"} (${reason})`;
  return t("card_wrong_report", [
    plainAddress(where.url),
    words,
    rule,
    String(rung),
    judged,
    zone,
    where.version,
  ]);
}
