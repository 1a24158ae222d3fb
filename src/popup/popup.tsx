import type { PopupState } from "../messaging/messages.ts";
import type { Client } from "../ui/client.ts";
import { ReportSections } from "../ui/report/report.tsx";
import { TextsProvider, useTexts } from "../ui/strings.tsx";
import { PopupHeader } from "./header.tsx";
import { SiteAccess } from "./site-access.tsx";
import { Checking, Failed, NotChecked, Notice, Paused, Withheld } from "./states.tsx";
import { type PopupModel, usePopup } from "./use-popup.ts";

/** The whole popup. */
export function Popup({ client }: { client: Client }) {
  const model = usePopup(client);
  return (
    <TextsProvider t={client.t}>
      <PopupHeader
        site={siteOf(model.view)}
        onSite={model.setSite}
        onSettings={() => void client.openOptions().catch(() => {})}
      />
      <main aria-busy={model.view.state === "loading" || model.view.state === "checking"}>
        <Body model={model} />
      </main>
      <Footer checked={model.view.state === "report"} />
    </TextsProvider>
  );
}

/** The switch is shown on known shops, and where it is off. Other sites are checked because the reader asked: see SiteAccess. */
function siteOf(view: PopupModel["view"]): { host: string; on: boolean } | null {
  if (view.state === "report" || view.state === "checking")
    return view.access === "shop" ? { host: view.host, on: true } : null;
  return view.state === "off" ? { host: view.host, on: false } : null;
}

function Body({ model }: { model: PopupModel }) {
  const { t } = useTexts();
  const { view } = model;
  switch (view.state) {
    case "loading":
      return <p class="hidden-text">{t("popup_checking")}</p>;
    case "error":
      return <Failed detail={view.detail} onRetry={model.reload} />;
    case "report":
      return (
        <>
          <ReportSections host={view.host} report={view.report} onShow={model.show} onResume={model.resume} />
          <SiteAccess {...view} onAlways={model.allow} onStop={model.stop} />
        </>
      );
    case "checking":
      return <Checking host={view.host} onAgain={model.reload} />;
    case "not-checked":
      return (
        <NotChecked host={view.host} origin={view.origin} onCheck={model.check} onAlways={model.allow} />
      );
    case "withheld":
      return <Withheld host={view.host} onAllow={() => model.allow(view.origin)} />;
    case "paused":
      return <Paused until={view.until} onEnd={model.unpause} />;
    case "off":
      return <Notice host={view.host} title={t("popup_off")} text={t("popup_off_text")} />;
    case "browser-page":
      return <Notice title={t("popup_browser_page")} text={t("popup_browser_page_text")} />;
    default:
      return unknownState(view);
  }
}

/** A state that this popup does not know would be a mistake in the build: the compiler finds it here. */
function unknownState(view: never): never {
  throw new Error(`Unknown popup state: ${(view as PopupState).state}`);
}

function Footer({ checked }: { checked: boolean }) {
  const { t } = useTexts();
  return <footer class="foot">{checked ? t("popup_footer") : t("popup_footer_idle")}</footer>;
}
