/** The ingredient lists of a page: one part for each, as the products of a kit have. */
import type { ProductKind } from "../../engine/model.ts";
import type { LabelView, ReportView } from "../../messaging/messages.ts";
import { ActiveList, IngredientStrip } from "../ingredients.tsx";
import { PageText } from "../quote.tsx";
import { keyOf, useTexts } from "../strings.tsx";

/** Why there is no list to show, other than that the page has none. */
const UNREAD = ["list-unread", "list-in-image"] as const;

/** Every list that was read, or that none was. Services have none to miss. */
export function Ingredients({ report }: { report: ReportView }) {
  const { t } = useTexts();
  const { label, otherLabels, product } = report;
  if (label === null) {
    if (product.kind === "service") return null;
    return (
      <section class="part" aria-labelledby="ingredients">
        <h2 class="part-title" id="ingredients">
          {t("ingredients_title")}
        </h2>
        <p>
          {t(
            keyOf("not_checked", UNREAD.find((id) => report.notChecked.includes(id)) ?? "no-ingredient-list"),
          )}
        </p>
      </section>
    );
  }
  // What the advice warns of is not said again.
  const warned = new Set(report.advice?.cautions.flatMap(({ actives }) => actives));
  const shared = { kind: product.kind, warned };
  return (
    <>
      <LabelPart label={label} {...shared} id="ingredients" />
      {otherLabels.map((other) => {
        const id = `ingredients-${other.name}-${other.total}`.replace(/\s+/g, "-");
        return <LabelPart key={id} label={other} {...shared} id={id} />;
      })}
    </>
  );
}

type LabelPartProps = { label: LabelView; kind: ProductKind; warned: ReadonlySet<string>; id: string };

function LabelPart({ label, kind, warned, id }: LabelPartProps) {
  const { t, number } = useTexts();
  const withEvidence = label.actives.filter(({ verdict }) => verdict !== "unsure").length;
  return (
    <section class="part" aria-labelledby={id}>
      <h2 class="part-title" id={id}>
        <span>{t("ingredients_title")}</span>{" "}
        <span>{t("ingredients_tally", number(label.total), number(withEvidence))}</span>
      </h2>
      {label.name !== "" && (
        <p class="product">
          <PageText text={label.name} />
        </p>
      )}
      <IngredientStrip label={label} />
      {label.actives.length > 0 ? (
        <ActiveList label={label} kind={kind} warned={warned} />
      ) : (
        <p>{t("ingredients_none_known")}</p>
      )}
    </section>
  );
}
