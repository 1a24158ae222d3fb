/** What a card says below its headline: why, what to expect instead, how sure that is, and by whom. */
import type { FindingView } from "../messaging/messages.ts";
import { Aside } from "./aside.tsx";
import { CertaintyLine } from "./certainty.tsx";
import { articlesFirst, citation } from "./citation.ts";
import { Reason } from "./reason.tsx";

/** Sources named on the card itself, a line each; all stand with the rule in the options. */
const SOURCES_SHOWN = 2;

/** The text of a card, without what can be done there. */
export function CardText({ view }: { view: FindingView }) {
  return (
    <>
      {view.because !== "" && <p class="card-because">{view.because}</p>}
      {view.instead !== "" && <Aside text={view.instead} />}
      <Sources view={view} />
    </>
  );
}

function Sources({ view }: { view: FindingView }) {
  const named = articlesFirst([...view.evidence, ...view.regulators]).slice(0, SOURCES_SHOWN);
  return (
    <div class="card-sources">
      <Reason reason={view.reason} />
      <CertaintyLine view={view} />
      {named.map((source) => (
        <p key={source.id} class="card-source" title={`${citation(source)}, ${source.studyType}`}>
          <cite>{citation(source)}</cite>
          {source.studyType !== "" && `, ${sortOf(source.studyType)}`}
        </p>
      ))}
    </div>
  );
}

/** "uncontrolled trial" of "uncontrolled trial, 19 people, followed for 6 months". */
function sortOf(studyType: string): string {
  return studyType.split(", ")[0] ?? studyType;
}
