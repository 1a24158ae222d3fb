import { type ComponentChild, render } from "preact";
import { afterEach } from "vitest";

const mounted: HTMLElement[] = [];

/** Draws into a fresh element at the end of the body; it is taken away after the test. */
export function mount(part: ComponentChild): HTMLElement {
  const root = document.createElement("div");
  document.body.append(root);
  render(part, root);
  mounted.push(root);
  return root;
}

afterEach(() => {
  for (const root of mounted.splice(0)) {
    render(null, root);
    root.remove();
  }
  history.replaceState(null, "", location.pathname + location.search);
});

/** Text as a reader sees it: white space folded. */
export function textOf(element: Element | null): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}
