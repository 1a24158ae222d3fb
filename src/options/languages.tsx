import type { OptionsState } from "../messaging/messages.ts";
import { useTexts } from "../ui/strings.tsx";
import { Switch } from "../ui/switch.tsx";

type Language = OptionsState["languages"][number];
export type LanguagesProps = {
  languages: Language[];
  onLanguage: (language: string, on: boolean) => void;
};

/** The languages in which claims are read, each with its switch. */
export function Languages({ languages, onLanguage }: LanguagesProps) {
  const { t, language: own } = useTexts();
  const names = new Intl.DisplayNames(own, { type: "language" });
  const list = languages
    .map((one) => ({ ...one, name: capitalised(names.of(one.language) ?? one.language, own) }))
    .sort((a, b) => a.name.localeCompare(b.name, own));
  return (
    <section class="panel" aria-labelledby="languages">
      <h2 class="panel-title" id="languages">
        {t("options_languages")}
      </h2>
      <p class="muted">{t("options_languages_text")}</p>
      <ul class="languages">
        {list.map(({ language, name, on, marked }) => (
          <li key={language} class="language">
            <span>
              {name}
              {!marked && <span class="muted language-note"> {t("options_language_popup_only")}</span>}
            </span>
            <Switch
              on={on}
              label={t("options_language_on", name)}
              labelHidden
              onToggle={(isOn) => onLanguage(language, isOn)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** French and Spanish write names of languages small; in a list they begin with a capital like everything else. */
function capitalised(name: string, language: string): string {
  const [first = "", ...rest] = name;
  return first.toLocaleUpperCase(language) + rest.join("");
}
