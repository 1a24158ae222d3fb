/** What is known of each tab, kept in `storage.session` so that the worker may be stopped at any moment. */
import type { Dose, Label, PageFacts, PlacedReading, Report, TreatmentId, Zone } from "../engine/model.ts";
import { browser } from "../platform/browser.ts";

/** One document in a tab: the top page or a frame. */
export type DocState = {
  docId: string;
  revision: number;
  facts: PageFacts | null;
  truncated: boolean;
  /** True where some block was in a language that we do not match. */
  otherLanguages: boolean;
  /** True where there were more readings than are kept. */
  capped: boolean;
  readings: PlacedReading[];
  labels: { block: number; label: Label }[];
  /** Blocks that head a list and hold none that could be read; `empty` where they hold no text at all, as with a picture. */
  unread: { block: number; empty: boolean }[];
  /** Treatments that the seller names, block by block. */
  treatments: { block: number; ids: TreatmentId[] }[];
  /** Percentages that the seller states outside of the lists, block by block. */
  doses: { block: number; zone: Zone; doses: Dose[] }[];
  cardInjected: boolean;
};

export type TabState = {
  host: string;
  /** By frame id; 0 is the page itself. */
  docs: Record<number, DocState>;
  /** Claims that the reader hid, by rule and words. */
  hidden: string[];
  /** True where the reader wants no marks on this page; claims are still counted. */
  unmarked?: boolean;
  /** The finding whose card was opened last, from which the reader goes on to the next. */
  last?: { frame: number; finding: string };
  report: Report;
  /** Ms spent on reading and judging so far. */
  judged: number;
};

const keyOf = (tabId: number) => `tab:${tabId}`;

export type TabStates = {
  get(tabId: number): Promise<TabState | undefined>;
  /** Changes a tab's state; calls for one tab run one after the other. Returning undefined forgets the tab. */
  update(
    tabId: number,
    change: (state: TabState | undefined) => Promise<TabState | undefined>,
  ): Promise<void>;
  /** Ids of all tabs with a state. */
  ids(): Promise<number[]>;
};

/** Opens the store; memory is only a cache of the session storage. */
export function createTabStates(): TabStates {
  const cache = new Map<number, TabState>();
  const queues = new Map<number, Promise<void>>();

  async function get(tabId: number): Promise<TabState | undefined> {
    const known = cache.get(tabId);
    if (known !== undefined) return known;
    const key = keyOf(tabId);
    const stored = (await browser.storage.session.get(key))[key] as TabState | undefined;
    if (stored !== undefined) cache.set(tabId, stored);
    return stored;
  }

  async function write(tabId: number, state: TabState | undefined): Promise<void> {
    if (state === undefined) {
      cache.delete(tabId);
      await browser.storage.session.remove(keyOf(tabId));
      return;
    }
    cache.set(tabId, state);
    // Beyond the quota the worker's memory has to do: if it is stopped, the page sends everything again.
    await browser.storage.session
      .set({ [keyOf(tabId)]: state })
      .catch(() => browser.storage.session.remove(keyOf(tabId)));
  }

  return {
    get,
    update(tabId, change) {
      const turn = (queues.get(tabId) ?? Promise.resolve())
        .catch(() => undefined)
        .then(async () => write(tabId, await change(await get(tabId))));
      queues.set(tabId, turn);
      const done = () => {
        if (queues.get(tabId) === turn) queues.delete(tabId);
      };
      turn.then(done, done);
      return turn;
    },
    async ids() {
      const stored = Object.keys(await browser.storage.session.get(null))
        .filter((key) => key.startsWith("tab:"))
        .map((key) => Number(key.slice(4)));
      return [...new Set([...cache.keys(), ...stored])];
    },
  };
}
