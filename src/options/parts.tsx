/** The smaller sections of the options page. */
import { useEffect, useRef } from "preact/hooks";
import type { KnownView } from "../messaging/messages.ts";
import { PageText } from "../ui/quote.tsx";
import { keyOf, useTexts } from "../ui/strings.tsx";
import type { OptionsModel } from "./use-options.ts";

/** Sites where Poreality is off. */
export function Sites({ hosts, onSiteOn }: { hosts: string[]; onSiteOn: (host: string) => void }) {
  const { t } = useTexts();
  const title = useRef<HTMLHeadingElement>(null);
  const switchOn = (host: string) => {
    onSiteOn(host);
    title.current?.focus();
  };
  return (
    <section class="panel" aria-labelledby="sites">
      <h2 class="panel-title" id="sites" tabIndex={-1} ref={title}>
        {t("options_sites")}
      </h2>
      {hosts.length === 0 && <p class="muted">{t("options_sites_none")}</p>}
      <ul class="sites">
        {hosts.map((host) => (
          <li key={host} class="site">
            <PageText text={host} />
            <button
              type="button"
              class="link"
              aria-label={t("options_site_on_for", host)}
              onClick={() => switchOn(host)}
            >
              {t("options_site_on")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

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
            {item.certainty !== null && (
              <p class="certainty">{t("certainty_line", t(keyOf("certainty", item.certainty)))}</p>
            )}
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

export type ResetProps = { reset: OptionsModel["reset"]; onReset: () => void; onUndo: () => void };

/** Back to the start, with the way back beside it. */
export function Reset({ reset, onReset, onUndo }: ResetProps) {
  const { t } = useTexts();
  const undo = useRef<HTMLButtonElement>(null);
  const start = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (reset === "done") undo.current?.focus();
    if (reset === "restored") start.current?.focus();
  }, [reset]);
  return (
    <section class="panel" aria-labelledby="reset">
      <h2 class="panel-title" id="reset">
        {t("options_reset")}
      </h2>
      <p class="muted">{t("options_reset_text")}</p>
      <div class="reset-row">
        {reset === "done" ? (
          <button type="button" class="button" ref={undo} onClick={onUndo}>
            {t("undo")}
          </button>
        ) : (
          <button type="button" class="button" ref={start} onClick={onReset}>
            {t("options_reset_button")}
          </button>
        )}
        <p role="status">
          {reset === "done" && t("options_reset_done")}
          {reset === "restored" && t("options_restored")}
        </p>
      </div>
    </section>
  );
}
