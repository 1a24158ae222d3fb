/** The two built manifests, both from manifest.json. */
import source from "../../manifest.json" with { type: "json" };

export const BROWSERS = ["chrome", "firefox"] as const;
export type Browser = (typeof BROWSERS)[number];

/**
 * Content scripts that the background injects when they are wanted. Declared only so that the bundler builds them; the
 * injected-scripts plugin takes them out of the manifest again.
 */
export const INJECTED = ["src/content/reader.ts", "src/content/card.tsx"];

const gecko = {
  gecko: {
    id: "poreality@poreality.example",
    strict_min_version: "142.0",
    data_collection_permissions: { required: ["none" as const] },
  },
  gecko_android: { strict_min_version: "142.0" },
};

/**
 * The manifest to hand to the bundler for one browser. Firefox runs the background as an event page and needs an id;
 * `minimum_chrome_version` is unknown to it.
 */
export function manifestFor(browser: Browser) {
  const { minimum_chrome_version, background, ...common } = source;
  const injected = INJECTED.map((file) => ({ matches: ["https://injected.invalid/*"], js: [file] }));
  const shared = { ...common, content_scripts: [...common.content_scripts, ...injected] };
  if (browser === "chrome") return { ...shared, minimum_chrome_version, background } as typeof source;
  return {
    ...shared,
    background: { scripts: [background.service_worker], type: "module" },
    browser_specific_settings: gecko,
  } as unknown as typeof source;
}
