import { useEffect, useRef, useState } from "preact/hooks";
import type { PopupState } from "../messaging/messages.ts";
import type { Client } from "../ui/client.ts";
import { ReportSections } from "../ui/report/report.tsx";
import { type RuleActs, RuleActsContext } from "../ui/report/rule-acts.tsx";
import { TextsProvider, useTexts } from "../ui/strings.tsx";
import { PopupHeader } from "./header.tsx";
import { PageActs } from "./page-acts.tsx";
import { SiteAccess } from "./site-access.tsx";
import { Checking, Failed, NotChecked, Notice, Paused, Withheld } from "./states.tsx";
import { useKeptFocus } from "./use-kept-focus.ts";
import { type Exception, type PopupModel, usePopup } from "./use-popup.ts";

/** The whole popup. */
export function Popup({ client }: { client: Client }) {
  const model = usePopup(client);
  const onFocusIn = useKeptFocus();
  return (
    <TextsProvider t={client.t}>
      <PopupHeader
        site={siteOf(model.view)}
        onSite={model.setSite}
        onSettings={() => void client.openOptions().catch(() => {})}
      />
      <main
        aria-busy={model.view.state === "loading" || model.view.state === "checking"}
        onFocusIn={onFocusIn}
      >
        <Announcement view={model.view} />
        {model.excepted !== null && <Excepted {...model.excepted} onUndo={model.undoExcept} />}
        <RuleActsContext.Provider value={ruleActsOf(model, client)}>
          <Body model={model} />
        </RuleActsContext.Provider>
      </main>
      <Footer
        checked={model.view.state === "report"}
        onPage={(page) => {
          const query = page === "routine" && model.tab !== null ? `?tab=${model.tab}` : "";
          void client.openPage(page, query).catch(() => {});
        }}
      />
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
      return <h1 class="hidden-text">{t("popup_checking")}</h1>;
    case "error":
      return <Failed detail={view.detail} onRetry={model.reload} />;
    case "report":
      return (
        <>
          <ReportSections
            host={view.host}
            report={view.report}
            onShow={model.show}
            onResume={model.resume}
            acts={
              <PageActs
                host={view.host}
                report={view.report}
                unmarked={view.unmarked === true}
                onMarks={model.setMarks}
                onPause={model.pause}
              />
            }
          />
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

/** Says by itself that the site or everything was switched, for the switch that did it says nothing of what follows. */
function Announcement({ view }: { view: PopupModel["view"] }) {
  const { t } = useTexts();
  const before = useRef(view.state);
  const [text, setText] = useState("");
  useEffect(() => {
    const [was, is] = [before.current, view.state];
    before.current = is;
    if (was === is || was === "loading" || is === "loading") return;
    if (is === "off") setText(t("popup_off"));
    else if (was === "off" && is === "report") setText(t("popup_site"));
    else setText("");
  }, [view.state, t]);
  return (
    <p class="hidden-text" role="status">
      {text}
    </p>
  );
}

/** What can be done with a rule from here; nothing where no site is shown. */
function ruleActsOf({ view, except }: PopupModel, client: Client): RuleActs | null {
  if (view.state !== "report") return null;
  return {
    host: view.host,
    openSettings: (rule) => void client.openOptions(`rule-${rule}`).catch(() => {}),
    exceptHere: (rule, title) => void except({ rule, title, host: view.host }),
  };
}

/** Says that a rule was switched off here, with the way back. */
function Excepted({ title, host, failed, onUndo }: Exception & { onUndo: () => void }) {
  const { t } = useTexts();
  const undo = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone with its claim.
  useEffect(() => undo.current?.focus(), []);
  return (
    <div class="said-above" role="status">
      <p>{failed ? t("popup_act_failed") : t("popup_excepted", title, host)}</p>
      <button type="button" class="link" ref={undo} onClick={onUndo}>
        {failed ? t("retry") : t("undo")}
      </button>
    </div>
  );
}

type FooterProps = { checked: boolean; onPage: (page: "label-check" | "routine") => void };

function Footer({ checked, onPage }: FooterProps) {
  const { t } = useTexts();
  return (
    <footer class="foot">
      <p>{checked ? t("popup_footer") : t("popup_footer_idle")}</p>
      <p class="foot-links">
        <button type="button" class="link" onClick={() => onPage("label-check")}>
          {t("popup_check_label")}
        </button>
        <button type="button" class="link" onClick={() => onPage("routine")}>
          {t("popup_routine")}
        </button>
      </p>
    </footer>
  );
}
