/** The smaller sections of the options page. */
import type { KnownView } from "../messaging/messages.ts";
import { keyOf, useTexts } from "../ui/strings.tsx";

type KnownProps = { id: string; title: string; text: string; items: KnownView[] };

/** Ingredients or treatments that are looked for, with what each does and how sure that is. */
export function Known({ id, title, text, items }: KnownProps) {
  const { t } = useTexts();
  if (items.length === 0) return null;
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 class="panel-title" id={id}>
        {title}
      </h2>
      <p class="muted">{text}</p>
      <ul class="known">
        {items.map((item) => (
          <li key={item.id} class="known-item">
            <h3 class="known-title">{item.title}</h3>
            <p>{item.does}</p>
            {item.supports.map(({ rung, certainty }) => (
              <p key={rung} class="certainty">
                {t("known_support", t(keyOf("rung", rung)), t(keyOf("certainty", certainty)))}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Privacy() {
  const { t } = useTexts();
  return (
    <section class="panel" aria-labelledby="privacy">
      <h2 class="panel-title" id="privacy">
        {t("options_privacy")}
      </h2>
      <p>{t("options_privacy_reads")}</p>
      <p>{t("options_privacy_sends")}</p>
      <p>{t("options_privacy_keeps")}</p>
      <p class="muted">{t("options_advice")}</p>
    </section>
  );
}
