/** What ingredients and treatments have in common on the surfaces. */
import type { Source } from "../engine/model.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { type Texts, useTexts } from "./strings.tsx";

/** A warning, or nothing where `text` is null. */
export function Caution({ text }: { text: string | null }) {
  const { t } = useTexts();
  if (text === null) return null;
  return (
    <p class="active-caution">
      <b>{t("active_caution")}</b> {text}
    </p>
  );
}

/** Sources behind a line that opens them. Nothing where there are none. */
export function Sources({ sources }: { sources: Source[] }) {
  const { plural } = useTexts();
  if (sources.length === 0) return null;
  return (
    <details class="more">
      <summary class="link">{plural("sources", sources.length)}</summary>
      <div class="more-body">
        <EvidenceList sources={sources} />
      </div>
    </details>
  );
}

/** How long an effect takes to show. */
export function weeksFact([from, to]: [number, number], { t, plural, number }: Texts): string {
  if (to === 0) return t("active_soon");
  return from === to ? plural("active_weeks", to) : t("active_weeks_range", number(from), number(to));
}
