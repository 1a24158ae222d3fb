/** The brand mark: a dark disc with light pores, the same drawing as assets/icons/icon.svg. */
const PORES: [cx: number, cy: number, r: number][] = [
  [48, 72, 20],
  [80, 36, 13],
  [93, 75, 10],
  [43, 34, 8],
  [75, 103, 8],
];

/** @param size width and height in CSS pixels. */
export function BrandMark({ size = 24 }: { size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 128 128" aria-hidden="true" focusable="false">
      <circle class="brand-disc" cx="64" cy="64" r="58" />
      <g class="brand-pores">
        {PORES.map(([cx, cy, r]) => (
          <circle key={cx} cx={cx} cy={cy} r={r} />
        ))}
      </g>
    </svg>
  );
}
