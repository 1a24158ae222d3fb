/**
 * `npm test`: every check in order, each shown as it runs, and "N passed, N failed" over all of them as the last line.
 * A step that cannot run counts as failed. `npm test -- unit` and the like run only the steps named.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { RESULTS, ROOT } from "./repository.ts";

type Count = { passed: number; failed: number };
type Step = {
  name: string;
  command: string;
  args: string[];
  /** Report of a test runner; without one the step counts as a single check. */
  counts?: { file: string; read: (report: unknown) => Count };
  /** Steps that cannot mean anything once this one has failed are not started, and count as failed. */
  needed?: boolean;
};

const VITEST_REPORT = join(RESULTS, "vitest.json");
const PLAYWRIGHT_REPORT = join(RESULTS, "playwright.json");

type VitestReport = { numTotalTests: number; numPassedTests: number; numFailedTestSuites: number };
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** Tests that did not run count as failed: nothing is skipped in silence. A file that cannot be loaded is one failure. */
function vitestCount(report: unknown): Count {
  const { numTotalTests, numPassedTests, numFailedTestSuites } = report as VitestReport;
  const failed = numTotalTests - numPassedTests;
  return { passed: numPassedTests, failed: failed === 0 ? numFailedTestSuites : failed };
}

function playwrightCount(report: unknown): Count {
  const { stats, errors } = report as PlaywrightReport;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

const STEPS: Step[] = [
  { name: "lint", command: "npx", args: ["biome", "ci"] },
  { name: "types", command: "npx", args: ["tsc", "--noEmit"] },
  { name: "browsers", command: "npx", args: ["tsx", "tests/tools/setup.ts"], needed: true },
  { name: "build", command: "npm", args: ["run", "--silent", "build"], needed: true },
  {
    name: "unit",
    command: "npx",
    args: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${VITEST_REPORT}`],
    counts: { file: VITEST_REPORT, read: vitestCount },
  },
  {
    name: "e2e",
    command: "npx",
    args: ["playwright", "test", "--reporter=list,json"],
    counts: { file: PLAYWRIGHT_REPORT, read: playwrightCount },
  },
];

function run({ command, args, counts }: Step): Count {
  if (counts !== undefined) rmSync(counts.file, { force: true });
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT },
  });
  if (counts === undefined) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  let count: Count;
  try {
    count = counts.read(JSON.parse(readFileSync(counts.file, "utf8")));
  } catch {
    return { passed: 0, failed: 1 };
  }
  // A runner may fail beside its tests, and one that ran nothing has shown nothing.
  const unwell = status !== 0 || count.passed === 0;
  return unwell && count.failed === 0 ? { ...count, failed: 1 } : count;
}

const asked = process.argv.slice(2);
const unknown = asked.find((name) => STEPS.every((step) => step.name !== name));
if (unknown !== undefined) {
  console.error(`Unknown step "${unknown}". Steps: ${STEPS.map((step) => step.name).join(", ")}`);
  process.exit(2);
}
mkdirSync(RESULTS, { recursive: true });
const total: Count = { passed: 0, failed: 0 };
let stopped = false;
for (const step of STEPS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  console.log(`\n== ${step.name}`);
  const count: Count = stopped ? { passed: 0, failed: 1 } : run(step);
  if (stopped) console.log("Not run: a step that it needs has failed.");
  console.log(`== ${step.name}: ${count.passed} passed, ${count.failed} failed`);
  total.passed += count.passed;
  total.failed += count.failed;
  stopped ||= step.needed === true && count.failed > 0;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
