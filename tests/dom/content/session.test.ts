import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import type { Mark } from "../../../src/messaging/messages.ts";
import { overlaps } from "../../../src/page/rects.ts";
import { browserClock } from "../../../src/page/work.ts";
import { find, put, until } from "../page/support.ts";
import { painted } from "./fake-background.ts";
import {
  begin,
  buttons,
  card,
  fakeCard,
  frames,
  HYPE,
  placed,
  session,
  shadow,
  textBoxes,
} from "./harness.ts";

/** Where a mark stands, as the background says it with "show on page". */
function placeOf(mark: Mark | undefined) {
  if (mark === undefined) throw new Error("There is no mark");
  const { finding, block, start, end } = mark;
  return { finding, block, start, end };
}

test("marked words are painted exactly, also where inline elements split them", async () => {
  put("<main><p>It <b>erases</b> pores for good. Nice.</p></main>");
  begin(["erases pores for good"]);
  await until(() => painted(HYPE).length > 0);
  expect(painted(HYPE).join("")).toBe("erases pores for good");
});

test("the page's own nodes stay untouched while marked, and nothing is left after", async () => {
  put("<main style='line-height:2'><p>It erases pores for good.</p><ul><li>closes pores</li></ul></main>");
  const before = document.documentElement.outerHTML;
  begin(["erases pores", "closes pores"]);
  await until(() => buttons().length === 2);
  const copy = document.documentElement.cloneNode(true) as Element;
  const hosts = copy.querySelectorAll("poreality-marks");
  expect(hosts).toHaveLength(1);
  hosts[0]?.remove();
  expect(copy.outerHTML).toBe(before);
  session()?.stop();
  expect(document.documentElement.outerHTML).toBe(before);
});

test("without a mark there is no element of ours", async () => {
  put("<p>Suits large pores.</p>");
  const { updates } = begin(["erases pores"]);
  await until(() => updates.length > 0);
  await frames();
  expect(document.querySelector("poreality-marks")).toBeNull();
});

test("the first update holds all blocks and the page's facts", async () => {
  put("<h1>Wool throw</h1><p>It erases pores.</p>");
  const { updates } = begin(["erases pores"]);
  await until(() => painted(HYPE).length === 1);
  expect(session()?.state).toBe("sent");
  expect(updates[0]).toMatchObject({ revision: 1, full: true, facts: { name: "Wool throw" } });
});

const COPY =
  "Our lotion shrinks pores and keeps the face soft, calm and clean the whole day through, they say. ".repeat(
    4,
  );
test.each([
  ["room at the line's end", "<main><p style='width:400px'>It erases pores</p></main>", 1],
  ["room between the lines", `<main><p style='line-height:40px'>${COPY}</p></main>`, 1],
  [
    "tight text, room in the margin",
    `<main style='padding:0 60px'><p style='line-height:1.1'>shrinks pores ${COPY}</p></main>`,
    1,
  ],
  [
    "no room at all",
    `<main><p style='line-height:1;margin:0'>shrinks pores ${COPY.replaceAll("shrinks", "calms").repeat(3)}</p></main>`,
    0,
  ],
])("a marker never covers text: %s", async (_, html, count) => {
  put(html);
  if (count === 0) document.body.style.margin = "0";
  begin(["erases pores", "shrinks pores"]);
  await until(() => buttons().length === 1);
  expect(placed()).toHaveLength(count);
  for (const button of placed()) {
    const box = button.getBoundingClientRect();
    expect(box.width).toBeGreaterThanOrEqual(14);
    expect(getComputedStyle(button).color).toBe("rgb(164, 14, 85)");
    for (const text of textBoxes()) expect(overlaps(box, text)).toBe(false);
  }
  document.body.style.margin = "";
});

test("markers follow their words: scrolling inside a box, and a new layout", async () => {
  put(
    "<div id=box style='margin-top:400px;height:200px;width:500px;overflow:auto'><div style='height:60px'></div><p id=p>It erases pores</p><div style='height:900px'></div></div>",
  );
  begin(["erases pores"]);
  await until(() => placed().length === 1);
  const distance = () => {
    const range = new Range();
    range.selectNodeContents(find("#p"));
    return (placed()[0]?.getBoundingClientRect().top ?? Number.NaN) - range.getBoundingClientRect().top;
  };
  const before = distance();
  find("#box").scrollTop = 30;
  await frames();
  expect(distance()).toBeCloseTo(before, 0);
  find("#box").scrollTop = 300;
  await until(() => placed().length === 0);
  find("#box").scrollTop = 0;
  await until(() => placed().length === 1);
  find("#box").insertAdjacentHTML("afterbegin", "<p>New words above</p>");
  await until(() => Math.abs(distance() - before) < 1);
});

