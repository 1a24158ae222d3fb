import type { Client } from "../ui/client.ts";
import { PageHead } from "../ui/page-head.tsx";
import { TextsProvider, useTexts } from "../ui/strings.tsx";

/** The whole page. */
export function Routine({ client }: { client: Client }) {
  return (
    <TextsProvider t={client.t}>
      <Head />
      <main />
    </TextsProvider>
  );
}

function Head() {
  const { t } = useTexts();
  return <PageHead title={t("routine_heading")} lead={t("routine_heading_lead")} />;
}
