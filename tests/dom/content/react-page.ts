/** A page that React owns whole, and what a test needs to drive it from outside its frame. */
import { createElement as h, useState } from "react";
import { hydrateRoot } from "react-dom/client";
import { Session } from "../../../src/content/session.ts";
import { browserClock } from "../../../src/page/work.ts";
import "../anchors.ts";
import { fakeBackground, painted } from "./fake-background.ts";

let say: (claim: string) => void = () => {};

export function Page() {
  const [claim, setClaim] = useState("erases pores");
  say = setClaim;
  return h(
    "html",
    { lang: "en" },
    h("head", null, h("title", null, "Dew Gel")),
    h(
      "body",
      null,
      h("main", null, h("h1", null, "Dew Gel"), h("p", null, "It ", h("b", null, claim), " in a week.")),
    ),
  );
}

export type ReactPage = {
  begin(): void;
  hydrate(): void;
  say(claim: string): void;
  painted(): string[];
  texts(): string[];
  errors: string[];
};

/** Puts the harness on `window` where the module runs in a frame of its own. */
if (window.frameElement?.id === "react-page") {
  const background = fakeBackground(["erases pores", "closes pores"]);
  const errors: string[] = [];
  console.error = (...parts: unknown[]) => void errors.push(parts.map(String).join(" "));
  const page: ReactPage = {
    begin: () =>
      new Session(
        {
          document,
          docId: "doc",
          clock: browserClock(),
          isTop: true,
          send: background.send,
          t: (key) => key,
          isAlive: () => true,
        },
        () => {},
      ).start(),
    hydrate: () =>
      void hydrateRoot(document, h(Page), { onRecoverableError: (error) => void errors.push(String(error)) }),
    say: (claim) => say(claim),
    painted: () => painted("poreality-hype"),
    texts: () => [...background.blocks.values()].map(({ text }) => text),
    errors,
  };
  Object.assign(window, { reactPage: page });
}
