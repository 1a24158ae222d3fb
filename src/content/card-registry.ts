/** Where the main script finds the card script: both live in the same isolated world, injected at different times. */
import type { CardAction, FindingView } from "../messaging/messages.ts";

export type CardProps = {
  view: FindingView;
  t: (key: string, ...substitutions: (string | number)[]) => string;
  /** What "this is wrong" copies. */
  wrong: string;
  onAction: (action: CardAction["action"]) => Promise<void>;
  onClose: () => void;
};
export type CardScript = {
  css: string;
  /** Draws the card into `target`, or draws it anew. Returns the way to take it out. */
  mount(target: HTMLElement, props: CardProps): () => void;
};

const KEY = Symbol.for("poreality.card");
const globals = globalThis as { [KEY]?: CardScript };

export const registerCard = (script: CardScript): void => {
  globals[KEY] = script;
};
/** The card script, once the background has injected it. */
export const registeredCard = (): CardScript | undefined => globals[KEY];
