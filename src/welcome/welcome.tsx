import type { Client } from "../ui/client.ts";
import type { Later } from "../ui/later.ts";
import { PageHead } from "../ui/page-head.tsx";
import { TextsProvider, useTexts } from "../ui/strings.tsx";
import { Example } from "./example.tsx";
import { Does, Never, Next, Words } from "./parts.tsx";
import { Shops } from "./shops.tsx";
import { STAYS } from "./use-open-mark.ts";

export type WelcomeProps = {
  client: Client;
  /** When a card of the example goes that the pointer has left. */
  later?: Later;
};

/** The whole page. It asks for nothing: no leave, no choice, no name. */
export function Welcome({ client, later = STAYS }: WelcomeProps) {
  return (
    <TextsProvider t={client.t}>
      <Head />
      <main class="welcome">
        <Example client={client} later={later} />
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