test("text that comes late, is edited or goes is marked as it then stands", async () => {
  put("<main><p id=a>Quiet words about pores.</p></main>");
  begin(["closes pores", "erases pores"]);
  await frames();
  find("main").insertAdjacentHTML("beforeend", "<p id=b>It closes pores.</p>");
  await until(() => painted(HYPE).join() === "closes pores");
  (find("#b").firstChild as Text).data = "Now, it truly erases pores!";
  await until(() => painted(HYPE).join() === "erases pores");
  find("#b").replaceChildren(
    document.createTextNode("Now, it truly "),
    document.createTextNode("erases pores!"),
  );
  await until(() => painted(HYPE).join() === "erases pores");
  find("#b").remove();
  await until(() => buttons().length === 0 && painted(HYPE).length === 0);
});

test("in-page navigation sends new facts", async () => {
  put("<h1>Dew Gel</h1><p>It closes pores.</p>");
  const { updates, blocks } = begin([]);
  await until(() => updates.some(({ facts }) => facts?.name === "Dew Gel"));
  put("<h1>Clay Mask</h1><p>It erases pores.</p>");
  await until(() => updates.some(({ facts }) => facts?.name === "Clay Mask"));
  await until(() => [...blocks.values()].map(({ text }) => text).join() === "It erases pores.");
});

test("a page that clears the highlights gets them back, five times", async () => {
  put("<main><p>It erases pores.</p></main>");
  begin(["erases pores"]);
  await until(() => painted(HYPE).length === 1);
  for (let turn = 0; turn < 5; turn += 1) {
    CSS.highlights.clear();
    dispatchEvent(new Event("scroll"));
    await until(() => painted(HYPE).length === 1);
  }
  CSS.highlights.clear();
  dispatchEvent(new Event("scroll"));
  await frames();
  expect(painted(HYPE)).toEqual([]);
});

test("a host that the page removes comes back", async () => {
  put("<main><p>It erases pores.</p></main>");
  begin(["erases pores"]);
  const host = await until(() => document.querySelector("poreality-marks"));
  host.remove();
  await until(() => host.isConnected);
});

test("an orphaned script takes its parts away at the page's next change", async () => {
  put("<main><p>It erases pores.</p></main>");
  const { orphan, ended } = begin(["erases pores"]);
  await until(() => buttons().length === 1);
  await frames();
  orphan();
  find("main").append("more");
  await until(() => ended.length > 0);
  expect(ended).toEqual([true]);
  expect(document.querySelector("poreality-marks")).toBeNull();
});

test("markers are one tab stop with arrow keys, and name verdict and quote", async () => {
  put(
    "<main style='line-height:3'><p>It erases pores.</p><p>It closes pores.</p><button id=last>x</button></main>",
  );
  begin(["erases pores", "closes pores"]);
  await until(() => placed().length === 2);
  expect(buttons().map((button) => [button.tabIndex, button.getAttribute("aria-label")])).toEqual([
    [0, "verdict_hype: erases pores"],
    [-1, "verdict_hype: closes pores"],
  ]);
  find("#last").focus();
  await userEvent.keyboard("{Tab}");
  expect(shadow()?.activeElement).toBe(buttons()[0]);
  await userEvent.keyboard("{ArrowDown}");
  expect(shadow()?.activeElement).toBe(buttons()[1]);
  await userEvent.keyboard("{ArrowDown}");
  expect(shadow()?.activeElement).toBe(buttons()[0]);
});

test("by keyboard the card takes the focus, keeps its keys to itself and gives the focus back", async () => {
  fakeCard();
  put("<main style='line-height:3'><p>It erases pores.</p></main>");
  begin(["erases pores"]);
  await until(() => placed().length === 1);
  const heard: string[] = [];
  const listen = (event: KeyboardEvent) => void heard.push(event.key);
  document.body.addEventListener("keydown", listen);
  buttons()[0]?.focus();
  await userEvent.keyboard("{Enter}");
  await until(() => shadow()?.activeElement === card() && card() !== null);
  await userEvent.keyboard("j");
  await userEvent.keyboard("{Escape}");
  await until(() => card() === null);
  expect(shadow()?.activeElement).toBe(buttons()[0]);
  expect(heard).toEqual([]);
  document.body.removeEventListener("keydown", listen);
});

