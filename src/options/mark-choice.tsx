import type { OptionsState } from "../messaging/messages.ts";
import { keyOf, useTexts } from "../ui/strings.tsx";

const MARKS = ["default", "everything", "nothing"] as const satisfies readonly OptionsState["mark"][];

export type MarkChoiceProps = {
  mark: OptionsState["mark"];
  onMark: (mark: OptionsState["mark"]) => void;
};

/** What is marked next to the words on a page. */
export function MarkChoice({ mark, onMark }: MarkChoiceProps) {
  const { t } = useTexts();
  return (
    <fieldset class="panel choice">
      <legend class="panel-title">{t("options_mark")}</legend>
      {MARKS.map((value) => (
        <label key={value} class="choice-item">
          <input
            type="radio"
            name="mark"
            value={value}
            checked={mark === value}
            aria-describedby={`mark-${value}`}
            onChange={() => onMark(value)}
          />
          <span>
            <span class="choice-name">{t(keyOf("options_mark", value))}</span>
            <span class="muted choice-text" id={`mark-${value}`}>
              {t(`${keyOf("options_mark", value)}_text`)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
