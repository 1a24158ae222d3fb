/** Mistakes in rule files are reported with file, line and column. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pageAnchors, readRuleSet } from "../../../src/build/rules.ts";
import { createReader } from "../../../src/engine/claims/read.ts";
import { normalise } from "../../../src/engine/text/normalise.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rules-"));
  cpSync(join(import.meta.dirname, "../../../src/rules"), root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(root, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(from, to);
  expect(after, `the edit of ${file}`).not.toBe(before);
  writeFileSync(path, after);
}

const RULE = "claims/pores.get-smaller.yaml";

test.each([
  [
    "an unknown field",
    RULE,
    "family: ladder",
    "family: ladder\nfamilly: x",
    /get-smaller\.yaml:\d+:\d+: .*familly/,
  ],
  ["a missing text", RULE, /^ {4}because: .*\n/m, "", /get-smaller\.yaml:\d+:\d+: .*because/],
  [
    "a text for an unknown kind",
    RULE,
    "says@service",
    "says@saloon",
    /get-smaller\.yaml:\d+:\d+: .*product kind/,
  ],
  [
    "another id than the file's",
    RULE,
    "id: pores.get-smaller",
    "id: pores.smaller",
    /get-smaller\.yaml:1:5: id/,
  ],
  [
    "a phrase of a modifier that cannot be read",
    "words/en.yaml",
    "    - visibly\n",
    "    - (visibly\n",
    /words\/en\.yaml:\d+:\d+: "\(" is not closed/,
  ],
  [
    "a set that is named wrongly",
    "words/en.yaml",
    "\n  hedge:",
    "\n  hegde:",
    /words\/en\.yaml:\d+:\d+: no phrase uses the set "hegde"/,
  ],
  [
    "an unknown set within a set",
    "words/en.yaml",
    "    - visibly\n",
    '    - "@visbly"\n',
    /words\/en\.yaml:\d+:\d+: There is no set "visbly"/,
  ],
  [
    "phrases in a language without words",
    "claims/device.pore-vacuum.yaml",
    "phrases:\n",
    'phrases:\n  xx: ["a b"]\n',
    /pore-vacuum\.yaml:\d+:\d+: there is no words file for "xx"/,
  ],
  [
    "an unknown source",
    RULE,
    "id: claymask2023",
    "id: nobody1999",
    /get-smaller\.yaml:\d+:\d+: there is no source "nobody1999"/,
  ],
  [
    "a source for another outcome",
    RULE,
    /(claymask2023.*outcome: )pore-size/,
    "$1pore-appearance",
    /get-smaller\.yaml:\d+:\d+: "claymask2023" says nothing about/,
  ],
  ["broken YAML", RULE, "covers: {", "covers: {{", /get-smaller\.yaml:\d+:\d+: /],
  [
    "a phrase that is not closed",
    "words/en.yaml",
    "pore (erasing | vanishing | eliminating)",
    "pore (erasing | vanishing",
    /en\.yaml:\d+:\d+: "\(" is not closed/,
  ],
  [
    "an unknown set",
    "words/en.yaml",
    "blurred pores",
    "blurred @skins",
    /en\.yaml:\d+:17: There is no set "skins"/,
  ],
  [
    "an unknown set within a quoted phrase",
    "words/en.yaml",
    '- "@remove @plain-pores"',
    '- "@remove @plane-pores"',
    /en\.yaml:\d+:18: There is no set "plane-pores"/,
  ],
  [
    "a phrase that any text would match",
    "words/en.yaml",
    '- "@remove @plain-pores"',
    '- "[@remove] ..3"',
    /en\.yaml:\d+:\d+: A phrase must begin with a word/,
  ],
  [
    "an ending for a whole phrase",
    "words/en.yaml",
    '- "@remove @plain-pores"',
    '- "*ly"',
    /en\.yaml:\d+:\d+: /,
  ],
  [
    "a hedge rule that brings phrases",
    "claims/device.pore-vacuum.yaml",
    "rung: 1}",
    "rung: 1, unhedged: true}",
    /pore-vacuum\.yaml:\d+:\d+: reads\.unhedged is not a field/,
  ],
  [
    "a name of a treatment that is not closed",
    "treatments/fractional-laser.yaml",
    "laser [skin | face | facial] resurfacing",
    "laser [skin | face resurfacing",
    /fractional-laser\.yaml:\d+:\d+: "\[" is not closed/,
  ],
  [
    "an unknown set in an antipattern of a treatment",
    "treatments/fractional-laser.yaml",
    "fractional ..2 laser{,s} (at | for) home",
    "fractional ..2 laser{,s} @at-home",
    /fractional-laser\.yaml:\d+:\d+: There is no set "at-home"/,
  ],
  [
    "an unknown source of a treatment",
    "treatments/rf-microneedling.yaml",
    "evidence: [cho2012]",
    "evidence: [nobody1999]",
    /rf-microneedling\.yaml:\d+:\d+: there is no source "nobody1999"/,
  ],
  [
    "a source of a treatment that measured something else",
    "treatments/rf-microneedling.yaml",
    "evidence: [cho2012]",
    "evidence: [elawar2018]",
    /rf-microneedling\.yaml:\d+:\d+: "elawar2018" did not measure pore-size/,
  ],
  [
    "a caution with a source on something else",
    "treatments/rf-microneedling.yaml",
    "safety: [fda_rfmn2025",
    "safety: [cho2012",
    /rf-microneedling\.yaml:\d+:\d+: "cho2012" says nothing about safety/,
  ],
  [
    "a treatment that helps a cream",
    "treatments/rf-microneedling.yaml",
    "kinds: [service]",
    "kinds: [service, leave-on]",
    /rf-microneedling\.yaml:\d+:\d+: .*services only/,
  ],
  [
    "a treatment with another id than the file's",
    "treatments/extraction.yaml",
    "id: extraction",
    "id: extractions",
    /extraction\.yaml:1:5: id/,
  ],
  [
    "a credited support without evidence",
    "actives/silicones.yaml",
    "evidence: [softfocus]",
    "evidence: []",
    /silicones\.yaml:\d+:\d+: .*needs evidence/,
  ],
  [
    "a caution of an active with a source on something else",
    "actives/aha.yaml",
    "safety: [fda_aha2005",
    "safety: [stiller1996",
    /aha\.yaml:\d+:\d+: "stiller1996" says nothing about safety/,
  ],
  [
    "sources for a caution that there is not",
    "actives/niacinamide.yaml",
    "\ntexts:",
    "\nsafety: [aad_pores]\ntexts:",
    /niacinamide\.yaml:\d+:\d+: .*no caution/,
  ],
  [
    "a step of an active that there is not",
    "routine.yaml",
    "actives: [clay]",
    "actives: [clays]",
    /routine\.yaml:\d+:15: there is no active and no family "clays"/,
  ],
  [
    "a step that is there twice",
    "routine.yaml",
    "id: moisturiser",
    "id: cleanser",
    /routine\.yaml:\d+:9: there is another one called "cleanser"/,
  ],
  [
    "a step with an unknown source",
    "routine.yaml",
    "evidence: [hughes2013",
    "evidence: [nobody1999",
    /routine\.yaml:\d+:\d+: there is no source "nobody1999"/,
  ],
  [
    "a step more often than every day",
    "routine.yaml",
    "often: [2, 4]",
    "often: [2, 8]",
    /routine\.yaml:\d+:\d+: steps\.4\.often/,
  ],
  [
    "a pair to keep apart whose source is on something else",
    "routine.yaml",
    "evidence: [mix_derms2018]",
    "evidence: [li2022]",
    /routine\.yaml:\d+:\d+: "li2022" says nothing about safety/,
  ],
  [
    "a source that cannot be found",
    "sources.yaml",
    /doi: 10\.1097.*\n.*pmid.*\n/,
    "doi: somewhere\n",
    /sources\.yaml:\d+:\d+: .*DOI/,
  ],
])("%s is refused", (_, file, from, to, message) => {
  edit(file, from, to);
  expect(() => readRuleSet(root)).toThrow(message);
});

test("every example that is flagged holds an anchor, so the page side never misses one", () => {
  const ruleSet = readRuleSet(root);
  const anchors = pageAnchors(ruleSet).split("|");
  const { read } = createReader(ruleSet);
  for (const { examples } of ruleSet.rules) {
    for (const flag of Object.values(examples).flatMap(({ flags }) => flags)) {
      const text = flag.replace(/\[\[|\]\]/g, "");
      expect(read({ text, zone: "description" })).not.toEqual([]);
      const { text: written } = normalise(text);
      expect(
        anchors.some((anchor) => written.includes(anchor)),
        text,
      ).toBe(true);
    }
  }
});
