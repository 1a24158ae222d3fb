/** The card that opens beside marked words. Drawn by the content script inside a closed shadow root. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CardAction, EvidenceView, FindingView } from "../messaging/messages.ts";
import { Aside } from "./aside.tsx";
import { Badge } from "./badge.tsx";
import { citation } from "./citation.ts";
import { CloseIcon } from "./icons.tsx";
import { Quote } from "./quote.tsx";
import { keyOf, TextsProvider, type Translate, useTexts } from "./strings.tsx";

type Action = CardAction["action"];

export type CardProps = {
  view: FindingView;
  t: Translate;
  /** Carries an action out. A rejection is shown on the card; nothing then counts as done. */
  onAction: (action: Action) => Promise<void> | void;
  onClose: () => void;
};

/** What can be taken back in place, and by which action. */
const UNDO = { hide: "unhide", "rule-off": "rule-on" } as const satisfies Partial<Record<Action, Action>>;
type Undoable = keyof typeof UNDO;

/** Sources named on the card itself; the rest stand with the rule in the options. */
const SOURCES_SHOWN = 2;
const QUOTE_MOST = 90;

/** The card of one finding. Escape, and the cross, close it; it never takes the focus by itself when it opens. */
export function Card({ view, t, onAction, onClose }: CardProps) {
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };
  return (
    <TextsProvider t={t}>
      <section
        class="poreality card"
        role="dialog"
        aria-labelledby="poreality-says"
        tabIndex={-1}
        onKeyDown={closeOnEscape}
      >
        <header class="card-head">
          {view.verdict !== null && <Badge verdict={view.verdict} />}
          <span class="card-quote">
            <Quote text={view.quote} most={QUOTE_MOST} />
          </span>
          <button type="button" class="icon-button" aria-label={t("card_close")} onClick={onClose}>
            <CloseIcon />
          </button>
        </header>
        <h2 class="card-says" id="poreality-says">
          {view.says}
        </h2>
        {view.because !== "" && <p class="card-because">{view.because}</p>}
        {view.instead !== "" && <Aside text={view.instead} />}
        <Sources view={view} />
        <Actions key={view.id} view={view} onAction={onAction} />
      </section>
    </TextsProvider>
  );
}

function Sources({ view }: { view: FindingView }) {
  const { t, plural } = useTexts();
  const shown = view.evidence.slice(0, SOURCES_SHOWN);
  const more = view.evidence.length - shown.length;
  if (shown.length === 0 && view.certainty === null) return null;
  return (
    <div class="card-sources">
      {view.certainty !== null && (
        <p class="certainty">{t("certainty_line", t(keyOf("certainty", view.certainty)))}</p>
      )}
      {shown.map((source) => (
        <Source key={source.id} source={source} />
      ))}
      {more > 0 && <p>{plural("card_more_sources", more)}</p>}
    </div>
  );
}

function Source({ source }: { source: EvidenceView }) {
  return (
    <p>
      <cite>{citation(source)}</cite> {source.statement}
    </p>
  );
}

function Actions({ view, onAction }: Pick<CardProps, "view" | "onAction">) {
  const { t } = useTexts();
  const [done, setDone] = useState<Undoable | null>(null);
  const [failed, setFailed] = useState(false);
  const busy = useRef(false);
  const focusNext = useRef<Undoable | "undo" | null>(null);
  const row = useRef<HTMLDivElement>(null);

  // The pressed button is gone once the action is done: the focus goes to the one that takes its place.
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    row.current?.querySelector<HTMLElement>(`[data-action="${focusNext.current}"]`)?.focus();
    focusNext.current = null;
  });

  const run = async (action: Action, after: () => void) => {
    if (busy.current) return;
    busy.current = true;
    setFailed(false);
    try {
      await onAction(action);
      after();
    } catch {
      setFailed(true);
    } finally {
      busy.current = false;
    }
  };
  const act = (action: Undoable) =>
    run(action, () => {
      focusNext.current = "undo";
      setDone(action);
    });
  const undo = (action: Undoable) =>
    run(UNDO[action], () => {
      focusNext.current = action;
      setDone(null);
    });

  return (
    <div class="card-actions" ref={row}>
      <p class="card-status" role="status">
        {done === "hide" && t("card_hidden")}
        {done === "rule-off" && t("card_rule_off_done", view.ruleTitle)}
      </p>
      {failed && (
        <p class="card-failed" role="alert">
          {t("card_failed")}
        </p>
      )}
      {done === null ? (
        <>
          <button
            type="button"
            class="link"
            data-action="open-options"
            onClick={() => run("open-options", () => {})}
          >
            {t("card_read_evidence")}
          </button>
          <button type="button" class="link" data-action="hide" onClick={() => act("hide")}>
            {t("card_hide")}
          </button>
          <button type="button" class="link" data-action="rule-off" onClick={() => act("rule-off")}>
            {t("card_rule_off")}
          </button>
        </>
      ) : (
        <button type="button" class="link" data-action="undo" onClick={() => undo(done)}>
          {t("undo")}
        </button>
      )}
    </div>
  );
}
