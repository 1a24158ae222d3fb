/** What a page looks like to itself, so that it can be compared with the same page without the extension. */

export type Snapshot = {
  /** The whole document as text, without our host element. */
  html: string;
  /** Tag and box of every element but ours, in document order, in CSS pixels of the document; of those not shown the tag alone. */
  boxes: string[];
  /** Layout shift score so far; 0 where the browser does not measure it. */
  shift: number;
  /** Console errors and uncaught exceptions, each text once. */
  errors: string[];
};

/** To be run before anything of the page: adds up layout shifts. */
export const COUNT_SHIFTS = `(() => {
  globalThis.guestShift = 0;
  if (!(PerformanceObserver.supportedEntryTypes ?? []).includes("layout-shift")) return;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.guestShift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
})();`;

/** Expression of a promise: resolves when nothing in the document has changed for half a second, or after five. */
export const WHEN_STILL = `new Promise((resolve) => {
  const observer = new MutationObserver(() => again());
  const end = () => { clearTimeout(timer); clearTimeout(limit); observer.disconnect(); resolve(true); };
  let timer = setTimeout(end, 500);
  const again = () => { clearTimeout(timer); timer = setTimeout(end, 500); };
  const limit = setTimeout(end, 5000);
  observer.observe(document, { childList: true, characterData: true, attributes: true, subtree: true });
})`;

/** Expression of the parts of a snapshot that the page itself can tell. */
export const SNAPSHOT = `(() => {
  const boxes = [];
  for (const element of document.querySelectorAll("*")) {
    if (element.localName === "poreality-marks") continue;
    // Boxes inside a closed <details> are whatever was last computed there; nobody sees them.
    if (!element.checkVisibility()) {
      boxes.push(element.localName + " not shown");
      continue;
    }
    const { left, top, width, height } = element.getBoundingClientRect();
    const numbers = [left + scrollX, top + scrollY, width, height].map((px) => Math.round(px * 100) / 100);
    boxes.push(element.localName + " " + numbers.join(" "));
  }
  const html = document.documentElement.outerHTML.replace(/<poreality-marks\\b[^>]*><\\/poreality-marks>/, "");
  return { html, boxes, shift: globalThis.guestShift ?? 0 };
})()`;

/** Shifts below this are rounding. */
const NO_SHIFT = 0.0005;

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return `“${b.slice(Math.max(0, at - 40), at + 60).replace(/\s+/g, " ")}”`;
}

/** In which ways `seen` differs from `plain`, the page without us, one sentence each; none where it is as it was. */
export function differencesOf(plain: Snapshot, seen: Snapshot): string[] {
  const problems: string[] = [];
  if (plain.html !== seen.html) problems.push(`nodes differ: ${firstDifference(plain.html, seen.html)}`);
  else {
    const moved = seen.boxes.findIndex((box, at) => box !== plain.boxes[at]);
    if (moved >= 0) problems.push(`moved: ${plain.boxes[moved]} to ${seen.boxes[moved]}`);
  }
  if (seen.shift > plain.shift + NO_SHIFT)
    problems.push(`layout shift ${plain.shift.toFixed(4)} became ${seen.shift.toFixed(4)}`);
  const added = seen.errors.filter((text) => !plain.errors.includes(text));
  if (added.length > 0) problems.push(`new console errors: ${added[0]}`);
  return problems;
}
