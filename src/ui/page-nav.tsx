import type { Client } from "./client.ts";
import { useTexts } from "./strings.tsx";

type Page = "settings" | "evidence" | "label-check" | "routine" | "welcome";

export type PageNavProps = {
  client: Pick<Client, "openOptions" | "openPage">;
  /** The page that it stands on. */
  current: Page;
};

/** Ways from each page that fills a tab to the others. */
export function PageNav({ client, current }: PageNavProps) {
  const { t } = useTexts();
  const links: { page: Page; text: string; go: () => Promise<void> }[] = [
    { page: "settings", text: t("nav_settings"), go: () => client.openOptions("settings") },
    { page: "evidence", text: t("evidence_title"), go: () => client.openOptions("evidence") },
    { page: "label-check", text: t("popup_check_label"), go: () => client.openPage("label-check") },
    { page: "routine", text: t("popup_routine"), go: () => client.openPage("routine") },
    { page: "welcome", text: t("nav_welcome"), go: () => client.openPage("welcome") },
  ];
  return (
    <nav class="page-nav" aria-label={t("nav_label")}>
      {links.map(({ page, text, go }) =>
        page === current ? (
          <span key={page} class="page-nav-here" aria-current="page">
            {text}
          </span>
        ) : (
          <button key={page} type="button" class="link" onClick={() => void go().catch(() => {})}>
            {text}
          </button>
        ),
      )}
    </nav>
  );
}
