import { useEffect, useState } from "preact/hooks";
import type { OptionsState } from "../messaging/messages.ts";
import type { Client } from "../ui/client.ts";
import { LoadFailed, Loading } from "../ui/load-states.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { PageNav } from "../ui/page-nav.tsx";
import { TextsProvider, useTexts } from "../ui/strings.tsx";
import { Backup } from "./backup.tsx";
import { Evidence } from "./evidence.tsx";
import { Languages } from "./languages.tsx";
import { MarkChoice } from "./mark-choice.tsx";
import { Known, Privacy } from "./parts.tsx";
import { Rules } from "./rules.tsx";
import { Sites } from "./sites.tsx";
import { type OptionsModel, useOptions } from "./use-options.ts";

/** The whole options page. */
export function Options({ client }: { client: Client }) {
  const model = useOptions(client);
  const part = useViewInAddress();
  const { view } = model;
  // On this page the others are parts of it: the address alone changes.
  const openOptions = async (hash = "") => location.assign(`#${hash}`);
  const here = { ...client, openOptions };
  return (
    <TextsProvider t={client.t}>
      <Head view={part} version={view.state === "ready" ? view.options.version : null} />
      <PageNav client={here} current={part} />
      <main aria-busy={view.state === "loading"}>
        {view.state === "loading" && <Loading text={client.t("options_loading")} />}
        {view.state === "error" && (
          <LoadFailed title={client.t("options_error")} detail={view.detail} onRetry={model.reload} />
        )}
        {view.state === "ready" && (
          <Ready model={model} options={view.options} view={part} shops={client.knownShops()} />
        )}
      </main>
    </TextsProvider>
  );
}

function Head({ view, version }: { view: View; version: string | null }) {
  const { t } = useTexts();
  const isEvidence = view === "evidence";
  return (
    <PageHead
      title={isEvidence ? t("evidence_heading") : t("options_title")}
      lead={isEvidence ? t("evidence_text") : t("options_lead")}
    >
      {version !== null && <p class="head-version">{t("options_version", version)}</p>}
    </PageHead>
  );
}

type View = "settings" | "evidence";

const inAddress = (): View => (location.hash === "#evidence" ? "evidence" : "settings");

/** The part that the address points to: "#evidence", or anything else for the settings. */
function useViewInAddress(): View {
  const [view, setView] = useState(inAddress);
  useEffect(() => {
    const follow = () => setView(inAddress());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return view;
}

type ReadyProps = { model: OptionsModel; options: OptionsState; view: View; shops: string[] };

function Ready({ model, options, view, shops }: ReadyProps) {
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
      {view === "evidence" ? (
        <Basis options={options} />
      ) : (
        <Settings model={model} options={options} shops={shops} />
      )}
    </>
  );
}

/** What everything goes back to: the sources, and what is known of ingredients and treatments. */
function Basis({ options }: { options: OptionsState }) {
  const { t } = useTexts();
  return (
    <>
      <Evidence sources={options.sources} />
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
    </>
  );
}

type SettingsProps = { model: OptionsModel; options: OptionsState; shops: string[] };

function Settings({ model, options, shops }: SettingsProps) {
  const { t } = useTexts();
  const { change } = model;
  return (
    <>
      <MarkChoice mark={options.mark} onMark={(mark) => void change({ type: "options.mark", mark })} />
      <Rules rules={options.rules} change={change} />
      <Languages
        languages={options.languages}
        onLanguage={(language, on) => void change({ type: "options.language", language, on })}
      />
      <Sites
        never={options.sitesOff}
        always={options.sitesAlways}
        shops={shops}
        change={change}
        allowSite={model.allowSite}
      />
      <Backup {...model} settings={options.settings} />
      <Privacy />
      {t("ui_language") !== "en" && <p class="muted">{t("options_translation")}</p>}
    </>
  );
}
