/** One tab of Firefox: opens addresses, evaluates, points, presses, and sees into closed shadow roots. */
import type { SurfaceToBackground } from "../../src/messaging/messages.ts";
import type { Bidi, BidiObject, BidiValue } from "./bidi.ts";
import { middleOf, type Point } from "./on-page.ts";
import { until } from "./settled.ts";

const LIMIT_MS = 15_000;

/** How Firefox describes a node in an answer. */
type RemoteNode = {
  type: string;
  sharedId?: string;
  value?: {
    nodeType: number;
    localName?: string;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: RemoteNode[];
    shadowRoot?: RemoteNode | null;
  };
};

export type ShadowNode = { name: string; text: string; attributes: Map<string, string>; sharedId: string };

export class FirefoxTab {
  constructor(
    private readonly bidi: Bidi,
    readonly context: string,
  ) {}

  /** Opens an address and waits until the document is complete. */
  async open(url: string, limitMs = LIMIT_MS): Promise<void> {
    await this.bidi
      .send("browsingContext.navigate", { context: this.context, url, wait: "none" })
      .catch((error: unknown) => {
        // A page that tries to leave at once; whether it is there is seen below.
        if (!String(error).includes("NS_BINDING_ABORTED")) throw error;
      });
    await until(`${url} in Firefox`, limitMs, async () => {
      const now = await this.run<string>('document.readyState + " " + location.href').catch(() => "");
      return now.startsWith("complete ") && now.includes(new URL(url).host) ? true : undefined;
    });
  }

  /** Evaluates an expression in the page, in the page's own world. @returns its value, which must be plain data */
  async run<Value>(expression: string): Promise<Value> {
    const answer = await this.bidi.send("script.evaluate", {
      expression: `(async () => JSON.stringify(await (${expression})) ?? "null")()`,
      target: { context: this.context },
      awaitPromise: true,
    });
    if (answer.type !== "success") {
      throw new Error(`In Firefox: ${(answer.exceptionDetails as { text?: string } | undefined)?.text}`);
    }
    return JSON.parse(String((answer.result as BidiObject).value)) as Value;
  }

  /** Waits until an expression is true in the page. */
  async becomes(expression: string, limitMs = LIMIT_MS): Promise<void> {
    await until(`${expression} in Firefox`, limitMs, async () =>
      (await this.run<boolean>(`Boolean(${expression})`).catch(() => false)) ? true : undefined,
    );
  }

  /**
   * From a page of the extension: sends one message to the background and returns its answer. A background that was just
   * being stopped for idleness gets it again, as it does from the popup.
   */
  ask<Answer>(message: SurfaceToBackground): Promise<Answer> {
    return until(`an answer to ${message.type} in Firefox`, LIMIT_MS, async () => {
      try {
        return await this.run<Answer>(`browser.runtime.sendMessage(${JSON.stringify(message)})`);
      } catch (error) {
        if (String(error).includes("Receiving end does not exist")) return undefined;
        throw error;
      }
    });
  }

  /** Moves the pointer to a place in the window and, unless told otherwise, clicks there. */
  async point(at: Point, click = true): Promise<void> {
    const press = ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 }));
    const move = { type: "pointerMove", x: Math.round(at.x), y: Math.round(at.y) };
    await this.bidi.send("browsingContext.activate", { context: this.context });
    await this.bidi.send("input.performActions", {
      context: this.context,
      actions: [{ type: "pointer", id: "mouse", actions: click ? [move, ...press] : [move] }],
    });
  }

  /** Presses one key, for example "\uE00C" for Escape in the numbering of WebDriver. */
  async press(key: string): Promise<void> {
    const actions = ["keyDown", "keyUp"].map((type) => ({ type, value: key }));
    await this.bidi.send("input.performActions", {
      context: this.context,
      actions: [{ type: "key", id: "keyboard", actions }],
    });
  }

  /** Where words stand in the window. @throws Error if they cannot be seen */
  async pointAt(words: string): Promise<Point> {
    const point = await this.run<Point | null>(`(${middleOf.toString()})(${JSON.stringify(words)})`);
    if (point === null) throw new Error(`“${words}” cannot be seen in Firefox.`);
    return point;
  }

  /** Clicks on the first element that a CSS selector finds, and that holds `text` where one is given. */
  async click(selector: string, text = ""): Promise<void> {
    const box = `(() => {
      const all = [...document.querySelectorAll(${JSON.stringify(selector)})];
      const one = all.find((element) => element.textContent.includes(${JSON.stringify(text)}));
      if (!one) return null;
      one.scrollIntoView({ block: "center", behavior: "instant" });
      const box = one.getBoundingClientRect();
      return box.width === 0 ? null : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    })()`;
    const point = await until(`${selector} “${text}” in Firefox`, LIMIT_MS, async () => {
      return (await this.run<Point | null>(box)) ?? undefined;
    });
    await this.point(point);
  }

  async close(): Promise<void> {
    await this.bidi.send("browsingContext.close", { context: this.context });
  }

  /** All elements in closed shadow roots of the page; each text is that of its whole subtree. */
  async shadowElements(): Promise<ShadowNode[]> {
    const answer = await this.bidi.send("script.evaluate", {
      expression: "document.documentElement",
      target: { context: this.context },
      awaitPromise: false,
      serializationOptions: { maxDomDepth: null, includeShadowTree: "all" } as BidiObject,
    });
    const elements: ShadowNode[] = [];
    collect(answer.result as BidiValue as RemoteNode, false, elements);
    return elements;
  }
}

function collect(node: RemoteNode, inside: boolean, elements: ShadowNode[]): string {
  const value = node.value;
  if (value === undefined) return "";
  if (value.nodeType === 3) return inside ? (value.nodeValue ?? "") : "";
  const attributes = new Map(Object.entries(value.attributes ?? {}));
  const mine: ShadowNode = {
    name: value.localName ?? "",
    text: "",
    attributes,
    sharedId: node.sharedId ?? "",
  };
  if (inside && value.nodeType === 1) elements.push(mine);
  if (value.shadowRoot) collect(value.shadowRoot, true, elements);
  if (mine.name === "style" || mine.name === "script") return "";
  const text = (value.children ?? []).map((child) => collect(child, inside, elements)).join("");
  mine.text = text.replace(/\s+/g, " ").trim();
  return text;
}
