/** A small WebDriver BiDi client: one socket, numbered commands, events by name. */
import WebSocket from "ws";

export type BidiValue = null | boolean | number | string | BidiValue[] | { [key: string]: BidiValue };
export type BidiObject = { [key: string]: BidiValue };
type Pending = { resolve(value: BidiObject): void; reject(error: Error): void; method: string };
type Listener = (parameters: BidiObject) => void;

export class Bidi {
  private next = 1;
  private readonly pending = new Map<number, Pending>();
  private readonly listeners = new Map<string, Set<Listener>>();

  private constructor(private readonly socket: WebSocket) {
    socket.on("message", (data) => this.receive(String(data)));
    socket.on("close", () => this.fail(new Error("The browser closed the connection.")));
    socket.on("error", (error) => this.fail(error));
  }

  /** Connects to a BiDi session address (ws://…/session). @throws Error if the browser does not answer */
  static connect(address: string): Promise<Bidi> {
    const socket = new WebSocket(address, { maxPayload: 256 * 1024 * 1024 });
    return new Promise((resolve, reject) => {
      socket.once("open", () => resolve(new Bidi(socket)));
      socket.once("error", reject);
    });
  }

  /** Sends one command. @returns its result. @throws Error with the browser's own words if it fails */
  send(method: string, params: BidiObject = {}): Promise<BidiObject> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject, method });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** Calls `listener` for each event of that name, once the session has subscribed to it. Returns the way to stop. */
  on(event: string, listener: Listener): () => void {
    const known = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, known.add(listener));
    return () => known.delete(listener);
  }

  close(): void {
    this.socket.close();
  }

  private receive(data: string): void {
    const message = JSON.parse(data) as {
      id?: number | null;
      type: string;
      method?: string;
      params?: BidiObject;
      result?: BidiObject;
      error?: string;
      message?: string;
    };
    if (message.type === "event" && message.method !== undefined) {
      for (const listener of this.listeners.get(message.method) ?? []) listener(message.params ?? {});
      return;
    }
    const waiting = typeof message.id === "number" ? this.pending.get(message.id) : undefined;
    if (waiting === undefined || typeof message.id !== "number") return;
    this.pending.delete(message.id);
    if (message.type === "success") waiting.resolve(message.result ?? {});
    else waiting.reject(new Error(`${waiting.method}: ${message.error}: ${message.message}`));
  }

  private fail(error: Error): void {
    for (const waiting of this.pending.values()) waiting.reject(error);
    this.pending.clear();
  }
}
