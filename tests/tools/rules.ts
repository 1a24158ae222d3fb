/**
 * `npm run rules`: what the rules cover, by language. With `--write` the golden file of findings is written anew, after
 * which `git diff` shows which sentences a change has moved.
 */
import { writeFileSync } from "node:fs";
import { RuleFileError } from "../../src/build/rule-files.ts";
import { readRuleSet } from "../../src/build/rules.ts";
import { createReader } from "../../src/engine/claims/read.ts";
import type { Rule, RuleSet } from "../../src/engine/model.ts";
import { GOLDEN, goldenText } from "../rules/golden.ts";
import { InputError } from "./input-error.ts";

const WIDTH = 28;

function table(head: string, languages: string[], rows: [name: string, cells: string[]][]): void {
  const cell = (text: string) => text.padStart(8);
  console.log(`\n${head.padEnd(WIDTH)}${languages.map(cell).join("")}`);
  for (const [name, cells] of rows) console.log(`${name.padEnd(WIDTH)}${cells.map(cell).join("")}`);
}

/** Flags and passes of a rule in a language: "5+7", or "-" where it does not match in it. */
function examplesOf(rule: Rule, language: string): string {
  const examples = rule.examples[language];
  return examples ? `${examples.flags.length}+${examples.passes.length}` : "-";
}

/** In how many example sentences of a language each action was read. */
function actionUses(ruleSet: RuleSet): Map<string, number> {
  const { read } = createReader(ruleSet);
  const uses = new Map<string, number>();
  for (const { examples } of ruleSet.rules) {
    for (const { flags } of Object.values(examples)) {
      for (const flag of flags) {
        const text = flag.replace("[[", "").replace("]]", "");
        for (const { language, action } of read({ text, zone: "description" })) {
          const key = `${language} ${action}`;
          uses.set(key, (uses.get(key) ?? 0) + 1);
        }
      }
    }
  }
  return uses;
}

function report(ruleSet: RuleSet): void {
  const languages = ruleSet.words.map(({ language }) => language);
  const places = ruleSet.words.map(({ popupOnly }) => (popupOnly ? "popup" : "page"));
  table("Shown in", languages, [["", places]]);
  table(
    "Rule (flags+passes)",
    languages,
    ruleSet.rules.map((rule) => [rule.id, languages.map((language) => examplesOf(rule, language))]),
  );
  table(
    "Rule's own phrases",
    languages,
    ruleSet.rules
      .filter(({ phrases }) => phrases !== undefined)
      .map((rule) => [rule.id, languages.map((language) => String(rule.phrases?.[language]?.length ?? "-"))]),
  );
  const uses = actionUses(ruleSet);
  const actions = [...new Set(ruleSet.words.flatMap((words) => words.actions.map(({ action }) => action)))];
  table(
    "Action (phrases/flags)",
    languages,
    actions.map((action) => [
      action,
      ruleSet.words.map((words) => {
        const phrases = words.actions
          .filter((one) => one.action === action)
          .reduce((sum, one) => sum + one.phrases.length, 0);
        return phrases === 0 ? "-" : `${phrases}/${uses.get(`${words.language} ${action}`) ?? 0}`;
      }),
    ]),
  );
  const total = ruleSet.rules.flatMap(({ examples }) => Object.values(examples));
  const count = (of: "flags" | "passes") => total.reduce((sum, one) => sum + one[of].length, 0);
  console.log(
    `\n${ruleSet.rules.length} rules, ${languages.length} languages, ${count("flags")} flags, ${count("passes")} passes, ` +
      `${ruleSet.actives.length} actives, ${ruleSet.sources.length} sources`,
  );
}

async function main(args: readonly string[]): Promise<void> {
  const [argument, ...more] = args;
  if (more.length > 0 || (argument !== undefined && argument !== "--write")) {
    throw new InputError(`Unknown argument "${more[0] ?? argument}". npm run rules [-- --write]`);
  }
  const ruleSet = readRuleSet();
  if (argument === undefined) return report(ruleSet);
  writeFileSync(GOLDEN, await goldenText(ruleSet));
  console.log(`Written: ${GOLDEN}`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError || error instanceof RuleFileError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
