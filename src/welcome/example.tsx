/** A small invented shop text with the marks and cards that a page would get, from the real rules. */
import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import type { FindingView } from "../messaging/messages.ts";
import type { Client } from "../ui/client.ts";
import { VerdictIcon } from "../ui/icons.tsx";
import type { Later } from "../ui/later.ts";
import { keyOf, useTexts } from "../ui/strings.tsx";
import { ExampleCard } from "./example-card.tsx";
import { type ExampleLine, exampleLines } from "./example-lines.ts";
import { type ExampleView, useExample } from "./use-example.ts";
import { type OpenMark, useOpenMark } from "./use-open-mark.ts";

/** The live example with its heading. */
export function Example({ client, later }: { client: Client; later: Later }) {
  const { t } = useTexts();
  const text = t("welcome_example_text");
  const { view, reload } = useExample(client, text);
  return (
    <section class="panel" aria-labelledby="example">
      <h2 class="panel-title" id="example">
        {t("welcome_example")}
      </h2>
      <p class="muted">{t("welcome_example_how")}</p>
      <ShopText text={text} marks={view.state === "ready" ? view.marks : []} later={later} />
      <Outcome view={view} onRetry={reload} />
    </section>
  );
}

/** What the marks do not say. */
function Outcome({ view, onRetry }: { view: ExampleView; onRetry: () => void }) {
  const { t } = useTexts();
  if (view.state === "error")
    return (
      <div role="alert">
        <p>{t("welcome_example_failed")}</p>
        <button type="button" class="button" onClick={onRetry}>
          {t("retry")}
        </button>
        <p class="muted">{t("error_detail", view.detail)}</p>
      </div>
    );
  if (view.state === "ready" && view.marks.length === 0) return <p>{t("welcome_example_none")}</p>;
  return <p class="muted">{t("welcome_example_quiet")}</p>;
}

type ShopTextProps = { text: string; marks: FindingView[]; later: Later };

function ShopText({ text, marks, later }: ShopTextProps) {
  const lines = useMemo(() => exampleLines(text, marks), [text, marks]);
  const box = useRef<HTMLDivElement>(null);
  const giveBack = useCallback((id: string) => {
    box.current?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(id)}"]`)?.focus();
  }, []);
  const openMark = useOpenMark(giveBack, later);
  const [name, ...rest] = lines;
  return (
    <div class="shop-text" ref={box}>
      {name !== undefined && <Line line={name} openMark={openMark} giveBack={giveBack} />}
      <ul>
        {rest.map((line) => (
          <li key={line.at}>
            <Line line={line} openMark={openMark} giveBack={giveBack} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type LineProps = { line: ExampleLine; openMark: OpenMark; giveBack: (id: string) => void };

/** A line of the text. The card of its open mark hangs below it. */
function Line({ line, openMark, giveBack }: LineProps) {
  const [byKey, setByKey] = useState(false);
  const opened = line.parts.find(({ mark }) => mark !== null && mark.id === openMark.open)?.mark ?? null;
  const close = () => {
    openMark.close();
    if (opened !== null) giveBack(opened.id);
  };
  const press = (id: string, isKey: boolean) => {
    setByKey(isKey);
    openMark.press(id);
  };
  // The next mark may lie below the card: whoever goes on by keyboard must see where the focus is.
  const onFocusOut = (event: FocusEvent & { currentTarget: HTMLElement }) => {
    const { relatedTarget, currentTarget } = event;
    if (opened !== null && relatedTarget instanceof Node && !currentTarget.contains(relatedTarget))
      openMark.close();
  };
  return (
    <div class="shop-line" data-holds-card={opened !== null ? "" : undefined} onFocusOut={onFocusOut}>
      <p>
        {line.parts.map(({ at, words, mark }) =>
          mark === null ? (
            words
          ) : (
            <Marked key={at} words={words} mark={mark} openMark={openMark} onPress={press} />
          ),
        )}
      </p>
      {opened !== null && (
        <div
          class="shop-card"
          onPointerEnter={(event) => event.pointerType === "mouse" && openMark.enter(opened.id)}
          onPointerLeave={openMark.leave}
        >
          <ExampleCard view={opened} id={cardId(opened.id)} takesFocus={byKey} onClose={close} />
        </div>
      )}
    </div>
  );
}

const cardId = (finding: string) => `card-${finding}`;

type MarkedProps = {
  words: string;
  mark: FindingView;
  openMark: OpenMark;
  onPress: (id: string, isKey: boolean) => void;
};

function Marked({ words, mark, openMark, onPress }: MarkedProps) {
  const { t } = useTexts();
  if (mark.verdict === null) return <>{words}</>;
  const isOpen = openMark.open === mark.id;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onPress(mark.id, true);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <button> is one box and would not run on from line to line as words do
    <span
      class={`marked marked-${mark.verdict}`}
      role="button"
      tabIndex={0}
      data-finding={mark.id}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-controls={isOpen ? cardId(mark.id) : undefined}
      onClick={() => onPress(mark.id, false)}
      onKeyDown={onKey}
      onPointerEnter={(event) => event.pointerType === "mouse" && openMark.enter(mark.id)}
      onPointerLeave={openMark.leave}
    >
      <span class="marked-words">{words}</span>
      <span class="hidden-text">({t(keyOf("verdict", mark.verdict))})</span>
      <span class="marked-icon">
        <VerdictIcon verdict={mark.verdict} size={11} />
      </span>
    </span>
  );
}
