/** Every surface in every state that people can meet, in any interface language. */
import type { ComponentChild } from "preact";
import labelCheckCss from "../../../src/label-check/label-check.css?inline";
import { LabelCheck } from "../../../src/label-check/label-check.tsx";
import type { CheckText, PopupState } from "../../../src/messaging/messages.ts";
import optionsCss from "../../../src/options/options.css?inline";
import { Options } from "../../../src/options/options.tsx";
import popupCss from "../../../src/popup/popup.css?inline";
import { Popup } from "../../../src/popup/popup.tsx";
import routineCss from "../../../src/routine/routine.css?inline";
import { Routine } from "../../../src/routine/routine.tsx";
import cardCss from "../../../src/ui/card.css?inline";
import { Card } from "../../../src/ui/card.tsx";
import welcomeCss from "../../../src/welcome/welcome.css?inline";
import { Welcome } from "../../../src/welcome/welcome.tsx";
import { fakeClient, translated } from "./fake-client.ts";
import { CLINIC, ENDLESS, type Product, QUIET, type Real, realIn, SERUM, VACUUM } from "./real-reports.ts";

export type Scene = {
  /** Names the picture: "popup-report". */
  name: string;
  css: string;
  part: (language: string) => ComponentChild;
  /** A selector that is there once the scene is. */
  ready: string;
  /** What the reader does then, and a selector that is there after it. */
  act?: { run: (root: HTMLElement) => void; ready: string };
  /** Fragment of the page's address. */
  hash?: string;
  /** How wide a window the surface has where it has room. */
  wide: number;
};

const HOST = "www.shop.example";
const SITE = { host: HOST, access: "shop", origin: `https://${HOST}/*` } as const;
const POPUP_WIDE = 384;
const PAGE_WIDE = 1100;
const CARD_WIDE = 420;
const never = () => new Promise<never>(() => undefined);
const failing = () => {
  throw new Error("The background did not answer.");
};

function popup(name: string, stateOf: (real: Real) => PopupState | Promise<never>): Scene {
  return {
    name: `popup-${name}`,
    css: popupCss,
    wide: POPUP_WIDE,
    ready: name === "loading" ? "h1" : "h1.verdict",
    part: (language) => {
      const real = realIn(language);
      const t = translated(language);
      const answers = {
        "popup.report": () => stateOf(real),
        "options.exception": () => real.options(),
      };
      return <Popup client={fakeClient(answers, { t })} />;
    },
  };
}

const reported = (name: string, product: Product, over: Partial<PopupState> = {}): Scene =>
  popup(name, (real) => ({ state: "report", ...SITE, report: real.report(product), ...over }) as PopupState);

const paused = new Date(2026, 0, 2, 15, 30).getTime();

const press = (selector: string) => (root: HTMLElement) => root.querySelector<HTMLElement>(selector)?.click();

const WHY = ".finding .more > summary";

const POPUPS: Scene[] = [
  reported("report", SERUM),
  {
    ...reported("why", SERUM),
    act: { run: press(WHY), ready: ".more[open]" },
  },
  {
    ...reported("rule-off-here", SERUM),
    act: { run: press(".rule-links .link:last-child"), ready: ".said-above" },
  },
  reported("risky", VACUUM),
  reported("service", CLINIC),
  reported("nothing-found", QUIET),
  reported("200-claims", ENDLESS),
  reported("once", QUIET, { access: "once" }),
  reported("always", SERUM, { access: "always", unmarked: true }),
  popup("page-paused", (real) => ({
    state: "report",
    ...SITE,
    report: { ...real.report(QUIET), notChecked: ["paused", "markers-removed", "images"] },
  })),
  popup("loading", never),
  popup("checking", () => ({ state: "checking", ...SITE })),
  popup("not-checked", () => ({ state: "not-checked", host: HOST, origin: SITE.origin })),
  popup("withheld", () => ({ state: "withheld", host: HOST, origin: SITE.origin })),
  popup("off", () => ({ state: "off", host: HOST })),
  popup("paused", () => ({ state: "paused", until: paused })),
  popup("browser-page", () => ({ state: "browser-page" })),
  popup("failed", failing),
];

function options(name: string, ready: string, answer: (real: Real) => unknown, hash = ""): Scene {
  return {
    name: `options-${name}`,
    css: optionsCss,
    wide: PAGE_WIDE,
    ready,
    hash,
    part: (language) => {
      const real = realIn(language);
      const t = translated(language);
      const answers = { "options.load": () => answer(real), "options.reset": () => real.options() };
      return <Options client={fakeClient(answers, { t })} />;
    },
  };
}

