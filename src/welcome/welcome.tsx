import type { Client } from "../ui/client.ts";
import { PageHead } from "../ui/page-head.tsx";
import { TextsProvider, useTexts } from "../ui/strings.tsx";
import { Example } from "./example.tsx";
import { Does, Never, Next, Words } from "./parts.tsx";
import { Shops } from "./shops.tsx";

/** The whole page. It asks for nothing: no leave, no choice, no name. */
export function Welcome({ client }: { client: Client }) {
  return (
    <TextsProvider t={client.t}>
      <Head />
      <main class="welcome">
        <Example client={client} />
        <Does />
        <Words />
        <Never />
        <Shops domains={client.knownShops()} />
        <Next client={client} />
      </main>
    </TextsProvider>
  );
}

function Head() {
  const { t } = useTexts();
  return <PageHead title={t("welcome_heading")} lead={t("welcome_heading_lead")} />;
}
