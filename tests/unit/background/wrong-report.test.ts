/** What "this is wrong" copies holds what is needed to mend the rule, and nothing that tells of the reader. */
import { expect, test } from "vitest";
import { plainAddress, wrongReport } from "../../../src/background/wrong-report.ts";
import type { Finding } from "../../../src/engine/model.ts";
import { text } from "../../tools/texts.ts";

test.each([
  ["https://shop.example/serum?user=7&token=x#reviews", "https://shop.example/serum"],
  ["https://me:secret@shop.example/serum", "https://shop.example/serum"],
  ["https://shop.example/serum;jsessionid=8F3A/reviews;page=2", "https://shop.example/serum/reviews"],
  ["http://localhost:8080/", "http://localhost:8080/"],
  ["", ""],
  ["no address", ""],
])("the address %j is copied as %j", (url, plain) => {
  expect(plainAddress(url)).toBe(plain);
});

const finding = {
  rule: "pores.look-smaller",
  rung: 3,
  verdict: "unsure",
  reason: "no-list",
  quote: "refines pores",
  zone: "bullets",
} as Finding;
const where = { url: "https://shop.example/serum?user=7", version: "1.2.3" };
const t = (_: string, values: string[]) => text("card_wrong_report", ...values);

test("a report has address, words in one line, rule, rung, verdict with its reason, part and version", () => {
  expect(wrongReport({ ...finding, quote: "refines \n  pores" }, where, t).split("\n")).toEqual([
    "Poreality: this is wrong",
    "Address of the page: https://shop.example/serum",
    "Words: “refines pores”",
    "Rule: pores.look-smaller",
    "Rung: 3",
    "Verdict: unsure (no-list)",
    "Part of the page: bullets",
    "Version: 1.2.3",
    "What it should say, and why: ",
  ]);
});

test("what carries no verdict says so", () => {
  expect(wrongReport({ ...finding, verdict: null, reason: null }, where, t)).toContain("\nVerdict: none\n");
});
