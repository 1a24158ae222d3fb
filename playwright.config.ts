import { defineConfig } from "@playwright/test";

/** End to end through the built extensions. Both projects start their browsers themselves, each test on a new profile. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "tests/results/e2e",
  globalSetup: "./tests/e2e/setup.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  projects: [
    { name: "chromium", testDir: "tests/e2e/chromium" },
    { name: "firefox", testDir: "tests/e2e/firefox" },
    { name: "built", testDir: "tests/e2e/built" },
  ],
});
