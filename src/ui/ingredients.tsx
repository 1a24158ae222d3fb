/** What was read of an ingredient list: a strip of places, and each active or helper with what it can do. */
import type { ProductKind } from "../engine/model.ts";
import type { ActiveFoundView, LabelView } from "../messaging/messages.ts";
import { Badge } from "./badge.tsx";
import { Caution, Sources, weeksFact } from "./item-parts.tsx";
import { PageText } from "./quote.tsx";
import { Reason } from "./reason.tsx";
import { keyOf, type Texts, useTexts } from "./strings.tsx";

/** Above this many entries the gaps between the cells of the strip go. */
const DENSE_FROM = 60;
const PRINTED_MOST = 60;

/** The places of a label, counted from 1. */
function placesOf(label: LabelView): number[] {
  return Array.from({ length: label.total }, (_, index) => index + 1);
}

/** The list as a strip of cells, one an entry, with the one-percent line where there is one. */
export function IngredientStrip({ label }: { label: LabelView }) {
  const { t, plural, number, language } = useTexts();
  const byPlace = new Map(label.actives.map((active) => [active.position, active]));
  const places = label.actives
    .filter(({ verdict }) => verdict !== "unsure")
    .map((active) => t("strip_place", active.title, number(active.position)));
  const list = new Intl.ListFormat(language, { type: "unit" }).format(places);
  const described = [
    plural("strip_label", label.total),
    places.length > 0 ? t("strip_places", list) : "",
    label.onePercentLine === null ? "" : t("strip_line"),
  ];
  return (
    <>
      <div
        class={label.total > DENSE_FROM ? "strip strip-dense" : "strip"}
        role="img"
        aria-label={described.filter((text) => text !== "").join(" ")}
      >
        {placesOf(label).map((place) => (
          <i
            key={place}
            class={`strip-cell${place - 1 === label.onePercentLine ? " strip-line" : ""}`}
            data-verdict={byPlace.get(place)?.verdict}
          />
        ))}
      </div>
      {label.onePercentLine !== null && (
        <p class="strip-caption" aria-hidden="true">
          {t("strip_line")}
        </p>
      )}
    </>
  );
}

type ActiveListProps = {
  label: LabelView;
  /** What sort of product it is in. */
  kind: ProductKind;
  /** Actives whose caution is said elsewhere. */
  warned?: ReadonlySet<string>;
};

/** Every active or helper that was found, in the order given. */
export function ActiveList({ label, kind, warned }: ActiveListProps) {
  return (
    <ul class="actives">
      {label.actives.map((active) => (
        <ActiveItem
          key={`${active.active} ${active.position}`}
          active={active}
          total={label.total}
          kind={kind}
          caution={warned?.has(active.active) ? null : active.caution}
        />
      ))}
    </ul>
  );
}

type ActiveItemProps = {
  active: ActiveFoundView;
  total: number;
  kind: ProductKind;
  caution: string | null;
};

function ActiveItem({ active, total, kind, caution }: ActiveItemProps) {
  const texts = useTexts();
  const { t } = texts;
  const printedElse = active.printed.trim().toLowerCase() !== active.title.trim().toLowerCase();
  return (
    <li class="active" data-active={active.active}>
      <h3 class="active-title">{active.title}</h3>
      <Badge verdict={active.verdict} />
      <div class="active-body">
        <p>{active.does}</p>
        <Reason reason={active.reason} kind={kind} />
        <p class="certainty">{activeFacts(active, total, texts).join(" ")}</p>
        {printedElse && active.printed !== "" && (
          <p class="certainty">
            {t("active_printed_label")} <PageText text={active.printed} most={PRINTED_MOST} />
          </p>
        )}
        <Caution text={caution} />
        <Sources sources={active.evidence} />
      </div>
    </li>
  );
}

/** Where it stands on the label, how much there is, what was studied, how long it takes, how sure that is. */
function activeFacts(active: ActiveFoundView, total: number, texts: Texts): string[] {
  const { t, number } = texts;
  const facts = [t("active_place", number(active.position), number(total))];
  if (active.percent !== null) facts.push(percentFact(active.percent, active.percentFrom, texts));
  else if (active.afterOnePercentLine) facts.push(t("active_after_line"));
  else facts.push(t("dose_not_stated"));
  if (active.dose !== null) facts.push(doseFact(active.dose, texts));
  if (active.weeks !== null) facts.push(weeksFact(active.weeks, texts));
  if (active.certainty !== null) facts.push(t("certainty_line", t(keyOf("certainty", active.certainty))));
  return facts;
}

function percentFact(percent: number, from: ActiveFoundView["percentFrom"], { t, number }: Texts): string {
  return from === "page" ? t("active_percent_page", number(percent)) : t("active_percent", number(percent));
}

function doseFact({ min, max }: { min: number; max: number }, { t, number }: Texts): string {
  return min === max ? t("active_dose", number(min)) : t("active_dose_range", number(min), number(max));
}
