import type { Client } from "../ui/client.ts";
import { PageHead } from "../ui/page-head.tsx";
import { TextsProvider, useTexts } from "../ui/strings.tsx";

/** The whole page. */
export function Welcome({ client }: { client: Client }) {
  return (
    <TextsProvider t={client.t}>
      <Head />
      <main />
    </TextsProvider>
  );
}

function Head() {
  const { t } = useTexts();
  return <PageHead title={t("welcome_heading")} lead={t("welcome_heading_lead")} />;
}
