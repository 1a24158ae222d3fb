import type { CrxPlugin } from "@crxjs/vite-plugin";
import { CARD_ENTRY } from "./manifest.ts";

/**
 * Keeps the card script out of the manifest: it is built like a content script, but the background injects it when a
 * card is first wanted. Also makes sure that no file of ours can be fetched by a page.
 */
export function cardScript(): CrxPlugin {
  return {
    name: "poreality:card-script",
    renderCrxManifest(manifest) {
      const built = CARD_ENTRY.replace(/\.tsx$/, "");
      manifest.content_scripts = manifest.content_scripts?.filter(
        (script) => !script.js?.some((file) => file.startsWith(built)),
      );
      delete manifest.web_accessible_resources;
      return manifest;
    },
  };
}
