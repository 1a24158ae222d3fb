import { expect, test } from "vitest";
import { find, put, until } from "../page/support.ts";
import { painted } from "./fake-background.ts";
import { begin, buttons, card, fakeCard, frames, HYPE, placed, session, shadow } from "./harness.ts";

const scroller = () => document.scrollingElement ?? document.documentElement;
const size = () => [scroller().scrollWidth, scroller().scrollHeight];
const middle = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};

test("the overlay never makes the page scroll further", async () => {
  put(
    "<main style='position:relative;height:300px;overflow-x:clip'><p style='position:absolute;left:2000px;bottom:0;margin:0;width:max-content'>It erases pores</p></main>",
  );
  document.body.style.margin = "0";
  const before = size();
  begin(["erases pores"]);
  await until(() => buttons().length === 1);
  await frames();
  expect(size()).toEqual(before);
  expect(document.querySelector("poreality-marks")?.getBoundingClientRect().width).toBe(0);
});

test("screen readers are told of the marks of a page, politely and once", async () => {
  put("<p>It erases pores</p><p id=late>Later.</p>");
  begin(["erases pores", "closes pores"]);
  const said = () => [...(shadow()?.querySelectorAll("[role=status]") ?? [])].map((part) => part.textContent);
  await until(() => buttons().length === 1);
  // Empty at first, so that its change is noticed.
  expect(said()).toEqual([""]);
  await until(() => said().join() === "toolbar_count");
  find("#late").textContent = "It closes pores.";
  await until(() => buttons().length === 2);
  await frames();
  expect(said()).toEqual(["toolbar_count"]);
});

test.each([
  ["beyond the box that cuts them off", "<p style='margin:800px 0 0'>It erases pores</p>"],
  ["placed beyond it", "<p style='position:absolute;top:800px;margin:0'>It erases pores</p>"],
])("words %s get no marker", async (_, words) => {
  put(
    `<main style='padding:60px'><div style='position:relative;overflow:hidden;width:200px;height:80px'>${words}</div></main>`,
  );
  begin(["erases pores"]);
  await until(() => buttons().length === 1);
  expect(placed()).toEqual([]);
});

test("words that an outer element places are not cut off by what lies between", async () => {
  put(
    "<main style='position:relative;padding:60px'><div style='overflow:hidden;width:100px;height:40px'><p style='position:absolute;left:300px;top:20px;margin:0;width:max-content'>It erases pores</p></div></main>",
  );
  begin(["erases pores"]);
  await until(() => placed().length === 1);
});

test("words that an animation carries about get no marker", async () => {
  put(
    "<style>@keyframes run{from{transform:translateX(0)}to{transform:translateX(90px)}}</style><main style='padding:60px'><p id=p style='width:max-content;animation:run 9s linear infinite'>It erases pores</p></main>",
  );
  begin(["erases pores"]);
  await until(() => buttons().length === 1);
  expect(placed()).toEqual([]);
  find("#p").style.animation = "none";
  dispatchEvent(new Event("resize"));
  await until(() => placed().length === 1);
});

test.each([
  ["the words, whose marker has its full touch target", 60, 0],
  ["the marker alone, which stands above its words", 27, 1],
])("a bar that covers %s hides the marker", async (_, height, words) => {
  put(
    `<div id=bar style='position:fixed;inset:0 0 auto;height:0;background:#ddd;z-index:9'></div>
    <main style='padding:40px 60px;line-height:3'><p id=p style='margin:0;width:${words === 0 ? "300px" : "max-content"};line-height:18px'>It erases pores${words === 0 ? "" : " and more, every day"}</p></main>
    <div style='height:3000px'></div>`,
  );
  document.body.style.margin = "0";
  begin(["erases pores"]);
  await until(() => placed().length === 1);
  const marker = placed()[0] as HTMLButtonElement;
  expect(marker.classList.contains("wide")).toBe(words === 0);
  expect(middle(marker).y < 40).toBe(words === 1);
  find("#bar").style.height = `${height}px`;
  dispatchEvent(new Event("scroll"));
  await until(() => placed().length === 0);
  find("#bar").style.height = "0";
  dispatchEvent(new Event("scroll"));
  await until(() => placed().length === 1);
  document.body.style.margin = "";
});

test("all markers have one size, whatever room they found", async () => {
  put(
    "<main style='font:16px/18px serif'><p style='margin:40px 0 17px'>It erases pores and more, they say, each day.</p><p style='margin:0'>It erases pores and more, day by day.</p></main>",
  );
  begin(["erases pores"]);
  await until(() => placed().length === 2);
  const sizes = placed().map((button) => button.getBoundingClientRect().width);
  expect(new Set(sizes).size).toBe(1);
});

test("markers come in the order of the page, and every line with room has one", async () => {
  put(
    `<main>${Array.from({ length: 120 }, (_, line) => `<p>Line ${line} closes pores today.</p>`).join("")}<p>It erases pores.</p></main>`,
  );
  begin(["erases pores", "closes pores"]);
  await until(() => buttons().length === 121);
  expect(buttons().at(-1)?.getAttribute("aria-label")).toContain("erases pores");
  find("p:last-child").scrollIntoView();
  await until(() =>
    placed().some((button) => button.getAttribute("aria-label")?.includes("erases pores") === true),
  );
  for (const button of placed()) expect(middle(button).y).toBeGreaterThan(-innerHeight * 1.5);
});

test("where neither side of the words has room, the card covers them and stays whole", async () => {
  fakeCard("section{width:300px;height:400px}");
  put(
    "<div style='height:2000px'></div><p style='font:100px/1.2 serif;width:400px'>It erases pores.</p><div style='height:2000px'></div>",
  );
  const { marks } = begin(["erases pores"]);
  await until(() => buttons().length === 1);
  const [mark] = marks();
  if (mark === undefined) throw new Error("There is no mark");
  await session()?.guide.lead(mark, "press");
  const box = (await until(card)).getBoundingClientRect();
  expect(box.height).toBe(400);
  expect(box.top).toBeGreaterThanOrEqual(8);
  expect(box.bottom).toBeLessThanOrEqual(innerHeight - 8);
  expect(painted(HYPE)).toEqual(["erases pores"]);
});
