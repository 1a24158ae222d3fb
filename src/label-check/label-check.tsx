import { useCallback, useRef, useState } from "preact/hooks";
import type { ProductKind } from "../engine/model.ts";
import type { Client } from "../ui/client.ts";
import { after, type Later } from "../ui/later.ts";
import { PageHead } from "../ui/page-head.tsx";
import { PageNav } from "../ui/page-nav.tsx";
import { TextsProvider, useTexts } from "../ui/strings.tsx";
import { Answer } from "./answer.tsx";
import { Question } from "./question.tsx";
import { useCheck } from "./use-check.ts";
import { useSelected } from "./use-selected.ts";
import { placeNow, selectWords } from "./words.ts";

/** Longer than the time between two keys, shorter than one notices as a wait. */
const AFTER_REST = after(250);

export type LabelCheckProps = {
  client: Client;
  /** True where the page was opened for a text that the reader selected. */
  selected?: boolean;
  /** When to read a text that has just changed. */
  later?: Later;
};

/** The whole page. */
export function LabelCheck(props: LabelCheckProps) {
  return (
    <TextsProvider t={props.client.t}>
      <Head />
      <PageNav client={props.client} current="label-check" />
      <Check {...props} />
    </TextsProvider>
  );
}

function Head() {
  const { t } = useTexts();
  return <PageHead title={t("check_heading")} lead={t("check_heading_lead")} />;
}

function Check({ client, selected = false, later = AFTER_REST }: LabelCheckProps) {
  const { t } = useTexts();
  const [text, setText] = useState("");
  const [kind, setKind] = useState<ProductKind | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const answer = useRef<HTMLElement>(null);

  /** Places in a text box are counted with line ends of one character. What the reader has typed already stays. */
  const fill = useCallback(
    (found: string) => setText((now) => (now === "" ? found.replace(/\r\n?/g, "\n") : now)),
    [],
  );
  const selectedFailed = useSelected(client, selected, fill);
  const { view, busy, again } = useCheck(client, text, kind, later);

  const show = async (id: string) => {
    if (view.state !== "report" || box.current === null) return false;
    const finding = view.report.findings.find((one) => one.id === id);
    const place = finding === undefined ? null : placeNow(text, view.text, finding);
    if (place === null) return false;
    selectWords(box.current, place);
    return true;
  };

  return (
    <main class="check">
      <Question
        text={text}
        kind={kind}
        view={view}
        selectedFailed={selectedFailed && text === ""}
        box={box}
        onText={setText}
        onKind={setKind}
      />
      <Answer
        view={view}
        busy={busy}
        element={answer}
        onShow={show}
        // The button that was pressed goes away with what it stands in.
        onRetry={() => {
          answer.current?.focus();
          again();
        }}
        onExample={() => {
          answer.current?.focus();
          setText(t("check_example_text"));
        }}
      />
    </main>
  );
}
