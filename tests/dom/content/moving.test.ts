/** Markers stand beside their words wherever the page takes them. */
import { afterEach, expect, test, vi } from "vitest";
import { find, head, put, until } from "../page/support.ts";
import { begin, buttons, frames, placed } from "./harness.ts";

afterEach(() => {
  document.documentElement.removeAttribute("style");
  scrollTo(0, 0);
});

const PARAGRAPH = "<p id=p style='width:max-content;margin:0'>It erases pores</p>";

/** From the right top corner of the words to the left top corner of their marker. */
function offset(): { x: number; y: number } {
  const [marker] = placed();
  const words = new Range();
  const text = find("#p").firstChild as Text;
  words.setStart(text, text.data.indexOf("erases pores"));
  words.setEnd(text, text.data.indexOf("erases pores") + "erases pores".length);
  const { right, top } = words.getBoundingClientRect();
  const box = marker?.getBoundingClientRect();
  return { x: (box?.left ?? Number.NaN) - right, y: (box?.top ?? Number.NaN) - top };
}

/** True where the marker stands as far from its words as it did. */
const isAt = (before: { x: number; y: number }) => {
  const now = offset();
  return Math.abs(now.x - before.x) < 1 && Math.abs(now.y - before.y) < 1;
};

async function marked(html: string): Promise<{ x: number; y: number }> {
  put(html);
  begin(["erases pores"]);
  await until(() => placed().length === 1);
  await frames();
  return offset();
}

const place = () => {
  const { left, top } = find("#p").getBoundingClientRect();
  return `${left.toFixed()},${top.toFixed()}`;
};

/** Waits until all was looked at after the last movement, and only the browser's own observers are still watching. */
async function calm(): Promise<void> {
  const watched = vi.spyOn(IntersectionObserver.prototype, "observe");
  dispatchEvent(new Event("scroll"));
  await until(() => watched.mock.calls.length > 0);
  watched.mockRestore();
  await frames();
}

/** Scrolls, by which the words move: the marker is beside them in the next frame. */
async function scrolls(before: { x: number; y: number }, scroll: () => void): Promise<void> {
  const was = place();
  scroll();
  expect(place()).not.toBe(was);
  await frames();
  expect(placed()).toHaveLength(1);
  expect(isAt(before)).toBe(true);
}

/** Does something else that moves the words, long after the last movement, and waits for the marker. */
async function moves(before: { x: number; y: number }, act: () => void): Promise<void> {
  await calm();
  const was = place();
  act();
  expect(place()).not.toBe(was);
  await until(() => placed().length === 1 && isAt(before));
}

test.each([
  ["a page that scrolls", `<main style='padding:300px 60px 3000px'>${PARAGRAPH}</main>`],
  [
    "a part that sticks",
    `<main style='padding:60px 60px 3000px'><div style='height:100px'></div><header style='position:sticky;top:20px'>${PARAGRAPH}</header><div style='height:2000px'></div></main>`,
  ],
])("%s", async (_, html) => {
  const before = await marked(html);
  await scrolls(before, () => scrollTo(0, 60));
  await scrolls(before, () => scrollTo(0, 100));
});

test("words that stick stay where they are, and so does their marker", async () => {
  const before = await marked(
    `<main style='padding:0 60px 3000px'><header style='position:sticky;top:0;padding:20px'>${PARAGRAPH}</header><div style='height:2000px'></div></main>`,
  );
  scrollTo(0, 700);
  await frames();
  expect(isAt(before)).toBe(true);
});

test("words that are fixed in the window: the marker stays beside them, inside the window", async () => {
  const before = await marked(
    `<div style='position:fixed;bottom:0;left:0;width:100%;padding-left:40px;font:16px/18px serif'>${PARAGRAPH}</div><main style='height:3000px'></main>`,
  );
  scrollTo(0, 900);
  await frames();
  expect(isAt(before)).toBe(true);
  const { bottom, right } = (placed()[0] as HTMLElement).getBoundingClientRect();
  expect(bottom).toBeLessThanOrEqual(innerHeight);
  expect(right).toBeLessThanOrEqual(innerWidth);
});

test("a part that scrolls inside another one", async () => {
  const before = await marked(
    `<div id=outer style='height:300px;overflow:auto;padding:0 60px'><div style='height:80px'></div><div id=inner style='height:200px;width:400px;overflow:auto'><div style='height:60px'></div>${PARAGRAPH}<div style='height:900px'></div></div><div style='height:900px'></div></div>`,
  );
  await scrolls(before, () => {
    find("#inner").scrollTop = 30;
  });
  await scrolls(before, () => {
    find("#outer").scrollTop = 50;
  });
});

test.each([
  ["moves", ".on{transform:translate(120px,45px)}"],
  ["is placed elsewhere", ".on{position:relative;top:33px}"],
  ["gets room above, of which no element changes its size", ".on{margin-top:41px}"],
])("a class on a part of the page that %s", async (_, css) => {
  head(`<style>${css}</style>`);
  const before = await marked(
    `<main style='padding:60px;height:600px'><div id=box>${PARAGRAPH}</div></main>`,
  );
  await moves(before, () => {
    find("#box").className = "on";
  });
  await moves(before, () => {
    find("#box").className = "";
  });
});

