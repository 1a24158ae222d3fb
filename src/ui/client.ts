/** The way to the background, as popup and options are given it: the real one, or a stand-in in tests. */
export type Client = Pick<
  typeof import("../messaging/client.ts"),
  "ask" | "onChanged" | "currentTab" | "requestOrigin" | "openOptions" | "openPage" | "knownShops" | "t"
>;
