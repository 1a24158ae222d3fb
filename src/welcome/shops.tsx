import { useTexts } from "../ui/strings.tsx";
import { shopNames } from "./shop-names.ts";

/** The known shops by name, all of their addresses behind a line that opens them, and what holds for other sites. */
export function Shops({ domains }: { domains: string[] }) {
  const { t, plural } = useTexts();
  return (
    <section class="panel" aria-labelledby="sites">
      <h2 class="panel-title" id="sites">
        {t("welcome_sites")}
      </h2>
      {domains.length > 0 && (
        <>
          <p>{t("welcome_sites_known")}</p>
          <ul class="shops">
            {shopNames(domains).map((name) => (
              <li key={name} class="shop" translate={false}>
                {name}
              </li>
            ))}
          </ul>
          <details class="more">
            <summary class="link">{plural("welcome_sites_all", domains.length)}</summary>
            <ul class="domains">
              {domains.map((domain) => (
                <li key={domain} translate={false}>
                  {domain}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
      <p>{t("welcome_sites_asked", t("popup_check"))}</p>
    </section>
  );
}
