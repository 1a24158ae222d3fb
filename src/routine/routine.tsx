import type { RoutineState } from "../messaging/messages.ts";
import type { Client } from "../ui/client.ts";
import { LoadFailed, Loading } from "../ui/load-states.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { PageNav } from "../ui/page-nav.tsx";
import { TextsProvider, useTexts } from "../ui/strings.tsx";
import { Glance } from "./glance.tsx";
import { Here } from "./here.tsx";
import { Pairs } from "./pairs.tsx";
import { Steps } from "./steps.tsx";
import { useRoutine } from "./use-routine.ts";
import { Wait } from "./wait.tsx";
import { Week } from "./week.tsx";

/** The whole page. `tabId` is the tab whose product is looked for; null for the routine alone. */
export function Routine({ client, tabId = null }: { client: Client; tabId?: number | null }) {
  const { view, reload } = useRoutine(client, tabId);
  return (
    <TextsProvider t={client.t}>
      <Head />
      <PageNav client={client} current="routine" />
      <main class="routine" aria-busy={view.state === "loading"}>
        {view.state === "loading" && <Loading text={client.t("routine_loading")} />}
        {view.state === "error" && (
          <LoadFailed title={client.t("routine_error")} detail={view.detail} onRetry={reload} />
        )}
        {view.state === "ready" && <Ready routine={view.routine} wasAsked={tabId !== null} />}
      </main>
    </TextsProvider>
  );
}

function Head() {
  const { t } = useTexts();
  return <PageHead title={t("routine_heading")} lead={t("routine_heading_lead")} />;
}

type ReadyProps = { routine: RoutineState; wasAsked: boolean };

function Ready({ routine, wasAsked }: ReadyProps) {
  const { t } = useTexts();
  const { steps, pairs, product } = routine;
  const here = new Set(product?.steps ?? []);
  return (
    <>
      <Here routine={routine} wasAsked={wasAsked} />
      {steps.length === 0 ? (
        <p class="panel">{t("routine_empty")}</p>
      ) : (
        <>
          <Glance steps={steps} here={here} />
          <Steps steps={steps} here={here} />
          <Week steps={steps} />
        </>
      )}
      <Pairs pairs={pairs} />
      <Wait steps={steps} />
      <p class="muted routine-general">{t("advice_general")}</p>
    </>
  );
}
