import { expect, test } from "vitest";
import { Conversation, type Snapshot } from "../../../src/content/conversation.ts";
import type { Block } from "../../../src/engine/model.ts";
import type { Mark, PageUpdate } from "../../../src/messaging/messages.ts";

const block = (id: number, text = `Pores ${id}`): Block => ({ id, zone: "description", text, hidden: false });
const mark = (id: number): Mark => ({
  finding: `f${id}`,
  block: id,
  start: 0,
  end: 5,
  verdict: "hype",
  quote: "Pores",
  quiet: false,
});
const news = (added: Block[], removed: number[] = []) => ({ added, removed, truncated: false });

/** A background that answers when the test says so. */
function talk(snapshot: Snapshot = { facts: null, blocks: [], truncated: false }) {
  const sent: PageUpdate[] = [];
  const replies: { resolve: (value: unknown) => void; reject: (error: Error) => void }[] = [];
  const marks: Mark[][] = [];
  const timers: { ms: number; task: () => void }[] = [];
  const events: string[] = [];
  const conversation = new Conversation({
    docId: "doc",
    send: (update) => {
      sent.push(update);
      return new Promise((resolve, reject) => replies.push({ resolve, reject }));
    },
    snapshot: () => snapshot,
    marks: (all) => void marks.push(all),
    off: () => void events.push("off"),
    orphaned: () => void events.push("orphaned"),
    after: (ms, task) => {
      timers.push({ ms, task });
      return () => {};
    },
  });
  const settle = async (act: () => void) => {
    act();
    await new Promise((resolve) => setTimeout(resolve));
  };
  const answer = (value: unknown) => settle(() => replies.shift()?.resolve(value));
  const fail = (message: string) => settle(() => replies.shift()?.reject(new Error(message)));
  return { conversation, sent, marks, timers, events, answer, fail };
}

test("the first update is full, later ones hold the difference, and news gather while one is under way", async () => {
  const { conversation, sent, marks, answer } = talk({ facts: null, blocks: [block(1)], truncated: false });
  conversation.push(news([block(1)]));
  conversation.push(news([block(2)]));
  conversation.push(news([block(3)], [2]));
  expect(sent).toMatchObject([{ revision: 1, full: true, added: [block(1)] }]);
  expect([1, 2, 3].map((id) => conversation.isPending(id))).toEqual([true, true, true]);
  await answer({ status: "ok", revision: 1, marks: [mark(1)] });
  expect(marks).toEqual([[mark(1)]]);
  expect(sent[1]).toMatchObject({ revision: 2, full: false, added: [block(3)], removed: [2] });
  expect(conversation.isPending(1)).toBe(false);
  await answer({ status: "ok", revision: 1, marks: [] });
  expect(marks).toHaveLength(1);
});

test("resync sends everything again, but not without end", async () => {
  const all = [block(1), block(2)];
  const { conversation, sent, answer } = talk({ facts: null, blocks: all, truncated: true });
  conversation.push(news([block(2)]));
  for (let turn = 0; turn < 6; turn += 1) await answer({ status: "resync" });
  expect(sent[1]).toMatchObject({ full: true, added: all, truncated: true });
  expect(sent).toHaveLength(4);
});

test.each([
  ["the worker is killed", "The message port closed before a response was received."],
  ["there is no worker", "Could not establish connection. Receiving end does not exist."],
])("%s: it is tried again with growing pauses, with everything", async (_, error) => {
  const { conversation, sent, timers, marks, answer, fail } = talk({
    facts: null,
    blocks: [block(1)],
    truncated: false,
  });
  conversation.push(news([block(1)]));
  await fail(error);
  expect(timers).toHaveLength(1);
  timers[0]?.task();
  await fail(error);
  timers[1]?.task();
  expect(timers[1]?.ms).toBeGreaterThan(timers[0]?.ms ?? Number.POSITIVE_INFINITY);
  await answer({ status: "ok", revision: 3, marks: [mark(1)] });
  expect(sent.map(({ full }) => full)).toEqual([true, true, true]);
  expect(marks).toEqual([[mark(1)]]);
});

test("an answer of unknown shape counts as none", async () => {
  const { conversation, timers, marks, answer } = talk();
  conversation.push(news([block(1)]));
  await answer({ status: "fine" });
  expect(timers).toHaveLength(1);
  expect(marks).toEqual([]);
});

test("it gives up after some attempts and starts anew with the next change", async () => {
  const { conversation, sent, timers, fail } = talk();
  conversation.push(news([block(1)]));
  for (let turn = 0; turn < 6; turn += 1) {
    await fail("no receiver");
    timers.shift()?.task();
  }
  expect(sent).toHaveLength(4);
  conversation.push(news([block(2)]));
  expect(sent[4]).toMatchObject({ full: true });
});

test("a vanished extension and a switched-off site end the talk", async () => {
  const gone = talk();
  gone.conversation.push(news([block(1)]));
  await gone.fail("Extension context invalidated.");
  gone.conversation.push(news([block(2)]));
  expect(gone.events).toEqual(["orphaned"]);
  expect(gone.sent).toHaveLength(1);
  const off = talk();
  off.conversation.push(news([block(1)]));
  await off.answer({ status: "off" });
  expect(off.events).toEqual(["off"]);
});
