/** Has the background inject the reader script, and tries again where that fails. */
import type { PageRead, PageReadAnswer } from "../messaging/messages.ts";
import type { Clock } from "../page/work.ts";
import { type ReaderScript, registeredReader } from "./reader-registry.ts";

/** Ms between attempts; after the last it is left until the reader of the page comes back to it. */
const RETRY_AFTER = [150, 600, 2_000];

export type LoaderOptions = {
  docId: string;
  clock: Clock;
  send(message: PageRead): Promise<unknown>;
  loaded(script: ReaderScript): void;
  /** The site is switched off. */
  off(): void;
  /** The extension is gone. */
  orphaned(): void;
};

export class ReaderLoader {
  private failures = 0;
  private closed = false;
  private readonly stopListening = new AbortController();

  constructor(private readonly options: LoaderOptions) {}

  start(): void {
    const { signal } = this.stopListening;
    addEventListener("visibilitychange", () => this.again(), { capture: true, signal });
    addEventListener("pageshow", () => this.again(), { signal });
    void this.load();
  }

  stop(): void {
    this.closed = true;
    this.stopListening.abort();
  }

  private again(): void {
    if (this.failures <= RETRY_AFTER.length) return;
    this.failures = 0;
    void this.load();
  }

  private async load(): Promise<void> {
    const { docId, send, loaded, off, orphaned, clock } = this.options;
    let status: PageReadAnswer["status"] | undefined;
    try {
      status = ((await send({ type: "page.read", docId })) as PageReadAnswer | null | undefined)?.status;
    } catch (error) {
      if (/context invalidated/i.test(String(error))) {
        this.stop();
        orphaned();
        return;
      }
    }
    if (this.closed) return;
    const script = registeredReader();
    if (status === "off") off();
    else if (status === "ok" && script !== undefined) loaded(script);
    else {
      const pause = RETRY_AFTER[this.failures];
      this.failures += 1;
      if (pause !== undefined) clock.after(pause, () => !this.closed && void this.load());
      return;
    }
    this.stop();
  }
}
