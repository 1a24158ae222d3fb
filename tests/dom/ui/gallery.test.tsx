/**
 * Every scene as a picture, in tests/results/gallery, for people to look at; on the way each is measured: axe finds nothing,
 * nothing sticks out of the window, no word is cut.
 */
import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cdp, commands, page } from "vitest/browser";
import { mount } from "./mount.ts";
import { SCENES, type Scene } from "./scenes.tsx";

const NARROW = 320;
const HEIGHT = 700;
/** Least height of what fingers point at, in CSS pixels. */
const FINGER = 44;

type Look = { language: string; scheme: "light" | "dark"; narrow: boolean };
/** Together they have both schemes, both widths and another language; every scene is seen and measured in each. */
const LOOKS: Look[] = [
  { language: "en", scheme: "light", narrow: false },
  { language: "de", scheme: "dark", narrow: true },
];
/** The same the other way round, and the other languages: asked for by `npm run gallery`. */
const MORE_LOOKS: Look[] = [
  { language: "en", scheme: "light", narrow: true },
  { language: "en", scheme: "dark", narrow: false },
  { language: "en", scheme: "dark", narrow: true },
  { language: "de", scheme: "light", narrow: false },
  { language: "de", scheme: "light", narrow: true },
  { language: "de", scheme: "dark", narrow: false },
  { language: "fr", scheme: "light", narrow: true },
  { language: "es", scheme: "dark", narrow: true },
];
const looks = import.meta.env.VITE_GALLERY === "whole" ? [...LOOKS, ...MORE_LOOKS] : LOOKS;

const style = document.createElement("style");

beforeAll(() => {
  document.body.className = "poreality";
  document.title = "Poreality";
  document.head.append(style);
});

/** A narrow window is that of a telephone, on which fingers point. */
async function emulate({ scheme, narrow }: Pick<Look, "scheme" | "narrow">): Promise<void> {
  await cdp().send("Emulation.setTouchEmulationEnabled", { enabled: narrow });
  await vi.waitUntil(() => matchMedia("(pointer: coarse)").matches === narrow);
  const features = [{ name: "prefers-color-scheme", value: scheme }];
  await cdp().send("Emulation.setEmulatedMedia", { features });
  await vi.waitUntil(() => matchMedia(`(prefers-color-scheme: ${scheme})`).matches);
}

afterAll(async () => {
  await emulate({ scheme: "light", narrow: false });
  await page.viewport(900, HEIGHT);
});

/** Violations as readable lines. */
async function violations(): Promise<string[]> {
  const results = await axe.run(document, { resultTypes: ["violations"] });
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

/** Elements whose words are cut at the edge of a box that hides them. What is cut on purpose has the whole in its title. */
function cutOff(root: HTMLElement): string[] {
  const isCut = (element: HTMLElement) => {
    const { overflowX, clipPath } = getComputedStyle(element);
    if (clipPath !== "none" || element.clientWidth === 0) return false;
    return overflowX !== "visible" && overflowX !== "auto" && element.scrollWidth > element.clientWidth + 1;
  };
  return [...root.querySelectorAll<HTMLElement>("*")]
    .filter(
      (element) =>
        isCut(element) && element.closest("[title]") === null && element.querySelector("[title]") === null,
    )
    .map((element) => element.outerHTML.slice(0, 200));
}

/** Whether what sticks out of an element is not to be seen. */
function isClipped(element: HTMLElement): boolean {
  for (let at = element.parentElement; at !== null; at = at.parentElement)
    if (getComputedStyle(at).overflowX !== "visible" && at !== document.documentElement) return true;
  return false;
}

/** Elements that stick out of the window to either side. */
function sticksOut(root: HTMLElement): string[] {
  const width = document.documentElement.clientWidth;
  return [...root.querySelectorAll<HTMLElement>("*")]
    .filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      const isOut = own > 1 && (right > width + 1 || left < -1);
      return isOut && getComputedStyle(element).clipPath === "none" && !isClipped(element);
    })
    .map((element) => element.outerHTML.slice(0, 200));
}

/** The document as it stands, as text: what was typed or chosen, which is not in the tree, is put there. */
function documentText(): string {
  for (const input of document.querySelectorAll("input")) input.toggleAttribute("checked", input.checked);
  for (const area of document.querySelectorAll("textarea")) area.textContent = area.value;
  const { lang } = document.documentElement;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><style>${style.textContent}</style></head>${document.body.outerHTML}</html>`;
}

/** What fingers point at, and that is lower than they need. Boxes are as high as the label that they stand in. */
function tooSmall(root: HTMLElement): string[] {
  const targets = root.querySelectorAll<HTMLElement>(
    "button, a[href], summary, select, textarea, input, label",
  );
  return [...targets]
    .filter((target) => !(target instanceof HTMLInputElement && target.closest("label") !== null))
    .filter((target) => {
      const { width, height } = target.getBoundingClientRect();
      // A label above its box is none; what is hidden is not pointed at.
      const isCaption = target instanceof HTMLLabelElement && target.control?.parentElement !== target;
      return width > 1 && !isCaption && height < FINGER - 0.5;
    })
    .map((target) => `${target.getBoundingClientRect().height}: ${target.outerHTML.slice(0, 160)}`);
}

async function show(scene: Scene, { language, narrow }: Look): Promise<HTMLElement> {
  await page.viewport(narrow ? NARROW : scene.wide, HEIGHT);
  document.documentElement.lang = language;
  style.textContent = scene.css;
  history.replaceState(null, "", `${location.pathname}${scene.hash ?? ""}`);
  const root = mount(scene.part(language));
  const isThere = (selector: string) =>
    vi.waitUntil(() => root.querySelector(selector) !== null, { timeout: 5_000 });
  await isThere(scene.ready);
  if (scene.act !== undefined) {
    scene.act.run(root);
    await isThere(scene.act.ready);
  }
  return root;
}

describe.each(looks)("$language $scheme, narrow: $narrow", (look) => {
  beforeAll(() => emulate(look));

  test.each(SCENES)("$name", async (scene) => {
    const root = await show(scene, look);
    await commands.savePicture({
      file: `gallery/${scene.name}.${look.language}.${look.scheme}.${look.narrow ? NARROW : "wide"}.png`,
      html: documentText(),
      scheme: look.scheme,
      width: innerWidth,
    });
    for (const details of root.querySelectorAll("details")) details.open = true;
    expect(sticksOut(root)).toEqual([]);
    expect(cutOff(root)).toEqual([]);
    if (look.narrow) expect(tooSmall(root)).toEqual([]);
    expect(await violations()).toEqual([]);
  });
});
