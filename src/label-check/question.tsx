/** The side of the page that the reader fills in: a text, and what sort of product it is about. */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { PRODUCT_KINDS, type ProductKind } from "../engine/model.ts";
import { CHECKED_TEXT_MOST } from "../messaging/limits.ts";
import { keyOf, useTexts } from "../ui/strings.tsx";
import { Found } from "./found.tsx";
import type { CheckView } from "./use-check.ts";

export type QuestionProps = {
  text: string;
  /** Null to go by the words. */
  kind: ProductKind | null;
  view: CheckView;
  /** True where the text that was selected did not arrive. */
  selectedFailed: boolean;
  box: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
  onKind: (kind: ProductKind | null) => void;
};

/** Text box, sort of product, buttons, and in a line what was found. */
export function Question({ text, kind, view, selectedFailed, box, onText, onKind }: QuestionProps) {
  const { t } = useTexts();
  const [cleared, setCleared] = useState("");
  const isCleared = text === "" && cleared !== "";
  return (
    <div class="check-question">
      <label class="check-label" for="check-text">
        {t("check_text")}
      </label>
      <TextBox
        text={text}
        box={box}
        onText={(typed) => {
          setCleared("");
          onText(typed);
        }}
      />
      <div class="check-row">
        <Found view={view} isCleared={isCleared} isTooLong={text.length > CHECKED_TEXT_MOST} />
        {/* One button for both, so that the focus stays where it is. */}
        <button
          type="button"
          class="button"
          disabled={text === "" && !isCleared}
          onClick={() => {
            setCleared(text);
            onText(isCleared ? cleared : "");
          }}
        >
          {isCleared ? t("undo") : t("check_clear")}
        </button>
      </div>
      {selectedFailed && (
        <p class="notice notice-bad" role="alert">
          {t("check_selected_failed")}
        </p>
      )}
      <KindChoice kind={kind} onKind={onKind} />
      <p class="check-private" id="check-private">
        {t("check_private")}
      </p>
    </div>
  );
}

type TextBoxProps = Pick<QuestionProps, "text" | "box" | "onText">;

function TextBox({ text, box, onText }: TextBoxProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    if (box.current !== null && !CSS.supports("field-sizing", "content")) grow(box.current);
  }, [box, text]);
  return (
    // Spelling is not checked: some browsers send what is typed away for it.
    <textarea
      class="check-text"
      id="check-text"
      ref={box}
      rows={10}
      dir="auto"
      value={text}
      spellcheck={false}
      autocomplete="off"
      autocapitalize="off"
      aria-describedby="check-private"
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
}

/** Makes a text box as high as its text; the style sheet sets the least and the most. */
function grow(box: HTMLTextAreaElement): void {
  box.style.blockSize = "auto";
  box.style.blockSize = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}

type KindChoiceProps = Pick<QuestionProps, "kind" | "onKind">;

function KindChoice({ kind, onKind }: KindChoiceProps) {
  const { t } = useTexts();
  return (
    <div class="check-kind">
      <label class="check-label" for="check-kind">
        {t("check_product")}
      </label>
      <select
        class="check-select"
        id="check-kind"
        value={kind ?? ""}
        onChange={({ currentTarget: { value } }) => onKind(KINDS.find((one) => one === value) ?? null)}
      >
        <option value="">{t("check_by_words")}</option>
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {t(keyOf("check_kind", one))}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What can be chosen: everything but that it is not known. */
const KINDS = PRODUCT_KINDS.filter((kind) => kind !== "unknown");
