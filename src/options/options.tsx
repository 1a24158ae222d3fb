import type { OptionsState } from "../messaging/messages.ts";
import type { Client } from "../ui/client.ts";
import { PageHead } from "../ui/page-head.tsx";
import { TextsProvider, useTexts } from "../ui/strings.tsx";
import { MarkChoice } from "./mark-choice.tsx";
import { Known, Privacy, Reset, Sites } from "./parts.tsx";
import { Rules } from "./rules.tsx";
import { type OptionsModel, useOptions } from "./use-options.ts";

/** The whole options page. */
export function Options({ client }: { client: Client }) {
  const model = useOptions(client);
  const { view } = model;
  return (
    <TextsProvider t={client.t}>
      <Head version={view.state === "ready" ? view.options.version : null} />
      <main aria-busy={view.state === "loading"}>
        {view.state === "loading" && <Loading />}
        {view.state === "error" && <LoadFailed detail={view.detail} onRetry={model.reload} />}
        {view.state === "ready" && <Ready model={model} options={view.options} />}
      </main>
    </TextsProvider>
  );
}

function Head({ version }: { version: string | null }) {
  const { t } = useTexts();
  return (
    <PageHead title={t("options_title")} lead={t("options_lead")}>
      {version !== null && <p class="head-version">{t("options_version", version)}</p>}
    </PageHead>
  );
}

function Loading() {
  const { t } = useTexts();
  return (
    <p class="muted" role="status">
      {t("options_loading")}
    </p>
  );
}

function LoadFailed({ detail, onRetry }: { detail: string; onRetry: () => void }) {
  const { t } = useTexts();
  return (
    <div class="panel" role="alert">
      <h2 class="panel-title">{t("options_error")}</h2>
      <button type="button" class="button button-main" onClick={onRetry}>
        {t("retry")}
      </button>
      <p class="muted">{t("error_detail", detail)}</p>
    </div>
  );
}

function Ready({ model, options }: { model: OptionsModel; options: OptionsState }) {
  const { t } = useTexts();
  return (
    <>
      {options.settingsRecovered && (
        <p class="notice" role="status">
          {t("options_recovered")}
        </p>
      )}
      {model.saveFailed && (
        <p class="notice notice-bad" role="alert">
          {t("options_save_failed")}
        </p>
      )}
      <MarkChoice mark={options.mark} onMark={model.setMark} />
      <Rules rules={options.rules} onRule={model.setRule} />
      <Sites hosts={options.sitesOff} onSiteOn={model.switchSiteOn} />
      <Known
        id="actives"
        title={t("options_actives")}
        text={t("options_actives_text")}
        items={options.actives}
      />
      <Known
        id="treatments"
        title={t("options_treatments")}
        text={t("options_treatments_text")}
        items={options.treatments}
      />
      <Privacy />
      <Reset reset={model.reset} onReset={model.resetAll} onUndo={model.undoReset} />
    </>
  );
}
