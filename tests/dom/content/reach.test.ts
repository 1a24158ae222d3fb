/** What can be reached of ours, and what we leave to the page. */
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { overlaps } from "../../../src/page/rects.ts";
import { browserClock } from "../../../src/page/work.ts";
import { find, put, until } from "../page/support.ts";
import { painted } from "./fake-background.ts";
import { begin, buttons, card, fakeCard, frames, HYPE, placed, session, shadow } from "./harness.ts";

const ROW = "style='line-height:3;width:max-content'";
/** Clicks in the middle of an element. */
const click = (selector: string) => userEvent.click(find(selector));

function claims(background: ReturnType<typeof begin>) {
  return background.marks().map(({ finding, block, start, end }) => ({ finding, block, start, end }));
}

test("under a modal dialog of the page nothing of ours is shown; its own words are lit up on demand", async () => {
  fakeCard();
  put(
    `<main><p id=p ${ROW}>It erases pores.</p></main><dialog id=d><p id=q ${ROW}>It closes pores.</p><button id=x>x</button></dialog>`,
  );
  const background = begin(["erases pores", "closes pores"]);
  await until(() => placed().length === 1);
  await click("#p");
  await until(card);

  (find("#d") as HTMLDialogElement).showModal();
  await until(() => card() === null && placed().length === 0);
  dispatchEvent(new Event("click"));
  await until(() => painted(HYPE).length === 2);
  await frames();
  expect(placed()).toEqual([]);

  // A press on the dialog's marked words would open a card that nobody can see or close.
  await click("#q");
  await frames();
  expect(card()).toBeNull();
  const [outside, inside] = [
    claims(background).find(({ finding }) => finding.includes("erases")),
    claims(background).find(({ finding }) => finding.includes("closes")),
  ];
  if (outside === undefined || inside === undefined) throw new Error("A claim is missing");
  expect(await session()?.guide.lead(inside, "press")).toBe(true);
  expect(painted("poreality-pointed-out")).toEqual(["closes pores"]);
  expect(await session()?.guide.lead(outside, "press")).toBe(false);
  expect(card()).toBeNull();

  (find("#d") as HTMLDialogElement).close();
  await until(() => placed().length === 1);
  expect(await session()?.guide.lead(outside, "press")).toBe(true);
  await until(card);
});

test("a dialog that is not modal, and lies above nothing, changes nothing", async () => {
  fakeCard();
  put(
    `<main style='padding-top:200px'><p id=p ${ROW}>It erases pores.</p></main><dialog id=d>Hello</dialog>`,
  );
  begin(["erases pores"]);
  await until(() => placed().length === 1);
  (find("#d") as HTMLDialogElement).show();
  await frames();
  expect(placed()).toHaveLength(1);
  await click("#p");
  await until(card);
});

test("words that something covers open no card, words under a see-through cover do", async () => {
  fakeCard();
  put(
    `<main><p id=p ${ROW}>It erases pores.</p></main><div id=cover style='position:fixed;inset:0;background:#fff'></div>`,
  );
  begin(["erases pores"]);
  await until(() => buttons().length === 1);
  const { left, top, width, height } = find("#p").getBoundingClientRect();
  const position = { x: left + width / 2, y: top + height / 2 };
  await userEvent.click(find("#cover"), { position });
  await frames();
  expect(card()).toBeNull();
  find("#cover").style.background = "none";
  await userEvent.click(find("#cover"), { position });
  await until(card);
});

test("where the page answers to presses, no marker stands in its way and no card opens", async () => {
  fakeCard();
  put(
    `<main><div id=tile style='cursor:pointer;padding:40px;width:400px'><p id=p ${ROW}>It erases pores.</p></div><p><a id=a href='#there' ${ROW}>It closes pores.</a></p></main>`,
  );
  begin(["erases pores", "closes pores"]);
  await until(() => buttons().length === 2);
  expect(placed()).toHaveLength(1);
  const link = find("#a").getBoundingClientRect();
  expect(placed().some((marker) => overlaps(marker.getBoundingClientRect(), link))).toBe(false);
  let clicks = 0;
  find("#tile").addEventListener("click", () => {
    clicks += 1;
  });
  await click("#p");
  await click("#a");
  await frames();
  expect(card()).toBeNull();
  expect(clicks).toBe(1);
});

test("a hand over the whole page tells nothing", async () => {
  put(`<main><p ${ROW}>It erases pores.</p></main>`);
  document.body.style.cursor = "pointer";
  begin(["erases pores"]);
  await until(() => placed().length === 1);
});

test("the one tab stop is always a marker that can be reached", async () => {
  put(
    `<button id=first>x</button><main style='line-height:3'><div id=box style='overflow:hidden;height:60px'><p>It closes pores.</p></div><p>It erases pores.</p><p>It shrinks pores.</p></main><button id=last>x</button>`,
  );
  begin(["closes pores", "erases pores", "shrinks pores"]);
  await until(() => placed().length === 3);
  find("#box").style.height = "0";
  await until(() => placed().length === 2);
  find("#last").focus();
  await userEvent.keyboard("{Tab}");
  const name = () => shadow()?.activeElement?.getAttribute("aria-label");
  expect(name()).toBe("verdict_hype: erases pores");
  await userEvent.keyboard("{ArrowUp}");
  expect(name()).toBe("verdict_hype: shrinks pores");
  await userEvent.keyboard("{ArrowDown}");
  expect(name()).toBe("verdict_hype: erases pores");
  await userEvent.keyboard("{Home}");
  expect(name()).toBe("verdict_hype: erases pores");
  await userEvent.keyboard("{End}");
  expect(name()).toBe("verdict_hype: shrinks pores");
});

