import { useEffect, useRef } from "preact/hooks";
import type { FindingView } from "../messaging/messages.ts";
import { Badge } from "../ui/badge.tsx";
import { CardText } from "../ui/card-text.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import { useTexts } from "../ui/strings.tsx";

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
        <CardText view={view} />
      </div>
    </section>
  );
}
