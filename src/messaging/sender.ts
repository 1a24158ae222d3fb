import type { Runtime } from "webextension-polyfill";

/** Who sent a message: one of our pages, our script in a web page (with its place), or nobody we answer. */
export type Sender =
  | { tier: "surface" }
  | { tier: "content"; tabId: number; frameId: number; url: string; topUrl: string }
  | { tier: "refused" };

/**
 * Tells senders apart. A web page cannot pass for one of our pages: the browser fills in `url`.
 * @param self our id and the address that our own pages begin with.
 */
export function senderOf(sender: Runtime.MessageSender, self: { id: string; origin: string }): Sender {
  if (sender.id !== self.id) return { tier: "refused" };
  if (sender.url?.startsWith(self.origin)) return { tier: "surface" };
  const { tab, frameId, url } = sender;
  if (tab?.id === undefined || frameId === undefined || url === undefined) return { tier: "refused" };
  return { tier: "content", tabId: tab.id, frameId, url, topUrl: tab.url ?? (frameId === 0 ? url : "") };
}
