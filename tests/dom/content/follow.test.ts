import { expect, test } from "vitest";
import { find, put, until } from "../page/support.ts";
import { painted } from "./fake-background.ts";
import { begin, buttons, frames, HYPE, placed } from "./harness.ts";

/** Words painted now that the page still holds. */
const live = (): string[] =>
  [...((CSS.highlights.get(HYPE) ?? []) as Iterable<StaticRange>)]
    .filter((range) => range.startContainer.isConnected)
    .map((range) => (range.startContainer as Text).data.slice(range.startOffset, range.endOffset));

/** Resolves after the page's observers were told of what it did, and before anything is painted. */
const told = () => Promise.resolve();

const COPY = "<h1>Dew Gel</h1><div><p>It <b>erases pores</b> in a week.</p><p>Vegan.</p></div>";

test("the same text in new nodes keeps its marks without a frame in between", async () => {
  put(`<main>${COPY}</main>`);
  const { updates } = begin(["erases pores"]);
  await until(() => placed().length === 1);
  const known = updates.length;
  for (let turn = 0; turn < 5; turn += 1) {
    find("main").innerHTML = COPY;
    await told();
    expect(live()).toEqual(["erases pores"]);
    await frames();
    expect(live()).toEqual(["erases pores"]);
    expect(placed()).toHaveLength(1);
  }
  expect(updates.length).toBe(known);
});

test("a page that takes the text away and puts it back a turn later keeps its marks too", async () => {
  put(`<main>${COPY}</main>`);
  begin(["erases pores"]);
  await until(() => placed().length === 1);
  find("main").innerHTML = "";
  await told();
  expect(live()).toEqual([]);
  find("main").innerHTML = COPY;
  await told();
  expect(live()).toEqual(["erases pores"]);
});

test("new text nodes in the same element keep the marks", async () => {
  put(`<main>${COPY}</main>`);
  begin(["erases pores"]);
  await until(() => painted(HYPE).length === 1);
  find("p").innerHTML = "It <b>erases pores</b> in a week.";
  await told();
  expect(live()).toEqual(["erases pores"]);
});

test.each(["It heals nothing in a week.", "In a week it says: erases pores."])(
  "text that is changed in place loses the old highlight at once: %s",
  async (words) => {
    put("<main><p>It erases pores in a week.</p></main>");
    begin(["erases pores"]);
    await until(() => painted(HYPE).length === 1);
    (find("p").firstChild as Text).data = words;
    await told();
    expect(painted(HYPE)).toEqual([]);
    await until(() => painted(HYPE).join() === (words.includes("erases pores") ? "erases pores" : ""));
  },
);

test("a marker that has the focus keeps it when the page is rendered anew", async () => {
  put(`<main>${COPY}</main>`);
  begin(["erases pores"]);
  await until(() => placed().length === 1);
  const button = buttons()[0];
  find("main").innerHTML = COPY;
  await told();
  expect(buttons()[0]).toBe(button);
});
