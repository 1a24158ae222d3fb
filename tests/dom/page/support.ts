/** Puts pages up and reads them, for the tests of the page side. */
import { afterEach } from "vitest";
import type { Block, PageFacts } from "../../../src/engine/model.ts";
import { bodyOf } from "../../../src/page/dom.ts";
import { type Dirty, Reader } from "../../../src/page/read.ts";

/** Shows `html` as the whole body. */
export function put(html: string): void {
  bodyOf(document).innerHTML = html;
}

afterEach(() => {
  put("");
  for (const attribute of [...document.body.attributes]) document.body.removeAttribute(attribute.name);
  document.head.querySelectorAll("[data-test]").forEach((element) => {
    element.remove();
  });
});

/** Adds to the head until the end of the test. */
export function head(html: string): void {
  const box = document.createElement("div");
  box.innerHTML = html;
  for (const element of [...box.children]) {
    element.setAttribute("data-test", "");
    document.head.append(element);
  }
}

export const find = (selector: string): HTMLElement => {
  const element = document.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(`No ${selector}`);
  return element;
};

export function readerOf(type: PageFacts["type"] = "product"): Reader {
  const reader = new Reader(document, type);
  for (const _ of reader.readAll(bodyOf(document))) {
    // Every slice at once.
  }
  return reader;
}

export function update(reader: Reader, dirty: Dirty): void {
  for (const _ of reader.update(dirty)) {
    // Every slice at once.
  }
}

/** Blocks of the page as it stands, read afresh. */
export const blocks = (type?: PageFacts["type"]): Block[] => readerOf(type).store.takeChanges().added;
export const texts = (): string[] => blocks().map(({ text }) => text);
export const lists = (): string[] =>
  blocks()
    .filter(({ zone }) => zone === "ingredients")
    .map(({ text }) => text);

/** Resolves with the first true answer of `ask`, looked for once a frame. Fails with the test's own time limit. */
export async function until<T>(ask: () => T | null | undefined | false): Promise<T> {
  for (;;) {
    const answer = ask();
    if (answer) return answer;
    await new Promise((next) => requestAnimationFrame(next));
  }
}
