/** A session on the test's own page, with a background that marks fixed phrases, and a look behind the closed shadow root. */
import { afterEach, expect, vi } from "vitest";
import { registerCard } from "../../../src/content/card-registry.ts";
import { Session } from "../../../src/content/session.ts";
import type { Box } from "../../../src/page/rects.ts";
import { browserClock, type Clock } from "../../../src/page/work.ts";
import { fakeBackground } from "./fake-background.ts";

export const HYPE = "poreality-hype";
let running: Session | undefined;
let root: ShadowRoot | undefined;

/** The overlay's shadow root is closed; tests look over its shoulder as it is made. */
const attachShadow = Element.prototype.attachShadow;
vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function (this: Element, init) {
  if (this.localName !== "poreality-marks") return attachShadow.call(this, init);
  expect(init.mode).toBe("closed");
  root = attachShadow.call(this, init);
  return root;
});

afterEach(() => {
  running?.stop();
  running = undefined;
  root = undefined;
  expect(CSS.highlights.size).toBe(0);
  expect(document.querySelector("poreality-marks")).toBeNull();
});

/** Starts reading the page; marks every one of `phrases`. The session ends with the test. */
export function begin(phrases: string[], clock: Clock = browserClock()) {
  const background = fakeBackground(phrases);
  let alive = true;
  const ended: boolean[] = [];
  running = new Session(
    {
      document,
      docId: "doc",
      clock,
      isTop: true,
      send: background.send,
      t: (key) => key,
      isAlive: () => alive,
    },
    (orphaned) => void ended.push(orphaned),
  );
  running.start();
  const orphan = () => {
    alive = false;
  };
  return { ...background, orphan, ended };
}

/** The session that `begin` started last. */
export const session = (): Session | undefined => running;
/** Shadow root of the overlay made last. */
export const shadow = (): ShadowRoot | undefined => root;
export const buttons = (): HTMLButtonElement[] => [...(root?.querySelectorAll("button") ?? [])];
/** Markers that can be seen. */
export const placed = () => buttons().filter((button) => !button.matches(".gone,.bare"));
/** Resolves two frames later: all that was planned for the next frame is done. */
export const frames = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));

/** Boxes of all text of the page. */
export function textBoxes(): Box[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const boxes: Box[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const range = new Range();
    range.selectNodeContents(node);
    boxes.push(...range.getClientRects());
  }
  return boxes.filter(({ left, right }) => right > left);
}

/** Registers a card without contents, so that only its place and life are tested. */
export function fakeCard(css = "section{width:300px;height:120px}") {
  registerCard({
    css,
    mount(target, { view, onAction, onClose }) {
      const dialog = document.createElement("section");
      dialog.setAttribute("role", "dialog");
      dialog.tabIndex = -1;
      dialog.textContent = view.id;
      const hide = document.createElement("a");
      hide.addEventListener("click", () => void onAction("hide"));
      const close = document.createElement("i");
      close.addEventListener("click", onClose);
      dialog.addEventListener("act", (event) => {
        void onAction((event as CustomEvent<Parameters<typeof onAction>[0]>).detail);
      });
      dialog.append(hide, close);
      target.append(dialog);
      return () => dialog.remove();
    },
  });
}
export const card = () => root?.querySelector<HTMLElement>("[role=dialog]") ?? null;
