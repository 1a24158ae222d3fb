import type { RoutineState } from "../messaging/messages.ts";
import { pairName } from "../ui/advice.tsx";
import { PageText } from "../ui/quote.tsx";
import { useTexts } from "../ui/strings.tsx";
import { StepLink } from "./step-link.tsx";
import type { Product } from "./use-routine.ts";

type HereProps = { routine: RoutineState; wasAsked: boolean };

/** Where the product of the tab fits, or why that cannot be said. Nothing where no tab was asked about. */
export function Here({ routine, wasAsked }: HereProps) {
  const { t } = useTexts();
  const { product } = routine;
  if (product === null && !wasAsked) return null;
  return (
    <section class="panel here" aria-labelledby="here">
      <h2 class="panel-title" id="here">
        {t("routine_here")}
      </h2>
      {product === null ? (
        <p>{t("routine_here_no_page")}</p>
      ) : (
        <>
          <p class="here-name">
            <PageText text={product.name} />
          </p>
          <Fit product={product} steps={routine.steps} />
          <ProductPairs product={product} pairs={routine.pairs} />
        </>
      )}
    </section>
  );
}

function Fit({ product, steps }: { product: Product; steps: RoutineState["steps"] }) {
  const { t } = useTexts();
  const fits = steps.filter(({ step }) => product.steps.includes(step));
  if (fits.length === 0) return <p>{product.listRead ? t("routine_here_none") : t("routine_here_unread")}</p>;
  return (
    <>
      <p>{t("routine_here_fits")}</p>
      <ul class="here-steps">
        {fits.map((step) => (
          <li key={step.step}>
            <StepLink step={step} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What to keep it apart from, and what it goes well with. */
function ProductPairs({ product, pairs }: { product: Product; pairs: RoutineState["pairs"] }) {
  const { t } = useTexts();
  const own = product.pairs.flatMap(({ pair, inside }) => {
    const found = pairs.find((one) => one.pair === pair);
    return found === undefined ? [] : [{ ...found, inside }];
  });
  const groups = [
    { title: t("advice_apart"), found: own.filter(({ together }) => !together) },
    { title: t("advice_together"), found: own.filter(({ together }) => together) },
  ];
  return groups
    .filter(({ found }) => found.length > 0)
    .map(({ title, found }) => (
      <div key={title}>
        <h3 class="small-title">{title}</h3>
        <ul class="here-pairs">
          {found.map((pair) => (
            <li key={pair.pair}>{pairName(pair, t)}</li>
          ))}
        </ul>
      </div>
    ));
}
