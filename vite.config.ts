import { crx } from "@crxjs/vite-plugin";
import { defineConfig } from "vite";
import { anchorSources } from "./src/build/anchor-sources.ts";
import { injectedScripts } from "./src/build/injected-scripts.ts";
import { locales } from "./src/build/locales.ts";
import { BROWSERS, type Browser, INJECTED, manifestFor } from "./src/build/manifest.ts";
import { ruleSetModule } from "./src/build/rule-set-module.ts";
import { pageAnchors } from "./src/build/rules.ts";

const OWN_PAGES = ["label-check", "routine", "welcome"].map((page) => `src/${page}/index.html`);

/** `vite build --mode chrome` or `--mode firefox`; anything else is a mistake in the call. */
export default defineConfig(({ mode }) => {
  if (!BROWSERS.includes(mode as Browser)) {
    throw new Error(`Unknown mode "${mode}": build with --mode ${BROWSERS.join(" or --mode ")}`);
  }
  const browser = mode as Browser;
  return {
    publicDir: "assets",
    define: {
      __ANCHORS__: JSON.stringify(anchorSources(pageAnchors())),
      "process.env.NODE_ENV": '"production"',
    },
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      // Popup and options are named in the manifest; these are opened by us.
      rolldownOptions: { input: OWN_PAGES },
      modulePreload: false,
      // The background holds all rules; it is read from disk, not from the net.
      chunkSizeWarningLimit: 2_000,
      target: browser === "chrome" ? "chrome120" : "firefox142",
    },
    plugins: [
      ruleSetModule(),
      locales(),
      crx({
        manifest: manifestFor(browser),
        browser,
        contentScripts: { standaloneFiles: ["src/content/main.ts", ...INJECTED] },
      }),
      injectedScripts(),
    ],
  };
});
