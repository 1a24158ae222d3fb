/** The sections of the welcome page that only say something. */
import { VERDICTS } from "../engine/model.ts";
import { Badge } from "../ui/badge.tsx";
import type { Client } from "../ui/client.ts";
import { keyOf, useTexts } from "../ui/strings.tsx";

/** Marks, card and toolbar button. */
export function Does() {
  const { t } = useTexts();
  const parts = [
    { title: t("welcome_does_marks"), text: t("welcome_does_marks_text") },
    { title: t("welcome_does_card"), text: t("welcome_does_card_text") },
    { title: t("welcome_does_popup"), text: t("welcome_does_popup_text") },
  ];
  return (
    <section class="panel" aria-labelledby="does">
      <h2 class="panel-title" id="does">
        {t("welcome_does")}
      </h2>
      <ul class="does">
        {parts.map(({ title, text }) => (
          <li key={title}>
            <h3 class="does-title">{title}</h3>
            <p class="does-text">{text}</p>
          </li>
        ))}
      </ul>
      <p>{t("welcome_ready")}</p>
    </section>
  );
}

/** What each verdict says. */
export function Words() {
  const { t } = useTexts();
  return (
    <section class="panel" aria-labelledby="words">
      <h2 class="panel-title" id="words">
        {t("welcome_words")}
      </h2>
      <dl class="words">
        {VERDICTS.map((verdict) => (
          <div key={verdict} class="word">
            <dt>
              <Badge verdict={verdict} />
            </dt>
            <dd>{t(keyOf("welcome_verdict", verdict))}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What it leaves alone. */
export function Never() {
  const { t } = useTexts();
  return (
    <section class="panel" aria-labelledby="never">
      <h2 class="panel-title" id="never">
        {t("welcome_never")}
      </h2>
      <ul class="never">
        <li>{t("welcome_never_sends")}</li>
        <li>{t("welcome_never_account")}</li>
        <li>{t("welcome_never_scores")}</li>
      </ul>
    </section>
  );
}

/** The toolbar button, the shortcuts as the manifest suggests them, and ways on. */
export function Next({ client }: { client: Client }) {
  const { t } = useTexts();
  return (
    <section class="panel" aria-labelledby="next">
      <h2 class="panel-title" id="next">
        {t("welcome_next")}
      </h2>
      <p>{t("welcome_pin")}</p>
      <p>{t("welcome_keys")}</p>
      <ul class="keys">
        <Keys letter="J" text={t("command_next_claim")} />
        <Keys letter="K" text={t("command_previous_claim")} />
      </ul>
      <ul class="ways">
        <Way text={t("check_heading")} onPress={() => client.openPage("label-check")} />
        <Way text={t("routine_heading")} onPress={() => client.openPage("routine")} />
        <Way text={t("popup_settings")} onPress={() => client.openOptions()} />
      </ul>
    </section>
  );
}

function Keys({ letter, text }: { letter: string; text: string }) {
  return (
    <li class="key">
      <span class="key-names">
        <kbd>Alt</kbd> + <kbd>Shift</kbd> + <kbd>{letter}</kbd>
      </span>
      <span>{text}</span>
    </li>
  );
}

function Way({ text, onPress }: { text: string; onPress: () => Promise<void> }) {
  return (
    <li>
      <button type="button" class="link" onClick={() => void onPress()}>
        {text}
      </button>
    </li>
  );
}
