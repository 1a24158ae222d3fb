/** Sites: always checked, never checked, and the shops that are known. */
import { useRef, useState } from "preact/hooks";
import { PageText } from "../ui/quote.tsx";
import { useTexts } from "../ui/strings.tsx";
import { SiteInput } from "./site-input.tsx";
import type { OptionsModel } from "./use-options.ts";

export type SitesProps = Pick<OptionsModel, "change" | "allowSite"> & {
  never: string[];
  always: string[];
  shops: string[];
};

/** "https://www.shop.example/*" and "*://*.shop.example/*" as people know them. */
export function siteOf(pattern: string): string {
  return pattern.replace(/^[^:]*:\/\/(?:\*\.)?(?:www\.)?/, "").replace(/\/\*$/, "");
}

export function Sites({ never, always, shops, change, allowSite }: SitesProps) {
  const { t } = useTexts();
  const [refused, setRefused] = useState(false);
  const [added, setAdded] = useState("");
  const settle = (host: string, done: boolean) => {
    setRefused(!done);
    setAdded(done ? host : "");
  };
  const allow = async (host: string) => settle(host, await allowSite(host));
  const ban = async (host: string) => {
    await change({ type: "options.site", host, on: false });
    settle(host, true);
  };
  return (
    <section class="panel" aria-labelledby="sites">
      <h2 class="panel-title" id="sites">
        {t("options_sites")}
      </h2>
      <SiteInput label={t("options_site_add")}>
        {(take) => (
          <>
            <button
              type="button"
              class="button"
              onClick={() => {
                const host = take();
                if (host !== null) void allow(host);
              }}
            >
              {t("options_site_always")}
            </button>
            <button
              type="button"
              class="button"
              onClick={() => {
                const host = take();
                if (host !== null) void ban(host);
              }}
            >
              {t("options_site_never")}
            </button>
          </>
        )}
      </SiteInput>
      <p role="status" class="site-said">
        {refused && t("popup_allow_refused")}
        {added !== "" && t("options_site_added", added)}
      </p>
      <SiteList
        title={t("options_sites_never")}
        none={t("options_sites_none")}
        sites={never.map((host) => ({ key: host, name: host }))}
        act="options_site_on"
        onAct={(host) => void change({ type: "options.site", host, on: true })}
      />
      <SiteList
        title={t("options_sites_always")}
        none={t("options_sites_always_none")}
        sites={always.map((pattern) => ({ key: pattern, name: siteOf(pattern) }))}
        act="options_site_forget"
        onAct={(origin) => void change({ type: "options.forget", origin })}
      />
      <details class="more">
        <summary class="link">{t("options_shops", String(shops.length))}</summary>
        <div class="more-body">
          <p class="muted">{t("options_shops_text")}</p>
          <ul class="shops">
            {shops.map((shop) => (
              <li key={shop}>{shop}</li>
            ))}
          </ul>
        </div>
      </details>
    </section>
  );
}

type SiteListProps = {
  title: string;
  none: string;
  sites: { key: string; name: string }[];
  /** Text of the button, and of its spoken name with `_for`. */
  act: "options_site_on" | "options_site_forget";
  onAct: (key: string) => void;
};

function SiteList({ title, none, sites, act, onAct }: SiteListProps) {
  const { t } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <div>
      <h3 class="small-title" tabIndex={-1} ref={heading}>
        {title}
      </h3>
      {sites.length === 0 && <p class="muted">{none}</p>}
      <ul class="sites">
        {sites.map(({ key, name }) => (
          <li key={key} class="site">
            <PageText text={name} />
            <button
              type="button"
              class="link"
              aria-label={
                act === "options_site_on"
                  ? t("options_site_on_for", name)
                  : t("options_site_forget_for", name)
              }
              onClick={() => {
                onAct(key);
                heading.current?.focus();
              }}
            >
              {act === "options_site_on" ? t("options_site_on") : t("options_site_forget")}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
