import type { Source } from "../engine/model.ts";
import { articlesFirst, sourceAddress } from "./citation.ts";

/** A source; `statement` is what it says about the claim at hand, `region` where it holds as a ruling. */
export type Cited = Source & { statement?: string; region?: string };

/** Sources in full, articles first: what each says, who wrote it, what sort of study it is and where it can be read. */
export function EvidenceList({ sources }: { sources: Cited[] }) {
  return (
    <ul class="evidence">
      {articlesFirst(sources).map((source) => (
        <EvidenceItem key={`${source.id} ${source.statement ?? ""}`} source={source} />
      ))}
    </ul>
  );
}

/** A title with a full stop, unless it ends with a mark of its own. */
function ended(title: string): string {
  return /[.?!]$/.test(title) ? title : `${title}.`;
}

function EvidenceItem({ source }: { source: Cited }) {
  const address = sourceAddress(source);
  const place = [source.region, source.journal, source.year].filter(
    (part) => part !== undefined && part !== "",
  );
  return (
    <li class="evidence-item">
      {source.statement !== undefined && <p class="evidence-statement">{source.statement}</p>}
      <p class="evidence-source">
        <cite>
          {source.authors !== "" && `${ended(source.authors)} `}
          <span class="evidence-title">{ended(source.title)}</span> {place.join(", ")}.
        </cite>{" "}
        {source.studyType !== "" && <span class="evidence-type">{source.studyType}</span>}{" "}
        {address !== null && (
          <a href={address.href} target="_blank" rel="noopener noreferrer">
            {address.text}
          </a>
        )}
      </p>
    </li>
  );
}
