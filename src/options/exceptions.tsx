import type { RuleView } from "../messaging/messages.ts";
import { PageText } from "../ui/quote.tsx";
import { useTexts } from "../ui/strings.tsx";
import { SiteInput } from "./site-input.tsx";

export type ExceptionsProps = {
  rule: RuleView;
  onException: (host: string, on: boolean) => void;
};

/** Sites on which a single rule is off, and a box to add one. */
export function Exceptions({ rule, onException }: ExceptionsProps) {
  const { t } = useTexts();
  return (
    <div>
      <h5 class="small-title">{t("options_exceptions")}</h5>
      {rule.exceptions.length === 0 && <p class="muted">{t("options_exceptions_none")}</p>}
      <ul class="sites">
        {rule.exceptions.map((host) => (
          <li key={host} class="site">
            <PageText text={host} />
            <button
              type="button"
              class="link"
              aria-label={t("options_exception_end_for", rule.title, host)}
              onClick={() => onException(host, true)}
            >
              {t("options_exception_end")}
            </button>
          </li>
        ))}
      </ul>
      <SiteInput label={t("options_exception_add")}>
        {(take) => (
          <button
            type="button"
            class="button"
            onClick={() => {
              const host = take();
              if (host !== null) onException(host, false);
            }}
          >
            {t("options_exception_add_button")}
          </button>
        )}
      </SiteInput>
    </div>
  );
}
