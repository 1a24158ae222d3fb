import { ensureBrowsers } from "../tools/browsers.ts";
import { freshExtension } from "../tools/repository.ts";

/** Once before all tests: browsers are there, and the builds are newer than the sources. */
export default function setup(): void {
  ensureBrowsers(["chromium", "firefox"]);
  freshExtension("chrome");
  freshExtension("firefox");
}
