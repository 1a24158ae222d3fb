/** The ingredient lists of a page: one part for each, as the products of a kit have. */
import type { ProductKind } from "../engine/model.ts";
import type { LabelView, ReportView } from "../messaging/messages.ts";
import { ActiveList, IngredientStrip } from "../ui/ingredients.tsx";
import { PageText } from "../ui/quote.tsx";
import { useTexts } from "../ui/strings.tsx";

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
        <p>{t("not_checked_no_ingredient_list")}</p>
      </section>
    );
  }
  return (
    <>
      <LabelPart label={label} kind={product.kind} id="ingredients" />
      {otherLabels.map((other) => {
        const id = `ingredients-${other.name}-${other.total}`.replace(/\s+/g, "-");
        return <LabelPart key={id} label={other} kind={product.kind} id={id} />;
      })}
    </>
  );
}

type LabelPartProps = { label: LabelView; kind: ProductKind; id: string };

function LabelPart({ label, kind, id }: LabelPartProps) {
  const { t, number } = useTexts();
  const withEvidence = label.actives.filter((active) => active.evidence.length > 0).length;
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
        <ActiveList label={label} kind={kind} />
      ) : (
        <p>{t("ingredients_none_known")}</p>
      )}
    </section>
  );
}
