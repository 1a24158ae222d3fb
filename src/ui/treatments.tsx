/** The professional treatments that the page of a service names. */
import type { TreatmentFoundView } from "../messaging/messages.ts";
import { Badge } from "./badge.tsx";
import { Caution, Sources, weeksFact } from "./item-parts.tsx";
import { Reason } from "./reason.tsx";
import { keyOf, type Texts, useTexts } from "./strings.tsx";

/** Each treatment with what it does, how sure that is, what to take care of and the evidence. */
export function TreatmentList({ treatments }: { treatments: TreatmentFoundView[] }) {
  return (
    <ul class="actives">
      {treatments.map((treatment) => (
        <TreatmentItem key={treatment.treatment} treatment={treatment} />
      ))}
    </ul>
  );
}

function TreatmentItem({ treatment }: { treatment: TreatmentFoundView }) {
  const facts = treatmentFacts(treatment, useTexts());
  return (
    <li class="active" data-treatment={treatment.treatment}>
      <h3 class="active-title">{treatment.title}</h3>
      <Badge verdict={treatment.verdict} />
      <div class="active-body">
        <p>{treatment.does}</p>
        <Reason reason={treatment.reason} />
        {facts.length > 0 && <p class="certainty">{facts.join(" ")}</p>}
        <Caution text={treatment.caution} />
        <Sources sources={treatment.evidence} />
      </div>
    </li>
  );
}

/** How long it takes and how sure that is; nothing of what is not credited. */
function treatmentFacts({ weeks, certainty }: TreatmentFoundView, texts: Texts): string[] {
  if (certainty === null) return [];
  const sure = texts.t("certainty_line", texts.t(keyOf("certainty", certainty)));
  return weeks === null ? [sure] : [weeksFact(weeks, texts), sure];
}
