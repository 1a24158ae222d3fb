/**
 * The main content script: runs at document_start, begins at DOMContentLoaded, once a document. It only asks whether there
 * is anything to look for; what reads and paints is injected where there is.
 */
import type { BackgroundToContent, PageStatus } from "../messaging/messages.ts";
import { type Anchors, setAnchors } from "../page/anchors.ts";
import { queryAll, rootOf, stateOf } from "../page/dom.ts";
import { HOST } from "../page/tags.ts";
import { browserClock } from "../page/work.ts";
import { isAlive, onBackgroundMessage, sendToBackground, t } from "../platform/content-api.ts";
import { FirstLook } from "./first-look.ts";
import { ReaderLoader } from "./reader-loader.ts";
import type { ReaderScript } from "./reader-registry.ts";
import type { Session } from "./session.ts";

/** Put in at build time from the rule files: what finds the words of which every claim holds one. */
declare const __ANCHORS__: Anchors;
const anchors = __ANCHORS__;

type Running = { isAlive(): boolean; stop(): void };
const KEY = Symbol.for("poreality.page");
const globals = globalThis as { [KEY]?: Running };

/** A random UUID; `crypto.randomUUID` does not exist on http pages. */
function newDocId(): string {
  if (isSecureContext) return crypto.randomUUID();
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  );
  return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function run(): Running {
  const docId = newDocId();
  const clock = browserClock();
  let look: FirstLook | null = null;
  let loader: ReaderLoader | null = null;
  let session: Session | null = null;
  let begun = false;
  const stopListening = new AbortController();
  const { signal } = stopListening;

  const end = () => {
    look?.stop();
    loader?.stop();
    session?.stop();
    look = null;
    loader = null;
    session = null;
  };
  const stop = () => {
    stopListening.abort();
    stopMessages();
    end();
  };
  const read = (script: ReaderScript) => {
    const isTop = window === window.top;
    session = script.begin(
      { document, docId, clock, isTop, send: sendToBackground, t, isAlive, anchors },
      (orphaned) => (orphaned ? stop() : end()),
    );
    loader = null;
  };
  const begin = () => {
    begun = true;
    end();
    const found = () => {
      loader = new ReaderLoader({
        docId,
        clock,
        send: sendToBackground,
        loaded: read,
        off: end,
        orphaned: stop,
      });
      loader.start();
    };
    look = new FirstLook({ document, clock, found });
    look.start();
  };
  const status = (): PageStatus => {
    const { read = 0, paint = 0, longestSlice = 0 } = session?.pageTiming ?? {};
    const { total = 0, longest = 0 } = look?.spent ?? {};
    const waiting = !begun || loader !== null ? "reading" : look === null ? "off" : "nothing";
    return {
      read: read + total,
      paint,
      longestSlice: Math.max(longest, longestSlice),
      docId,
      state: session?.state ?? waiting,
      paused: (session ?? look)?.isPaused ?? false,
      removed: session?.removed ?? [],
    };
  };
  const stopMessages = onBackgroundMessage((value) => {
    const message = value as BackgroundToContent;
    switch (message?.type) {
      case "page.marks":
        if (message.docId === docId) session?.draw(message.marks);
        return undefined;
      case "page.stop":
        end();
        return undefined;
      case "page.start":
        if (session !== null) session.wake();
        else if (loader === null) begin();
        return undefined;
      case "page.show":
        if (message.docId !== docId) return undefined;
        return (session?.guide.lead(message, "press") ?? Promise.resolve(false)).then((shown) => ({ shown }));
      case "page.step":
        if (message.docId !== docId) return undefined;
        return (session?.guide.step(message.from, message.by) ?? Promise.resolve(null)).then((shown) => ({
          shown,
        }));
      case "page.resume":
        (session ?? look)?.resume();
        return undefined;
      case "page.timings":
        return Promise.resolve(status());
      default:
        return undefined;
    }
  });

  addEventListener(
    "pagehide",
    () => {
      if (session?.state === "sent")
        void sendToBackground({ type: "page.gone", docId }).catch(() => undefined);
    },
    { signal },
  );
  addEventListener("pageshow", (event) => event.persisted && session?.wake(), { signal });
  if (stateOf(document) === "loading")
    addEventListener("DOMContentLoaded", begin, { signal, once: true, capture: true });
  else {
    // A page that was open before: what an earlier copy of us left behind, whose extension is gone, may stand in it.
    for (const stray of queryAll(rootOf(document), HOST)) stray.remove();
    begin();
  }
  return { isAlive, stop };
}

if (globals[KEY]?.isAlive() !== true) {
  globals[KEY]?.stop();
  setAnchors(anchors);
  globals[KEY] = run();
}
