/** Every source, and where it is used. */
import { useState } from "preact/hooks";
import { SOURCE_USES, type SourceUse, type SourceView } from "../messaging/messages.ts";
import { articlesFirst } from "../ui/citation.ts";
import { EvidenceList } from "../ui/evidence-list.tsx";
import { keyOf, useTexts } from "../ui/strings.tsx";

/** All sources with a search over authors, titles and what they are used for. */
export function Evidence({ sources }: { sources: SourceView[] }) {
  const { t, plural, language } = useTexts();
  const [search, setSearch] = useState("");
  const words = search.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = articlesFirst(sources).filter((source) => holdsAll(source, words, language));
  return (
    <section class="panel" aria-labelledby="evidence">
      <h2 class="panel-title" id="evidence" tabIndex={-1}>
        {t("evidence_sources")}
      </h2>
      <p class="muted">{t("evidence_sure")}</p>
      <input
        type="search"
        class="search"
        aria-label={t("evidence_search")}
        placeholder={t("evidence_search")}
        value={search}
        onInput={(event) => setSearch(event.currentTarget.value)}
      />
      <p class="search-found" role="status">
        {plural("sources", found.length)}
      </p>
      <ul class="source-list">
        {found.map((source) => (
          <li key={source.id} class="source">
            <EvidenceList sources={[source]} />
            <Uses uses={source.uses} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function holdsAll(source: SourceView, words: string[], language: string): boolean {
  const { authors, title, journal, year, studyType, uses } = source;
  const text = [authors, title, journal, year, studyType, ...uses.map((use) => use.title)]
    .join(" ")
    .toLocaleLowerCase(language);
  return words.every((word) => text.includes(word));
}

/** "Rules: Gone for good. Ingredients: Niacinamide." Rules link to themselves. */
function Uses({ uses }: { uses: SourceUse[] }) {
  const { t } = useTexts();
  const kinds = SOURCE_USES.map((kind) => ({ kind, of: uses.filter((use) => use.kind === kind) }));
  return (
    <dl class="uses">
      {kinds
        .filter(({ of }) => of.length > 0)
        .map(({ kind, of }) => (
          <div key={kind}>
            <dt>{t(keyOf("source_use", kind))}</dt>
            {of.map(({ id, title }) => (
              <dd key={id}>{kind === "rule" ? <a href={`#rule-${id}`}>{title}</a> : title} </dd>
            ))}
          </div>
        ))}
    </dl>
  );
}
