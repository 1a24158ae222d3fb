declare module "virtual:interface-texts" {
  const texts: Record<string, import("../../../src/engine/model.ts").InterfaceTexts>;
  export default texts;
}

interface ImportMeta {
  /** Set from the environment by vitest: names that begin with VITE_. */
  readonly env: Record<string, string | undefined>;
}
