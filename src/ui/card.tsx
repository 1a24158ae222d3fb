/** The card that opens beside marked words. Drawn by the content script inside a closed shadow root. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FindingView } from "../messaging/messages.ts";
import { Badge } from "./badge.tsx";
import { type Action, type CardState, useCardState } from "./card-state.ts";
import { CardText } from "./card-text.tsx";
import { CloseIcon } from "./icons.tsx";
import { Quote } from "./quote.tsx";
import { languageOf, TextsProvider, type Translate, useTexts } from "./strings.tsx";
import { ReportBox, useCopy } from "./wrong-report.tsx";

export type CardProps = {
  view: FindingView;
  /** Text of the report that "this is wrong" copies. */
  wrong: string;
  t: Translate;
  /** Carries an action out. A rejection is shown on the card; nothing then counts as done. */
  onAction: (action: Action) => Promise<void> | void;
  onClose: () => void;
};

const QUOTE_MOST = 90;

/**
 * The card of one finding. Escape, and the cross, close it; it never takes the focus by itself when it opens. Once the
 * claim is hidden or its rule is off, one line with the way back is left of it.
 */
export function Card({ view, wrong, t, onAction, onClose }: CardProps) {
  return (
    <TextsProvider t={t}>
      <Frame
        key={view.id}
        view={view}
        wrong={wrong}
        language={languageOf(t)}
        onAction={onAction}
        onClose={onClose}
      />
    </TextsProvider>
  );
}

type FrameProps = Omit<CardProps, "t"> & { language: string };

function Frame({ view, wrong, language, onAction, onClose }: FrameProps) {
  const state = useCardState(onAction, onClose);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };
  const isDone = state.done !== null;
  return (
    <section
      class={isDone ? "poreality card card-done" : "poreality card"}
      role="dialog"
      lang={language}
      aria-labelledby={isDone ? "poreality-status" : "poreality-says"}
      tabIndex={-1}
      onKeyDown={closeOnEscape}
    >
      {!isDone && <Head view={view} onClose={onClose} />}
      {!isDone && <Body view={view} />}
      <Actions view={view} wrong={wrong} state={state} onClose={onClose} />
    </section>
  );
}

function Head({ view, onClose }: Pick<CardProps, "view" | "onClose">) {
  return (
    <header class="card-head">
      <div class="card-bar">
        {view.verdict !== null && <Badge verdict={view.verdict} />}
        <span class="card-quote" title={view.quote}>
          <Quote text={view.quote} most={QUOTE_MOST} />
        </span>
        <CloseButton onClose={onClose} />
      </div>
      <h2 class="card-says" id="poreality-says">
        {view.says}
      </h2>
    </header>
  );
}

function CloseButton({ onClose }: Pick<CardProps, "onClose">) {
  const { t } = useTexts();
  return (
    <button type="button" class="icon-button" aria-label={t("card_close")} onClick={onClose}>
      <CloseIcon />
    </button>
  );
}

/** What scrolls where the card is high. It can be reached with the keyboard only while there is something to scroll. */
function Body({ view }: { view: FindingView }) {
  const body = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const { current } = body;
    if (current === null) return;
    const measure = () => setScrolls(current.scrollHeight > current.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, []);
  return (
    <div class="card-body" ref={body} {...(scrolls ? { tabIndex: 0, role: "group" } : {})}>
      <CardText view={view} />
    </div>
  );
}

type ActionsProps = { state: CardState } & Pick<CardProps, "view" | "wrong" | "onClose">;

function Actions({ view, wrong, state, onClose }: ActionsProps) {
  const { t } = useTexts();
  const report = useCopy(wrong);
  const { done, failed, row } = state;
  return (
    <div class="card-actions" ref={row}>
      <p class="card-status" id="poreality-status" role="status">
        {done === "hide" && t("card_hidden")}
        {done === "rule-off" && t("card_rule_off_done", view.ruleTitle)}
        {done === "site-off" && t("card_site_off_done")}
        {done === null && report.state === "copied" && t("card_wrong_copied")}
        {done === null && report.state === "by-hand" && t("card_wrong_by_hand")}
      </p>
      {done === null ? (
        <>
          <ActionButton action="open-options" text={t("card_read_evidence")} onPress={state.openOptions} />
          <ActionButton action="hide" text={t("card_hide")} onPress={() => state.act("hide")} />
          <ActionButton action="rule-off" text={t("card_rule_off")} onPress={() => state.act("rule-off")} />
          <ActionButton action="site-off" text={t("card_site_off")} onPress={() => state.act("site-off")} />
          <ActionButton action="wrong" text={t("card_wrong")} onPress={report.copy} />
          {report.state === "by-hand" && <ReportBox report={wrong} />}
        </>
      ) : (
        <>
          <ActionButton action="undo" text={t("undo")} onPress={() => state.undo(done)} />
          <CloseButton onClose={onClose} />
        </>
      )}
      {failed && (
        <p class="card-failed" role="alert">
          {t("card_failed")}
        </p>
      )}
    </div>
  );
}

type ActionButtonProps = { action: string; text: string; onPress: () => void };

function ActionButton({ action, text, onPress }: ActionButtonProps) {
  return (
    <button type="button" class="link" data-action={action} onClick={onPress}>
      {text}
    </button>
  );
}
