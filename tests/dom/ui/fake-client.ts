/** A stand-in for messaging/client.ts: the real texts, and answers that a test gives. */
import de from "../../../assets/_locales/de/messages.json" with { type: "json" };
import en from "../../../assets/_locales/en/messages.json" with { type: "json" };
import es from "../../../assets/_locales/es/messages.json" with { type: "json" };
import fr from "../../../assets/_locales/fr/messages.json" with { type: "json" };
import type { Changed, SurfaceToBackground } from "../../../src/messaging/messages.ts";
import type { Client } from "../../../src/ui/client.ts";

type Messages = Record<string, { message: string } | undefined>;
const MESSAGES: Record<string, Messages> = { en, de, es, fr };

/** Texts of one of our languages with `$1`… put in, as the browser does it: English where one is missing, else the key. */
export function translated(language: string): Client["t"] {
  return (key, ...substitutions) => {
    const message = (MESSAGES[language]?.[key] ?? (en as Messages)[key])?.message;
    if (message === undefined) return key;
    return message.replace(/\$([1-9])/g, (_, place: string) =>
      String(substitutions[Number(place) - 1] ?? ""),
    );
  };
}

export const english = translated("en");

type Answers = {
  [K in SurfaceToBackground["type"]]?: (message: Extract<SurfaceToBackground, { type: K }>) => unknown;
};

export type FakeClient = Client & {
  /** Messages in the order in which they were sent. */
  sent: SurfaceToBackground[];
  /** Origins that were asked for, and addresses of the options that were opened. */
  origins: string[];
  opened: string[];
  /** What each kind of message is answered with; it may be changed on the way. */
  answers: Answers;
  changed: (change: Changed) => void;
};

/** @param answers by type of message; a message without one is refused, as an unknown one would be. */
export function fakeClient(answers: Answers, over: Partial<Client> = {}): FakeClient {
  const listeners = new Set<(change: Changed) => void>();
  const sent: SurfaceToBackground[] = [];
  const origins: string[] = [];
  const opened: string[] = [];
  const ask = async (message: SurfaceToBackground): Promise<unknown> => {
    sent.push(message);
    const answer = answers[message.type] as ((message: SurfaceToBackground) => unknown) | undefined;
    if (answer === undefined) throw new Error(`No answer to ${message.type}`);
    return answer(message);
  };
  return {
    sent,
    origins,
    opened,
    answers,
    changed: (change) => {
      for (const listener of listeners) listener(change);
    },
    ask: ask as Client["ask"],
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    currentTab: async () => 7,
    requestOrigin: async (origin) => {
      origins.push(origin);
      return true;
    },
    openPage: async (page, query = "") => {
      opened.push(`${page}${query}`);
    },
    knownShops: () => ["amazon.com", "amazon.de", "boots.com", "sephora.com"],
    openOptions: async (hash = "") => {
      opened.push(hash);
    },
    t: english,
    ...over,
  };
}
