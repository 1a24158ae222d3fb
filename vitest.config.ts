import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { anchorSources } from "./src/build/anchor-sources.ts";
import { ruleSetModule } from "./src/build/rule-set-module.ts";
import { pageAnchors } from "./src/build/rules.ts";
import { savePicture } from "./tests/tools/browser-commands.ts";
import { findChromium } from "./tests/tools/browsers.ts";
import { interfaceTextsModule } from "./tests/tools/interface-texts-module.ts";

const executablePath = findChromium();
const isRoot = process.getuid?.() === 0;

/** Pure logic runs in Node; whatever needs layout, visibility or highlights runs in a real Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [ruleSetModule()],
        test: {
          name: "node",
          environment: "node",
          // What is measured in processor time may take long on the clock of a busy machine.
          testTimeout: 60_000,
          include: ["tests/unit/**/*.test.ts", "tests/rules/**/*.test.ts"],
        },
      },
      {
        plugins: [ruleSetModule(), interfaceTextsModule()],
        define: { __ANCHORS__: JSON.stringify(anchorSources(pageAnchors())) },
        optimizeDeps: {
          include: [
            "preact",
            "preact/hooks",
            "preact/jsx-runtime",
            "preact/jsx-dev-runtime",
            "fast-check",
            "react",
            "react-dom/client",
            "react-dom/server.browser",
          ],
        },
        test: {
          name: "browser",
          include: ["tests/dom/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/dom/anchors.ts"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: { savePicture },
            viewport: { width: 900, height: 700 },
            provider: playwright({
              launchOptions: {
                ...(executablePath === undefined ? {} : { executablePath }),
                args: [
                  ...(isRoot ? ["--no-sandbox"] : []),
                  "--disable-background-networking",
                  "--no-first-run",
                  "--disable-component-update",
                  "--disable-sync",
                  "--disable-quic",
                ],
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
