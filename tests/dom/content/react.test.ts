import { createElement } from "react";
import { renderToString } from "react-dom/server.browser";
import { afterEach, expect, test } from "vitest";
import { until } from "../page/support.ts";
import { Page, type ReactPage } from "./react-page.ts";

let frame: HTMLIFrameElement | undefined;
afterEach(() => frame?.remove());

/** The server's HTML of the page in a frame, with the harness loaded and no trace of it in the document. */
async function serve(): Promise<{ page: ReactPage; document: Document }> {
  frame = document.createElement("iframe");
  frame.id = "react-page";
  frame.srcdoc = `<!doctype html>${renderToString(createElement(Page))}`;
  const loaded = new Promise((resolve) => frame?.addEventListener("load", resolve));
  document.body.append(frame);
  await loaded;
  const inside = frame.contentDocument;
  if (inside === null) throw new Error("The frame has no document");
  // Constants of the build are globals of the test's own window here.
  Object.assign(frame.contentWindow ?? {}, { __ANCHORS__ });
  const script = inside.createElement("script");
  script.type = "module";
  script.src = new URL("./react-page.ts", import.meta.url).href;
  inside.head.append(script);
  const page = await until(() => (frame?.contentWindow as { reactPage?: ReactPage } | null)?.reactPage);
  script.remove();
  // The dev server's own style of loading may leave nothing else behind.
  expect(inside.documentElement.outerHTML).toBe(renderToString(createElement(Page)));
  return { page, document: inside };
}

test("React hydrates a whole document with marks painted and our element in it, and marked text can be rendered anew", async () => {
  const { page, document: inside } = await serve();
  page.begin();
  await until(() => inside.querySelector("poreality-marks"));
  expect(page.painted()).toEqual(["erases pores"]);
  const heading = inside.querySelector("h1");

  page.hydrate();
  await until(() => Object.keys(heading ?? {}).some((key) => key.startsWith("__reactFiber")));
  expect(page.errors).toEqual([]);
  expect(inside.querySelector("h1")).toBe(heading);
  expect(inside.querySelectorAll("poreality-marks")).toHaveLength(1);
  expect(page.painted()).toEqual(["erases pores"]);

  page.say("closes pores");
  await until(() => page.texts().includes("It closes pores in a week."));
  await until(() => page.painted().join() === "closes pores");
  page.say("feels nice");
  await until(() => page.painted().length === 0);
  await until(() => inside.querySelector("poreality-marks") === null);
  expect(page.errors).toEqual([]);
});
