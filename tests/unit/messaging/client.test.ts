/** A background that is just being stopped for idleness is asked again; every other error reaches the reader. */
import { beforeEach, expect, test, vi } from "vitest";

const { sendMessage } = vi.hoisted(() => ({ sendMessage: vi.fn() }));
vi.mock("../../../src/platform/browser.ts", () => ({ browser: { runtime: { sendMessage } } }));
const { ask } = await import("../../../src/messaging/client.ts");

beforeEach(() => {
  sendMessage.mockReset();
});

test("asks again where the message was not delivered", async () => {
  sendMessage
    .mockRejectedValueOnce(new Error("Could not establish connection. Receiving end does not exist."))
    .mockResolvedValueOnce({ rules: [] });
  expect(await ask({ type: "options.load" })).toEqual({ rules: [] });
  expect(sendMessage).toHaveBeenCalledTimes(2);
});

test("gives up where nobody ever answers", async () => {
  sendMessage.mockRejectedValue(new Error("Receiving end does not exist."));
  await expect(ask({ type: "options.load" })).rejects.toThrow("Receiving end");
  expect(sendMessage).toHaveBeenCalledTimes(4);
});

test.each([
  "The message port closed before a response was received.",
  "A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received",
  "Promised response from onMessage listener went out of scope",
])("asks again where the background was stopped before it answered: %s", async (message) => {
  sendMessage.mockRejectedValueOnce(new Error(message)).mockResolvedValueOnce({ rules: [] });
  expect(await ask({ type: "options.reset" })).toEqual({ rules: [] });
  expect(sendMessage).toHaveBeenCalledTimes(2);
});

test("does not ask again where something else is the matter", async () => {
  sendMessage.mockRejectedValue(new Error("Extension context invalidated."));
  await expect(ask({ type: "options.reset" })).rejects.toThrow("invalidated");
  expect(sendMessage).toHaveBeenCalledTimes(1);
});
