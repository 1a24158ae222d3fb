/** The main content script: runs at document_start, begins at DOMContentLoaded, once a document. */
import type { BackgroundToContent, PageStatus } from "../messaging/messages.ts";
import { queryAll, rootOf, stateOf } from "../page/dom.ts";
import { HOST } from "../page/tags.ts";
import { browserClock } from "../page/work.ts";
import { isAlive, onBackgroundMessage, sendToBackground, t } from "../platform/content-api.ts";
import { Session } from "./session.ts";

type Running = { isAlive(): boolean; stop(): void };
const KEY = Symbol.for("poreality.page");
const globals = globalThis as { [KEY]?: Running };

/** A random UUID; `crypto.randomUUID` does not exist on http pages. */
function newDocId(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  );
  return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function run(): Running {
  const docId = newDocId();
  let session: Session | null = null;
  let begun = false;
  const stopListening = new AbortController();
  const { signal } = stopListening;

  const begin = () => {
    begun = true;
    session?.stop();
    session = new Session(
      {
        document,
        docId,
        clock: browserClock(),
        isTop: window === window.top,
        send: sendToBackground,
        t,
        isAlive,
      },
      (orphaned) => {
        session = null;
        if (orphaned) stop();
      },
    );
    session.start();
  };
  const status = (): PageStatus => ({
    ...(session?.pageTiming ?? { read: 0, paint: 0, longestSlice: 0 }),
    docId,
    state: session?.state ?? (begun ? "off" : "reading"),
    paused: session?.isPaused ?? false,
    removed: session?.removed ?? [],
  });
  const stopMessages = onBackgroundMessage((value) => {
    const message = value as BackgroundToContent;
    switch (message?.type) {
      case "page.marks":
        if (message.docId === docId) session?.draw(message.marks);
        return undefined;
      case "page.stop":
        session?.stop();
        session = null;
        return undefined;
      case "page.start":
        if (session === null) begin();
        else session.wake();
        return undefined;
      case "page.show":
        if (message.docId !== docId) return undefined;
        return (session?.guide.lead(message, "press") ?? Promise.resolve(false)).then((shown) => ({ shown }));
      case "page.step":
        if (message.docId !== docId) return undefined;
        return (session?.guide.step(message.from, message.by) ?? Promise.resolve(null)).then((shown) => ({
          shown,
        }));
      case "page.timings":
        return Promise.resolve(status());
      default:
        return undefined;
    }
  });
  const stop = () => {
    stopListening.abort();
    stopMessages();
    session?.stop();
    session = null;
  };

  addEventListener(
    "pagehide",
    () => {
      if (session?.state === "sent")
        void sendToBackground({ type: "page.gone", docId }).catch(() => undefined);
    },
    { signal },
  );
  addEventListener("pageshow", (event) => event.persisted && session?.wake(), { signal });
  // Parts that an earlier copy of us left behind, whose extension is gone.
  for (const stray of queryAll(rootOf(document), HOST)) stray.remove();
  if (stateOf(document) === "loading")
    addEventListener("DOMContentLoaded", begin, { signal, once: true, capture: true });
  else begin();
  return { isAlive, stop };
}

if (globals[KEY]?.isAlive() !== true) {
  globals[KEY]?.stop();
  globals[KEY] = run();
}
