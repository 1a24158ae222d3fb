/** What pages do while they are read: lists that grow, translation, parts that move, choices that are made. */
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { overlaps } from "../../../src/page/rects.ts";
import { browserClock } from "../../../src/page/work.ts";
import { find, put, until } from "../page/support.ts";
import { painted } from "./fake-background.ts";
import { begin, buttons, frames, HYPE, placed, session, textBoxes } from "./harness.ts";

const CLAIM = "erases pores";

/** Replaces every text node below `root` as the translation of a browser does. */
function translate(root: Node, into: (text: string) => string): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  for (const node of nodes.filter(({ data }) => data.trim() !== "")) {
    const outer = document.createElement("font");
    const inner = outer.appendChild(document.createElement("font"));
    outer.style.verticalAlign = "inherit";
    inner.textContent = into(node.data);
    node.replaceWith(outer);
  }
}

test("a translated page is read in the language that the reader sees", async () => {
  put("<main><p>Sie macht <b>die Poren</b> für immer weg.</p><p>Vegan.</p></main>");
  const { blocks } = begin([CLAIM, "die Poren"]);
  await until(() => painted(HYPE).length === 1);
  const words: Record<string, string> = {
    "Sie macht ": "It ",
    "die Poren": CLAIM,
    " für immer weg.": " for good.",
  };
  translate(find("main"), (text) => words[text] ?? text);
  await until(() => painted(HYPE).join() === CLAIM);
  expect([...blocks.values()].map(({ text }) => text)).toEqual(["It erases pores for good."]);
});

test("a list that grows is read batch by batch: each product is told once", async () => {
  put("<main id=list></main>");
  const { updates } = begin([CLAIM]);
  for (let page = 0; page < 12; page += 1) {
    const row = document.createElement("section");
    row.innerHTML = Array.from({ length: 5 }, (_, at) => `<p>Cream ${page}-${at} ${CLAIM}.</p>`).join("");
    find("#list").append(row);
    await until(() => painted(HYPE).length === (page + 1) * 5);
  }
  const told = updates.flatMap(({ added }) => added.map(({ text }) => text));
  expect(told).toHaveLength(60);
  expect(new Set(told).size).toBe(60);
  expect(session()?.isPaused).toBe(false);
});

test("parts that are moved keep their marks, and are told of once", async () => {
  put(`<main><section id=a><p id=p>It ${CLAIM} in a week.</p></section><section id=b></section></main>`);
  const { updates } = begin([CLAIM]);
  await until(() => placed().length === 1);
  const known = updates.length;
  find("#b").append(find("#p"));
  await frames();
  await until(() => placed().length === 1);
  const words = find("#p").getBoundingClientRect();
  const marker = placed()[0]?.getBoundingClientRect();
  expect(Math.abs((marker?.top ?? 0) - words.top)).toBeLessThan(words.height);
  expect(painted(HYPE)).toEqual([CLAIM]);
  expect(updates.slice(known).flatMap(({ added }) => added)).toEqual([]);
});

test("another variant of the product replaces what was said of the first", async () => {
  put(`<h1 id=h>Dew Gel 30 ml</h1><p id=p>It ${CLAIM}.</p><button id=b>50 ml</button>`);
  const { updates, blocks } = begin([CLAIM, "closes pores"]);
  find("#b").addEventListener("click", () => {
    find("#h").textContent = "Dew Gel 50 ml";
    find("#p").textContent = "It closes pores.";
  });
  await until(() => painted(HYPE).join() === CLAIM);
  await userEvent.click(find("#b"));
  await until(() => painted(HYPE).join() === "closes pores");
  await until(() => updates.some(({ facts }) => facts?.name === "Dew Gel 50 ml"));
  expect([...blocks.values()].map(({ text }) => text)).toEqual(["It closes pores."]);
});

test("what the reader types is never read", async () => {
  put(
    `<p>Suits large pores.</p><div id=e contenteditable>x</div><textarea id=t></textarea>
     <input id=i value="${CLAIM}"><div role=textbox contenteditable=plaintext-only id=o>y</div>`,
  );
  const { updates } = begin([CLAIM]);
  await until(() => updates.length > 0);
  await userEvent.click(find("#e"));
  await userEvent.keyboard(`It ${CLAIM}. `);
  await userEvent.click(find("#t"));
  await userEvent.keyboard(`It ${CLAIM}.`);
  find("#o").textContent = `It ${CLAIM}.`;
  find("p").insertAdjacentHTML("afterend", "<p>Closes pores</p>");
  await until(() => updates.some(({ added }) => added.some(({ text }) => text === "Closes pores")));
  expect(JSON.stringify(updates)).not.toContain(CLAIM);
});

test("a page that runs from right to left has its marks and markers where the words are", async () => {
  document.documentElement.dir = "rtl";
  put(`<main style='line-height:2;padding:0 40px'><p>קרם: It ${CLAIM} לתמיד.</p><p>טבעוני.</p></main>`);
  begin([CLAIM]);
  await until(() => placed().length === 1);
  expect(painted(HYPE)).toEqual([CLAIM]);
  const box = placed()[0]?.getBoundingClientRect();
  if (box === undefined) throw new Error("There is no marker.");
  for (const text of textBoxes()) expect(overlaps(box, text)).toBe(false);
  expect(box.left).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(document.documentElement.clientWidth);
  document.documentElement.removeAttribute("dir");
});

test.each(["", " lang=''", " lang=ja", " lang=xx-unknown"])(
  "the words count, whatever the page says of its language: <main%s>",
  async (lang) => {
    put(`<main${lang}><p>It ${CLAIM}.</p></main>`);
    begin([CLAIM]);
    await until(() => painted(HYPE).join() === CLAIM);
  },
);

test("a turn of the wheel makes a page that had paused go on", async () => {
  put(`<p id=tick>0</p><p id=p>It ${CLAIM}.</p><div style='height:3000px'></div>`);
  // Waits take no time, so that the page can be worn out at once.
  const clock = { ...browserClock(), after: (_: number, task: () => void) => browserClock().after(0, task) };
  begin([CLAIM, "closes pores"], clock);
  await until(() => buttons().length === 1);
  await until(() => {
    find("#tick").textContent = String(performance.now());
    return session()?.isPaused === true;
  });
  find("#p").textContent = "It closes pores.";
  expect(painted(HYPE)).not.toContain("closes pores");
  // A busy browser may lose a turn of the wheel on its way to the page; a reader turns it again.
  await expect
    .poll(async () => {
      await userEvent.wheel(document.body, { delta: { y: 40 } });
      return painted(HYPE).join();
    })
    .toBe("closes pores");
  scrollTo(0, 0);
});
