/** Words of the page. They are shown as text only, kept apart from our own writing direction, and cut to length. */

const ELLIPSIS = "…";

/**
 * Cuts a text at a word edge where one is near.
 * @param most highest number of code points to keep; texts at or below it come back unchanged.
 */
export function shorten(text: string, most: number): string {
  const points = Array.from(text);
  if (points.length <= most) return text;
  const kept = points.slice(0, most).join("");
  const edge = kept.lastIndexOf(" ");
  return (edge > most / 2 ? kept.slice(0, edge) : kept).trimEnd() + ELLIPSIS;
}

/** A quote from the page with quotation marks; the whole text is in its tooltip when it was cut. */
export function Quote({ text, most = 180 }: { text: string; most?: number }) {
  const shown = shorten(text, most);
  return (
    <q class="quote" title={shown === text ? undefined : text}>
      <bdi>{shown}</bdi>
    </q>
  );
}

/** A name or a host from the page: isolated text, cut to length, whole in its tooltip. */
export function PageText({ text, most = 120 }: { text: string; most?: number }) {
  const shown = shorten(text, most);
  return <bdi title={shown === text ? undefined : text}>{shown}</bdi>;
}
