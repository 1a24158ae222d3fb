/** Finds words on a page, and what the extension shows in its closed shadow root, as a person would see them. */
import type { Page } from "playwright";

export type Point = { x: number; y: number };

/**
 * In the page: scrolls the first visible occurrence of `words` into the middle and gives the middle of its first line.
 * Works across inline elements. A function in one piece, so that it can be sent to either browser.
 */
export function middleOf(words: string): Point | null {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let text = "";
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.checkVisibility() !== true) continue;
    nodes.push({ node: node as Text, start: text.length });
    // Of equal length, so that offsets stay what they are.
    text += (node as Text).data.replace(/\s/g, " ");
  }
  const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, " +");
  const found = new RegExp(pattern).exec(text);
  if (found === null) return null;
  const range = document.createRange();
  for (const { node, start } of nodes) {
    const end = start + node.data.length;
    if (start <= found.index && found.index < end) range.setStart(node, found.index - start);
    const last = found.index + found[0].length;
    if (start < last && last <= end) range.setEnd(node, last - start);
  }
  range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
  const box = Array.from(range.getClientRects()).find((rect) => rect.width > 2);
  return box === undefined ? null : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/**
 * Where the words stand in the window, once they are painted there: nobody clicks on what is not yet on the screen. The
 * page must be in front. @throws Error if they cannot be seen on the page
 */
export async function pointAt(page: Page, words: string): Promise<Point> {
  const point = await page.evaluate(middleOf, words);
  if (point === null) throw new Error(`“${words}” cannot be seen on ${page.url()}.`);
  await page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
  });
  return point;
}

type CdpNode = {
  nodeName: string;
  nodeValue: string;
  backendNodeId: number;
  attributes?: string[];
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
  shadowRootType?: string;
  contentDocument?: CdpNode;
};

/** An element inside a closed shadow root. */
export type ShadowElement = { name: string; text: string; attributes: Map<string, string>; id: number };

function collect(node: CdpNode, inside: boolean, elements: ShadowElement[]): string {
  const mine: ShadowElement | null =
    inside && node.attributes !== undefined
      ? { name: node.nodeName.toLowerCase(), text: "", attributes: new Map(), id: node.backendNodeId }
      : null;
  if (mine !== null) elements.push(mine);
  for (let at = 0; at < (node.attributes?.length ?? 0); at += 2) {
    mine?.attributes.set(node.attributes?.[at] ?? "", node.attributes?.[at + 1] ?? "");
  }
  const closed = (node.shadowRoots ?? []).filter((root) => root.shadowRootType === "closed");
  for (const root of closed) collect(root, true, elements);
  if (node.contentDocument !== undefined) collect(node.contentDocument, false, elements);
  const silent = node.nodeName === "STYLE" || node.nodeName === "SCRIPT";
  const own = inside && node.nodeName === "#text" ? node.nodeValue : "";
  const text =
    own + (silent ? [] : (node.children ?? [])).map((child) => collect(child, inside, elements)).join("");
  if (mine !== null) mine.text = text.replace(/\s+/g, " ").trim();
  return text;
}

/** All elements in closed shadow roots of the page and of its frames of the same site, in document order; each text is that of its whole subtree. */
export async function shadowElements(page: Page): Promise<ShadowElement[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
    const elements: ShadowElement[] = [];
    collect(root as CdpNode, false, elements);
    return elements;
  } finally {
    await session.detach();
  }
}

/** Middle of an element of `shadowElements`, in the window. Null where it takes no room. */
export async function middleOfElement(page: Page, element: ShadowElement): Promise<Point | null> {
  const session = await page.context().newCDPSession(page);
  try {
    const { quads } = await session.send("DOM.getContentQuads", { backendNodeId: element.id });
    const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quads[0] ?? [];
    return quads.length === 0 ? null : { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
  } catch {
    return null;
  } finally {
    await session.detach();
  }
}

/** All that can be read in the extension's card on the page; empty while none is open. */
export async function cardText(page: Page): Promise<string> {
  const dialog = (await shadowElements(page)).find((one) => one.attributes.get("role") === "dialog");
  return dialog?.text ?? "";
}