test("a script that moves words by their style, again and again", async () => {
  const before = await marked(`<main style='padding:60px'>${PARAGRAPH}</main>`);
  for (const left of [40, 90, 20]) {
    await moves(before, () => {
      find("#p").style.translate = `${left}px 0`;
    });
  }
});

test("nothing is measured while nothing moves", async () => {
  await marked(`<main style='padding:60px'>${PARAGRAPH}</main>`);
  await calm();
  const ranges = vi.spyOn(Range.prototype, "getClientRects");
  const boxes = vi.spyOn(Element.prototype, "getBoundingClientRect");
  for (let frame = 0; frame < 20; frame += 1) await frames();
  expect(ranges.mock.calls.length + boxes.mock.calls.length).toBe(0);
  for (const spy of [ranges, boxes]) spy.mockRestore();
});

test("words that a script carries about all the time have no marker until they rest", async () => {
  const before = await marked(`<main style='padding:60px'>${PARAGRAPH}</main>`);
  let carrying = true;
  let at = 0;
  const carry = () => {
    at += 3;
    find("#p").style.translate = `${at % 300}px 0`;
    if (carrying) requestAnimationFrame(carry);
  };
  carry();
  await until(() => placed().length === 0).finally(() => {
    carrying = false;
  });
  await until(() => placed().length === 1 && isAt(before));
});

test("the end of a transform that takes its time", async () => {
  const before = await marked(
    `<main style='padding:60px'><div id=box style='transition:transform .1s'>${PARAGRAPH}</div></main>`,
  );
  const { left } = find("#p").getBoundingClientRect();
  find("#box").style.transform = "translateX(150px)";
  await until(() => Math.abs(find("#p").getBoundingClientRect().left - left - 150) < 0.5);
  await until(() => placed().length === 1 && isAt(before));
});

test("letters that come late and are of another width", async () => {
  const before = await marked(
    `<main style='padding:60px;width:600px'><p id=p style='font:20px/30px Late,serif;height:30px;margin:0'>It erases pores</p></main>`,
  );
  const width = () => {
    const words = new Range();
    words.selectNodeContents(find("#p"));
    return words.getBoundingClientRect().width;
  };
  const was = width();
  await calm();
  const local = ["DejaVu Sans", "Liberation Sans", "Arial", "Helvetica", "Roboto", "Noto Sans"];
  const face = new FontFace("Late", local.map((name) => `local("${name}")`).join(), {
    sizeAdjust: "150%",
  } as FontFaceDescriptors);
  document.fonts.add(face);
  await face.load();
  await until(() => width() > was + 5);
  await until(() => placed().length === 1 && Math.abs(offset().x - before.x) < 1);
  document.fonts.delete(face);
});

test("parts that are drawn only once they come near", async () => {
  const far =
    "<section style='content-visibility:auto;contain-intrinsic-height:50px'><div style='height:400px'></div></section>";
  const before = await marked(
    `<main style='padding:60px'>${PARAGRAPH}<div style='height:1500px'></div>${far.repeat(6)}<p id=end>End</p></main>`,
  );
  const [first] = buttons();
  find("#p").style.marginTop = "10px";
  find("#end").scrollIntoView();
  await frames();
  find("#p").scrollIntoView();
  await until(() => placed().length === 1 && isAt(before));
  expect(placed()[0]).toBe(first);
});

test("words in a part that is drawn only once it comes near", async () => {
  put(
    `<main style='padding:60px'><div style='height:2500px'></div><section style='content-visibility:auto;contain-intrinsic-height:20px'><div style='height:300px'></div>${PARAGRAPH}</section></main>`,
  );
  begin(["erases pores"]);
  await until(() => buttons().length === 1);
  find("section").scrollIntoView({ block: "end" });
  await until(() => placed().length === 1);
  const { x, y } = offset();
  expect(Math.abs(x)).toBeLessThanOrEqual(24);
  expect(Math.abs(y)).toBeLessThanOrEqual(24);
});

test.each([
  ["zoom on the root", "html", "zoom:1.5"],
  ["zoom on the body", "body", "zoom:.8"],
  ["a scaled body", "body", "transform:scale(.75);transform-origin:0 0"],
])("%s: the marker stands beside its words, and is as large as on any page", async (_, element, style) => {
  const before = await marked(`<main style='padding:60px'>${PARAGRAPH}</main>`);
  const words = find("#p").getBoundingClientRect();
  find(element).setAttribute("style", style);
  expect(find("#p").getBoundingClientRect().width).not.toBeCloseTo(words.width, 0);
  await until(() => {
    const [marker] = placed();
    const { x, y } = offset();
    const width = marker?.getBoundingClientRect().width ?? 0;
    return Math.abs(x - before.x) < 1 && Math.abs(y) < 8 && Math.abs(width - 16) < 0.5;
  });
});
