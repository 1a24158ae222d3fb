import { useEffect, useRef } from "preact/hooks";
import type { FindingView } from "../messaging/messages.ts";
import { Aside } from "../ui/aside.tsx";
import { Badge } from "../ui/badge.tsx";
import { CertaintyLine } from "../ui/certainty.tsx";
import { articlesFirst, citation } from "../ui/citation.ts";
import { CloseIcon } from "../ui/icons.tsx";
import { Reason } from "../ui/reason.tsx";
import { useTexts } from "../ui/strings.tsx";

/** As on the real card. */
const SOURCES_SHOWN = 2;

export type ExampleCardProps = {
  view: FindingView;
  id: string;
  /** True where it was opened by a key: then the focus goes into it. */
  takesFocus: boolean;
  onClose: () => void;
};

/**
 * What the card in pages says, without what it can do there: to hide a claim or to switch a site off makes no sense here.
 * It looks the same, for it shares the card's styles.
 */
export function ExampleCard({ view, id, takesFocus, onClose }: ExampleCardProps) {
  const { t } = useTexts();
  const card = useRef<HTMLElement>(null);
  const says = `${id}-says`;
  useEffect(() => {
    if (takesFocus) card.current?.focus();
  }, [takesFocus]);
  const named = articlesFirst([...view.evidence, ...view.regulators]).slice(0, SOURCES_SHOWN);
  return (
    <section class="poreality card" role="dialog" id={id} aria-labelledby={says} tabIndex={-1} ref={card}>
      <header class="card-head">
        <div class="card-bar">
          {view.verdict !== null && <Badge verdict={view.verdict} />}
          <span class="card-quote" />
          <button type="button" class="icon-button" aria-label={t("card_close")} onClick={onClose}>
            <CloseIcon />
          </button>
        </div>
        <h3 class="card-says" id={says}>
          {view.says}
        </h3>
      </header>
      <div class="card-body">
        {view.because !== "" && <p class="card-because">{view.because}</p>}
        {view.instead !== "" && <Aside text={view.instead} />}
        <div class="card-sources">
          <Reason reason={view.reason} />
          <CertaintyLine view={view} />
          {named.map((source) => (
            <p key={source.id} class="card-source">
              <cite>{citation(source)}</cite>
            </p>
          ))}
        </div>
      </div>
    </section>
  );
}