test("from claim to claim in the order of the page, to the end, and the focus goes back to where it was", async () => {
  fakeCard();
  put(
    `<button id=before>x</button><main style='line-height:3'><p id=late></p><p>It erases pores.</p><p hidden>It closes pores.</p><p>It shrinks pores.</p></main>`,
  );
  const { marks } = begin(["closes pores", "erases pores", "shrinks pores", "hides pores"]);
  await until(() => painted(HYPE).length === 3);
  // Newer blocks have higher numbers, wherever they stand.
  find("#late").textContent = "It hides pores.";
  await until(() => painted(HYPE).length === 4);
  const finding = (words: string) => marks().find(({ quote }) => quote === words)?.finding ?? "";
  const guide = session()?.guide;
  find("#before").focus();
  const seen: string[] = [];
  for (let from: string | null = null; ; ) {
    from = (await guide?.step(from, 1)) ?? null;
    if (from === null) break;
    seen.push(from);
    expect(shadow()?.activeElement).toBe(card());
    expect(card()?.textContent).toBe(from);
  }
  expect(seen).toEqual(["hides pores", "erases pores", "shrinks pores"].map(finding));
  expect(card()).toBeNull();
  expect(document.activeElement).toBe(find("#before"));

  expect(await guide?.step(null, -1)).toBe(finding("shrinks pores"));
  expect(await guide?.step(finding("shrinks pores"), -1)).toBe(finding("erases pores"));
  await userEvent.keyboard("{Escape}");
  await until(() => card() === null);
  expect(document.activeElement).toBe(find("#before"));
});

test("once its claim is hidden, a card gives the focus to the next marker", async () => {
  fakeCard();
  put(
    `<main style='line-height:3'><p>It erases pores.</p><p id=p>It closes pores.</p><p>It shrinks pores.</p></main>`,
  );
  begin(["erases pores", "closes pores", "shrinks pores"]);
  await until(() => placed().length === 3);
  buttons()[1]?.focus();
  await userEvent.keyboard("{Enter}");
  await until(() => card() !== null && shadow()?.activeElement === card());
  // The background takes the mark away, as it does once the claim is hidden.
  find("#p").textContent = "Other words.";
  await until(() => buttons().length === 2);
  await userEvent.keyboard("{Escape}");
  await until(() => card() === null);
  expect(shadow()?.activeElement?.getAttribute("aria-label")).toBe("verdict_hype: shrinks pores");
});

test("a page without a mark has no claim to go to", async () => {
  put("<p>Suits large pores.</p>");
  const { updates } = begin(["erases pores"]);
  await until(() => updates.length > 0);
  expect(await session()?.guide.step(null, 1)).toBeNull();
});

test("what the page keeps taking away is told", async () => {
  put(`<main><p ${ROW}>It erases pores.</p></main>`);
  begin(["erases pores"]);
  await until(() => placed().length === 1);
  expect(session()?.removed).toEqual([]);
  await until(() => {
    CSS.highlights.clear();
    dispatchEvent(new Event("scroll"));
    return session()?.removed.length === 1;
  });
  expect(session()?.removed).toEqual(["highlights-removed"]);
});

test("a page that keeps removing our element is left alone in the end, and no card opens", async () => {
  fakeCard();
  put(`<main><p id=p ${ROW}>It erases pores.</p></main>`);
  // Waits take no time, so that we give up at once.
  const clock = { ...browserClock(), after: (_: number, task: () => void) => browserClock().after(0, task) };
  begin(["erases pores"], clock);
  const host = await until(() => document.querySelector("poreality-marks"));
  const hostile = new MutationObserver(() => host.remove());
  hostile.observe(document.body, { childList: true });
  host.remove();
  await until(() => session()?.removed.includes("markers-removed") === true);
  hostile.disconnect();
  expect(host.isConnected).toBe(false);
  await click("#p");
  await frames();
  expect(card()).toBeNull();
});

test("the card from which the site was switched off stays for undo, and goes with a press elsewhere", async () => {
  fakeCard();
  put(`<main><p id=p ${ROW}>It erases pores.</p><p id=q>Other words</p></main>`);
  const { actions } = begin(["erases pores"]);
  await until(() => placed().length === 1);
  await click("#p");
  const dialog = await until(card);
  dialog.dispatchEvent(new CustomEvent("act", { detail: "site-off" }));
  await until(() => actions.length === 1);
  session()?.stop();
  expect(CSS.highlights.size).toBe(0);
  expect(placed()).toEqual([]);
  expect(card()).toBe(dialog);
  dialog.dispatchEvent(new CustomEvent("act", { detail: "site-on" }));
  await until(() => actions.length === 2);
  expect(actions.map(({ action }) => action)).toEqual(["site-off", "site-on"]);
  await click("#q");
  await until(() => document.querySelector("poreality-marks") === null);
});

test("a card left behind goes where the page is marked anew", async () => {
  fakeCard();
  put(`<main><p id=p ${ROW}>It erases pores.</p></main>`);
  const { actions } = begin(["erases pores"]);
  await until(() => placed().length === 1);
  await click("#p");
  (await until(card)).dispatchEvent(new CustomEvent("act", { detail: "site-off" }));
  await until(() => actions.length === 1);
  session()?.stop();
  begin(["erases pores"]);
  await until(() => placed().length === 1);
  expect(document.querySelectorAll("poreality-marks")).toHaveLength(1);
  expect(card()).toBeNull();
});
