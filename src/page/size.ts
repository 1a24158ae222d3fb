/** How large the page is, as far as the browser tells without looking at it. */

/** Bytes of HTML above which a page is looked at in steps: the one look that is best for others would hold it up. */
const HUGE = 1_500_000;

/** True where the document that we run in came as very much HTML. What scripts added later does not count. */
export function isHuge(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return (entry?.decodedBodySize ?? 0) > HUGE;
}