test("clicking marked words opens the card, a click elsewhere closes it, and the page keeps its clicks", async () => {
  fakeCard();
  put(
    "<main style='line-height:1'><p id=p style='width:max-content'>erases pores</p><p id=q>Other</p></main>",
  );
  begin(["erases pores"]);
  await until(() => buttons().length === 1);
  let clicks = 0;
  find("main").addEventListener("click", () => {
    clicks += 1;
  });
  await userEvent.click(find("#p"));
  await until(card);
  await userEvent.click(find("#q"));
  await until(() => card() === null);
  expect(clicks).toBe(2);
});

test("events that the page makes up are ignored", async () => {
  fakeCard();
  put("<main style='line-height:3'><p id=p style='width:max-content'>erases pores</p></main>");
  begin(["erases pores"]);
  await until(() => placed().length === 1);
  const box = find("#p").getBoundingClientRect();
  const at = { bubbles: true, clientX: box.left + 10, clientY: box.top + box.height / 2, detail: 1 };
  find("#p").dispatchEvent(new MouseEvent("click", at));
  buttons()[0]?.dispatchEvent(new MouseEvent("click", at));
  find("#p").dispatchEvent(new PointerEvent("pointermove", { ...at, pointerType: "mouse" }));
  await frames();
  expect(card()).toBeNull();
});

test("the card stays inside the viewport, beside the words", async () => {
  fakeCard();
  put("<main style='line-height:3'><p style='text-align:right'>It erases pores.</p></main>");
  const { marks, actions } = begin(["erases pores"]);
  await until(() => placed().length === 1);
  expect(await session()?.guide.lead(placeOf(marks()[0]), "press")).toBe(true);
  const box = (await until(card)).getBoundingClientRect();
  expect(box.left).toBeGreaterThanOrEqual(8);
  expect(box.right).toBeLessThanOrEqual(innerWidth - 8 + 0.5);
  expect(box.width).toBeLessThanOrEqual(Math.min(340, innerWidth - 16));
  const words = new Range();
  words.selectNodeContents(find("p"));
  expect(overlaps(box, words.getBoundingClientRect())).toBe(false);
  card()?.querySelector("a")?.click();
  expect(actions).toMatchObject([{ type: "card.action", docId: "doc", action: "hide" }]);
  expect(await session()?.guide.lead({ finding: "unknown", block: 999, start: 0, end: 1 }, "press")).toBe(
    false,
  );
});

test("words without a mark are lit up where they stand", async () => {
  put("<main><p>It erases pores.</p><p id=q>It looks after pores.</p><p hidden id=h>Shy pores.</p></main>");
  const { updates } = begin(["erases pores"]);
  await until(() => placed().length === 1);
  const block = (text: string) =>
    updates.flatMap(({ added }) => added).find((each) => each.text === text)?.id ?? -1;
  const span = { finding: "unmarked", start: 3, end: 8 };
  expect(await session()?.guide.lead({ ...span, block: block("It looks after pores.") }, "press")).toBe(true);
  expect(painted("poreality-pointed-out")).toEqual(["looks"]);
  expect(await session()?.guide.lead({ ...span, block: block("Shy pores.") }, "press")).toBe(false);
});

test("hidden words are found again after a click that shows them", async () => {
  put("<button id=b>More</button><div id=panel hidden><p>It erases pores.</p></div>");
  const { updates } = begin(["erases pores"]);
  await until(() => updates.some(({ added }) => added.some(({ hidden }) => hidden)));
  find("#b").addEventListener("click", () => {
    find("#panel").hidden = false;
  });
  await userEvent.click(find("#b"));
  await until(() => updates.at(-1)?.added.some(({ hidden }) => !hidden));
  await until(() => placed().length === 1);
});

test("a page that changes without end pauses, and a click catches up with it", async () => {
  put("<p id=tick>0</p><p id=p>It erases pores.</p>");
  // Waits take no time, so that the page can be worn out at once.
  const clock = { ...browserClock(), after: (_: number, task: () => void) => browserClock().after(0, task) };
  begin(["erases pores", "closes pores"], clock);
  await until(() => painted(HYPE).length === 1);
  await until(() => {
    find("#tick").textContent = String(performance.now());
    return session()?.isPaused === true;
  });
  find("#p").textContent = "It closes pores.";
  await userEvent.click(find("#tick"));
  await until(() => painted(HYPE).join() === "closes pores");
  expect(session()?.isPaused).toBe(false);
});

test("an orphaned script takes its parts away when the reader does something", async () => {
  put("<p id=p>It erases pores.</p>");
  const { orphan, ended } = begin(["erases pores"]);
  await until(() => placed().length === 1);
  orphan();
  await userEvent.click(find("#p"));
  await until(() => ended.length === 1);
  expect(ended).toEqual([true]);
  expect(CSS.highlights.size).toBe(0);
});