const OPTIONS_SCENES: Scene[] = [
  options("settings", ".rule", (real) => real.options()),
  options("empty", ".rule", (real) =>
    real.options({ sitesOff: [], sitesAlways: [], settingsRecovered: true, mark: "nothing" }),
  ),
  options(
    "rule",
    ".rule[data-addressed=true] .more[open]",
    (real) => real.options(),
    "#rule-pores.get-smaller",
  ),
  {
    ...options("nothing-found", ".rule", (real) => real.options()),
    act: {
      run: (root) => {
        const box = root.querySelector<HTMLInputElement>("input[type=search]");
        if (box === null) return;
        box.value = "zzz";
        box.dispatchEvent(new Event("input", { bubbles: true }));
      },
      ready: "main:not(:has(.rule))",
    },
  },
  {
    ...options("reset", ".rule", (real) => real.options()),
    act: { run: press(".reset-row .button:last-of-type"), ready: ".reset-row + .reset-row .button" },
  },
  {
    ...options("no-site", ".rule", (real) => real.options()),
    act: { run: press(".site-row .button"), ready: "[aria-invalid=true]" },
  },
  options("evidence", ".source", (real) => real.options(), "#evidence"),
  options("loading", "[role=status]", never),
  options("failed", "[role=alert]", failing),
];

function card(name: string, product: Product, at = 0): Scene {
  return {
    name: `card-${name}`,
    css: cardCss,
    wide: CARD_WIDE,
    ready: "[role=dialog]",
    part: (language) => {
      const view = realIn(language).report(product).findings[at];
      if (view === undefined) throw new Error(`There is no claim ${at} on ${product.name}.`);
      const nothing = () => undefined;
      return (
        <main>
          <h1 class="hidden-text">A shop</h1>
          <Card view={view} wrong="" t={translated(language)} onAction={nothing} onClose={nothing} />
        </main>
      );
    },
  };
}

const CARDS: Scene[] = [card("hype", SERUM), card("wears-off", SERUM, 1), card("risky", VACUUM)];

const EXAMPLE = `${SERUM.bullets?.join(". ")}.\n\nIngredients: ${SERUM.ingredients?.[0]}`;

const atOnce = (run: () => void) => {
  queueMicrotask(run);
  return () => undefined;
};

function labelCheck(name: string, ready: string, text: string, check?: () => unknown): Scene {
  return {
    name: `label-check-${name}`,
    css: labelCheckCss,
    wide: PAGE_WIDE,
    ready,
    part: (language) => {
      const real = realIn(language);
      const answers = {
        "check.selected": () => ({ text }),
        "check.text": (message: CheckText) =>
          check === undefined ? real.check(message.text, message.kind) : check(),
      };
      const client = fakeClient(answers, { t: translated(language) });
      return <LabelCheck client={client} selected={text !== ""} later={atOnce} />;
    },
  };
}

const LABEL_CHECKS: Scene[] = [
  labelCheck("empty", "textarea", ""),
  labelCheck("report", ".finding", EXAMPLE),
  labelCheck("nothing-found", "[data-summary]", "A hand cream that smells of roses."),
  labelCheck("failed", "[role=alert]", EXAMPLE, failing),
];

function routine(name: string, ready: string, answer: (real: Real) => unknown): Scene {
  return {
    name: `routine-${name}`,
    css: routineCss,
    wide: PAGE_WIDE,
    ready,
    part: (language) => {
      const real = realIn(language);
      return (
        <Routine
          tabId={null}
          client={fakeClient({ "routine.load": () => answer(real) }, { t: translated(language) })}
        />
      );
    },
  };
}

const ROUTINES: Scene[] = [
  routine("alone", "main h2", (real) => real.routine(null)),
  routine("product", "main h2", (real) => real.routine(SERUM)),
  routine("no-step", "main h2", (real) => real.routine(QUIET)),
  routine("failed", "[role=alert]", failing),
];

const WELCOME: Scene = {
  name: "welcome",
  css: welcomeCss,
  wide: PAGE_WIDE,
  ready: ".shop-text [role=button], .shop-text button",
  part: (language) => {
    const real = realIn(language);
    const answers = { "check.text": ({ text }: { text: string }) => real.check(text, null) };
    return <Welcome client={fakeClient(answers, { t: translated(language) })} />;
  },
};

const WELCOMES: Scene[] = [
  WELCOME,
  {
    ...WELCOME,
    name: "welcome-card",
    act: { run: press(".shop-text [role=button]"), ready: ".shop-text [role=dialog]" },
  },
];

export const SCENES: Scene[] = [
  ...POPUPS,
  ...OPTIONS_SCENES,
  ...CARDS,
  ...LABEL_CHECKS,
  ...ROUTINES,
  ...WELCOMES,
];
