import type { CrxPlugin } from "@crxjs/vite-plugin";
import { INJECTED } from "./manifest.ts";

/**
 * Keeps out of the manifest the scripts that are built like content scripts but injected by the background when they are
 * wanted. Also makes sure that no file of ours can be fetched by a page.
 */
export function injectedScripts(): CrxPlugin {
  const built = INJECTED.map((file) => file.replace(/\.tsx?$/, ""));
  return {
    name: "poreality:injected-scripts",
    renderCrxManifest(manifest) {
      manifest.content_scripts = manifest.content_scripts?.filter(
        (script) => !script.js?.some((file) => built.some((name) => file.startsWith(name))),
      );
      delete manifest.web_accessible_resources;
      return manifest;
    },
  };
}
