/** Longest lead-in, in code points, that is set off from the sentence behind it. */
const LEAD_IN_MOST = 40;

/** What to expect instead. A short lead-in up to the first colon ("What this one can do:") is shown in bold. */
export function Aside({ text }: { text: string }) {
  const colon = text.search(/[:：]\s/u) + 1;
  if (colon === 0 || Array.from(text.slice(0, colon)).length > LEAD_IN_MOST)
    return <p class="aside">{text}</p>;
  return (
    <p class="aside">
      <b>{text.slice(0, colon)}</b>
      {text.slice(colon)}
    </p>
  );
}
