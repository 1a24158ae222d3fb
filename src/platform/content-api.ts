/** The few extension calls of the content scripts, straight on the browser's namespace: the polyfill would be too large. */

type Listener = (
  message: unknown,
  sender: { id?: string },
  answer: (value: unknown) => void,
) => boolean | undefined;
type Namespace = {
  runtime?: {
    id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
  };
  i18n: { getMessage(key: string, substitutions?: string[]): string };
};

const globals = globalThis as { browser?: Namespace; chrome?: Namespace };
const namespace = (globals.browser ?? globals.chrome) as Namespace;

/** False once the extension was updated, reloaded or removed and this script has become an orphan. */
export function isAlive(): boolean {
  try {
    return namespace.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** Sends a message to the background. Rejects where it cannot be reached or was killed while at it. */
export async function sendToBackground(message: unknown): Promise<unknown> {
  if (namespace.runtime === undefined) throw new Error("Extension context invalidated.");
  return namespace.runtime.sendMessage(message);
}

/**
 * Calls `handle` with messages of this extension. A promise is sent back as the answer, `undefined` leaves the message to
 * others. Returns the way to stop.
 */
export function onBackgroundMessage(handle: (message: unknown) => Promise<unknown> | undefined): () => void {
  const { runtime } = namespace;
  if (runtime === undefined) return () => {};
  const listener: Listener = (message, sender, answer) => {
    if (sender.id !== runtime.id) return undefined;
    const reply = handle(message);
    if (reply === undefined) return undefined;
    reply.then(answer, () => answer(undefined));
    return true;
  };
  runtime.onMessage.addListener(listener);
  return () => {
    if (isAlive()) runtime.onMessage.removeListener(listener);
  };
}

/** Interface text by key, with `$1`… replaced; the key itself where it is missing or the extension is gone. */
export function t(key: string, ...substitutions: (string | number)[]): string {
  try {
    return namespace.i18n.getMessage(key, substitutions.map(String)) || key;
  } catch {
    return key;
  }
}
