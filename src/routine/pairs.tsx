import { Sources } from "../ui/item-parts.tsx";
import { useTexts } from "../ui/strings.tsx";
import type { Pair } from "./use-routine.ts";

/** What not to use on the same evening, and what goes well together. */
export function Pairs({ pairs }: { pairs: Pair[] }) {
  const { t } = useTexts();
  if (pairs.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="pairs">
      <h2 class="panel-title" id="pairs">
        {t("routine_pairs")}
      </h2>
      <PairList title={t("advice_apart")} pairs={pairs.filter(({ together }) => !together)} />
      <PairList title={t("advice_together")} pairs={pairs.filter(({ together }) => together)} />
    </section>
  );
}

function PairList({ title, pairs }: { title: string; pairs: Pair[] }) {
  const { t } = useTexts();
  if (pairs.length === 0) return null;
  return (
    <div class="pair-group" data-together={pairs[0]?.together}>
      <h3 class="pair-title">{title}</h3>
      <ul class="pairs">
        {pairs.map((pair) => (
          <li key={pair.pair} data-pair={pair.pair}>
            <p>
              <b>{t("routine_pair", pair.one, pair.other)}</b>
            </p>
            <p class="pair-because">{pair.because}</p>
            <Sources sources={pair.evidence} />
          </li>
        ))}
      </ul>
    </div>
  );
}
