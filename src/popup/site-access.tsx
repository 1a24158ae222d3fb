import type { Access, CheckAnswer } from "../messaging/messages.ts";
import { ActButton } from "../ui/report/act-button.tsx";
import { keyOf, useTexts } from "../ui/strings.tsx";
import { CheckButton } from "./check-button.tsx";

export type SiteAccessProps = {
  host: string;
  access: Access;
  origin: string;
  onAlways: (origin: string) => Promise<CheckAnswer | null>;
  onStop: () => Promise<void>;
};

/** Why a page outside the list of shops is read, and the ways to more or less of it. Nothing on known shops. */
export function SiteAccess({ host, access, origin, onAlways, onStop }: SiteAccessProps) {
  const { t } = useTexts();
  if (access === "shop") return null;
  return (
    <section class="part access" aria-labelledby="access">
      <h2 class="part-title" id="access">
        {t("access_title")}
      </h2>
      <p>{t(keyOf("access", access), host)}</p>
      <div class="access-acts">
        {access === "once" && <CheckButton label={t("popup_always")} run={() => onAlways(origin)} />}
        <ActButton label={t(keyOf("access_stop", access))} run={onStop} />
      </div>
    </section>
  );
}
