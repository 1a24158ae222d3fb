import { useState } from "preact/hooks";
import { BrandMark } from "../ui/brand.tsx";
import { SettingsIcon } from "../ui/icons.tsx";
import { useTexts } from "../ui/strings.tsx";
import { Switch } from "../ui/switch.tsx";

type Site = { host: string; on: boolean };
export type PopupHeaderProps = {
  /** Null where there is nothing to switch. */
  site: Site | null;
  onSite: (host: string, on: boolean) => Promise<void>;
  onSettings: () => void;
};

/** Name, switch for this site, way to the settings. */
export function PopupHeader({ site, onSite, onSettings }: PopupHeaderProps) {
  const { t } = useTexts();
  return (
    <header class="head">
      <div class="head-bar">
        <BrandMark />
        <span class="head-name">{t("product_name")}</span>
        {site !== null && <SiteSwitch key={site.host} site={site} onSite={onSite} />}
        <button type="button" class="icon-button" aria-label={t("popup_settings")} onClick={onSettings}>
          <SettingsIcon />
        </button>
      </div>
    </header>
  );
}

function SiteSwitch({ site, onSite }: { site: Site } & Pick<PopupHeaderProps, "onSite">) {
  const { t } = useTexts();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [failed, setFailed] = useState(false);
  const toggle = async (on: boolean) => {
    setWanted(on);
    setFailed(false);
    try {
      await onSite(site.host, on);
    } catch {
      setFailed(true);
    }
    setWanted(null);
  };
  return (
    <>
      <Switch on={wanted ?? site.on} label={t("popup_site")} onToggle={toggle} />
      {failed && (
        <p class="head-failed" role="alert">
          {t("popup_site_failed")}
        </p>
      )}
    </>
  );
}
