import { createContext } from "preact";
import { useContext, useId, useState } from "preact/hooks";
import { Quote } from "../quote.tsx";
import { useTexts } from "../strings.tsx";
import type { Said } from "./grouping.ts";

/** Shows one finding's words on the page. Gives false where they cannot be shown. */
export type OnShow = (finding: string) => Promise<boolean>;

/** What a report is about: a page, or a text that the reader brought. */
export type Subject = "page" | "text";

export const SubjectContext = createContext<Subject>("page");

const NAMED_QUOTE_MOST = 100;

/** Words of the page, how often they stand there, and the way to each place that can be seen now. */
export function SaidItem({ said, onShow }: { said: Said; onShow: OnShow }) {
  const { t, number } = useTexts();
  const times = said.findings.length;
  return (
    <li class="said-item" data-findings={said.findings.map(({ id }) => id).join(" ")}>
      <p class="finding-quote">
        <Quote text={said.quote} />
        {times > 1 && <span class="said-times"> {t("claim_times", number(times))}</span>}
      </p>
      <ShowButton said={said} onShow={onShow} />
    </li>
  );
}

function ShowButton({ said, onShow }: { said: Said; onShow: OnShow }) {
  const { t, number } = useTexts();
  const [presses, setPresses] = useState(0);
  const [failed, setFailed] = useState(false);
  const reason = useId();
  const inText = useContext(SubjectContext) === "text";
  const places = said.findings.filter(({ hidden }) => !hidden);
  const named = Array.from(said.quote).slice(0, NAMED_QUOTE_MOST).join("");
  const next = places[presses % places.length];
  if (next === undefined) {
    return (
      <div class="said-show">
        <button
          type="button"
          class="link"
          disabled
          aria-label={t("claim_show_for", named)}
          aria-describedby={reason}
        >
          {t("claim_show")}
        </button>
        <p class="certainty" id={reason}>
          {t("claim_hidden")}
        </p>
      </div>
    );
  }
  const show = async () => {
    setFailed(false);
    setPresses(presses + 1);
    setFailed(!(await onShow(next.id)));
  };
  const goesOn = presses > 0 && places.length > 1;
  const first = t(inText ? "claim_show_in_text" : "claim_show");
  const firstNamed = inText ? t("claim_show_in_text_for", named) : t("claim_show_for", named);
  return (
    <div class="said-show">
      <button
        type="button"
        class="link"
        aria-label={goesOn ? t("claim_show_next_for", named) : firstNamed}
        onClick={show}
      >
        {goesOn ? t("claim_show_next") : first}
      </button>
      {places.length > 1 && (
        <span class="certainty" role="status">
          {goesOn && t("claim_shown_of", number(((presses - 1) % places.length) + 1), number(places.length))}
        </span>
      )}
      {failed && (
        <p class="finding-failed" role="alert">
          {t(inText ? "claim_show_in_text_failed" : "claim_show_failed")}
        </p>
      )}
    </div>
  );
}
