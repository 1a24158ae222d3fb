/** What comes in from outside is refused unless sender and form are right. */
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { senderOf } from "../../../src/messaging/sender.ts";
import { contentSchema, surfaceSchema } from "../../../src/messaging/validate.ts";

const self = { id: "us", origin: "chrome-extension://us/" };
const tab = { id: 7, url: "https://shop.example/p" } as never;

describe("sender", () => {
  test("one of our pages, also in a tab", () => {
    expect(
      senderOf({ id: "us", url: `${self.origin}src/options/index.html`, tab, frameId: 0 }, self),
    ).toEqual({
      tier: "surface",
    });
  });

  test("our script in a page", () => {
    expect(senderOf({ id: "us", url: "https://frame.example/", tab, frameId: 3 }, self)).toEqual({
      tier: "content",
      tabId: 7,
      frameId: 3,
      url: "https://frame.example/",
      topUrl: "https://shop.example/p",
    });
  });

  test.each([
    ["another extension", { id: "them", url: "chrome-extension://them/" }],
    ["another extension that names our page", { id: "them", url: `${self.origin}src/options/index.html` }],
    ["a page without a tab", { id: "us", url: "https://shop.example/" }],
    ["a page whose address only begins like ours", { id: "us", url: "https://chrome-extension//us/" }],
    ["nobody", {}],
  ])("%s is refused", (_, sender) => {
    expect(senderOf(sender, self)).toEqual({ tier: "refused" });
  });
});

const docId = "0b8f6d0e-6a0b-4b52-9c7e-0d3f8f1f2a3b";
const update = {
  type: "page.update",
  docId,
  revision: 0,
  full: true,
  facts: null,
  added: [],
  removed: [],
  truncated: false,
};
const block = { id: 1, zone: "bullets", text: "Shrinks pores", hidden: false };

describe("messages of content scripts", () => {
  test.each([
    update,
    { ...update, added: [block, { ...block, id: 2, lang: "en" }] },
    { type: "card.open", docId, finding: "0.1.0.pores.get-smaller" },
    { type: "card.action", docId, finding: "0.1.0.x", action: "hide" },
  ])("%j is read", (message) => {
    expect(v.is(contentSchema, message)).toBe(true);
  });

  test.each([
    null,
    "page.update",
    { ...update, docId: "1" },
    { ...update, revision: -1 },
    { ...update, revision: Number.NaN },
    { ...update, more: true },
    { ...update, added: [{ ...block, zone: "footer" }] },
    { ...update, added: [{ ...block, text: "x".repeat(200_000) }] },
    { ...update, added: "all" },
    { type: "card.action", docId, finding: "x", action: "delete" },
    { type: "options.reset" },
    { type: "popup.report", tabId: 1 },
  ])("%j is refused", (message) => {
    expect(v.is(contentSchema, message)).toBe(false);
  });
});

test.each([
  { type: "popup.report", tabId: "1" },
  { type: "popup.site", tabId: 1, host: "", on: true },
  { type: "options.rule", rule: "x", on: "yes" },
  { type: "options.mark", mark: "loudly" },
  { type: "options.language", language: "english", on: true },
  { type: "options.exception", rule: "x", host: "", on: false },
  { type: "popup.pause", tabId: 1, minutes: 0 },
  { type: "popup.pause", tabId: 1, minutes: 100_000 },
  { type: "check.text", text: "x".repeat(50_001), kind: null },
  { type: "check.text", text: "x", kind: "food" },
  { type: "routine.load", tabId: "1" },
  { type: "page.update" },
])("%j is no message of popup or options", (message) => {
  expect(v.is(surfaceSchema, message)).toBe(false);
});

test.each([
  { type: "popup.marks", tabId: 1, on: false },
  { type: "popup.pause", tabId: 1, minutes: 60 },
  { type: "popup.unpause", tabId: 1 },
  { type: "options.family", family: "ladder", on: true },
  { type: "options.exception", rule: "x", host: "shop.example", on: false },
  { type: "options.language", language: "en", on: false },
  { type: "options.forget", origin: "https://shop.example/*" },
  { type: "options.import", settings: { anything: true } },
  { type: "check.text", text: "", kind: "makeup" },
  { type: "check.selected" },
  { type: "routine.load", tabId: null },
])("%j is a message of our pages", (message) => {
  expect(v.is(surfaceSchema, message)).toBe(true);
});
