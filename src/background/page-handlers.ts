/** What the content scripts say and ask. */
import type { Finding } from "../engine/model.ts";
import type {
  CardAction,
  CardOpen,
  CardOpenAnswer,
  ContentToBackground,
  PageReadAnswer,
  PageUpdate,
  PageUpdateAnswer,
} from "../messaging/messages.ts";
import type { Sender } from "../messaging/sender.ts";
import { browser } from "../platform/browser.ts";
import { hostOf, inject } from "./access.ts";
import { announce, type Context, isEmpty, marksOf, prune, rejudge, repaint } from "./context.ts";
import { pausedUntil } from "./pause.ts";
import { applyBlocks, emptyDoc, hiddenKey, reportOf } from "./report.ts";
import { switchRule, switchSite } from "./settings-changes.ts";
import type { DocState, TabState } from "./tab-state.ts";
import { showOff } from "./toolbar.ts";
import { wrongReport } from "./wrong-report.ts";

type Page = Extract<Sender, { tier: "content" }>;

async function emptyTab(context: Context, host: string): Promise<TabState> {
  const empty = { docs: {}, hidden: [], host };
  const report = reportOf(empty, context.engine, await context.settings.get());
  return { ...empty, report, judged: 0 };
}

/** The document's state with an update taken in, or null where it cannot be: something before it is missing. */
function takeIn(
  context: Context,
  frame: number,
  doc: DocState | undefined,
  update: PageUpdate,
): DocState | null {
  const known = doc?.docId === update.docId ? doc : undefined;
  if (!update.full && (known === undefined || update.revision <= known.revision)) return null;
  const current = known === undefined || update.full ? emptyDoc(update.docId) : known;
  current.cardInjected = known?.cardInjected ?? false;
  current.revision = update.revision;
  current.facts = update.facts ?? known?.facts ?? null;
  current.truncated = update.truncated;
  applyBlocks(current, frame, update, context.engine);
  return current;
}

/** Whether nothing is to be read on a host now, which the toolbar button then shows. */
async function isOff(context: Context, host: string, tabId: number): Promise<boolean> {
  if ((await pausedUntil()) !== null) return true;
  const { sitesOff } = await context.settings.get();
  const off = sitesOff.includes(host);
  if (off) await showOff(tabId, true);
  return off;
}

async function pageRead(context: Context, page: Page): Promise<PageReadAnswer> {
  if (await isOff(context, hostOf(page.topUrl), page.tabId)) return { status: "off" };
  await inject("reader", page.tabId, page.frameId);
  return { status: "ok" };
}

async function pageUpdate(context: Context, page: Page, update: PageUpdate): Promise<PageUpdateAnswer> {
  const host = hostOf(page.topUrl);
  if (await isOff(context, host, page.tabId)) return { status: "off" };
  let answer: PageUpdateAnswer = { status: "resync" };
  await context.states.update(page.tabId, async (known) => {
    const state = known ?? (await emptyTab(context, host));
    const before = performance.now();
    const doc = takeIn(context, page.frameId, state.docs[page.frameId], update);
    if (doc === null) return known;
    state.judged += performance.now() - before;
    const isNewDoc = state.docs[page.frameId]?.docId !== update.docId;
    state.docs[page.frameId] = doc;
    if (isNewDoc) await prune(page.tabId, state);
    state.host = host;
    if (page.frameId === 0 && isNewDoc) {
      state.hidden = [];
      delete state.unmarked;
      delete state.last;
    }
    await rejudge(context, page.tabId, state);
    answer = { status: "ok", revision: update.revision, marks: marksOf(state, page.frameId) };
    return state;
  });
  await announce({ what: "report", tabId: page.tabId });
  return answer;
}

/** Forgets a document. With the page itself its frames go too. */
async function pageGone(context: Context, page: Page, docId: string): Promise<null> {
  await context.states.update(page.tabId, async (state) => {
    if (state === undefined || state.docs[page.frameId]?.docId !== docId) return state;
    if (page.frameId === 0) state.docs = {};
    else delete state.docs[page.frameId];
    if (await isEmpty(page.tabId, state)) return undefined;
    await rejudge(context, page.tabId, state);
    return state;
  });
  await announce({ what: "report", tabId: page.tabId });
  return null;
}

/** The finding that a document speaks of, if it is the document that we know. */
async function findingOf(context: Context, page: Page, message: CardOpen | CardAction) {
  const state = await context.states.get(page.tabId);
  const doc = state?.docs[page.frameId];
  if (state === undefined || doc === undefined || doc.docId !== message.docId) return null;
  const finding = state.report.findings.find(({ id }) => id === message.finding);
  return finding ? { finding, report: state.report, doc } : null;
}

async function cardOpen(context: Context, page: Page, message: CardOpen): Promise<CardOpenAnswer> {
  const found = await findingOf(context, page, message);
  if (found === null) return { view: null };
  if (!found.doc.cardInjected) await inject("card", page.tabId, page.frameId);
  await context.states.update(page.tabId, async (state) => {
    const doc = state?.docs[page.frameId];
    if (state === undefined || doc?.docId !== message.docId) return state;
    doc.cardInjected = true;
    state.last = { frame: page.frameId, finding: message.finding };
    return state;
  });
  const where = { url: page.topUrl || page.url, version: browser.runtime.getManifest().version };
  return {
    view: context.views.finding(found.finding, found.report),
    wrong: wrongReport(found.finding, where, browser.i18n.getMessage),
  };
}

async function hide(context: Context, tabId: number, finding: Finding, hidden: boolean): Promise<void> {
  const key = hiddenKey(finding);
  await context.states.update(tabId, async (state) => {
    if (state === undefined) return undefined;
    state.hidden = state.hidden.filter((other) => other !== key);
    if (hidden) state.hidden.push(key);
    await rejudge(context, tabId, state);
    await repaint(tabId, state);
    return state;
  });
  await announce({ what: "report", tabId });
}

/** Rules that are off have no finding any more, so what can be undone is named by the id alone. */
function ruleOf(findingId: string): string {
  return findingId.split(".").slice(3).join(".");
}

async function cardAction(context: Context, page: Page, message: CardAction): Promise<{ ok: boolean }> {
  const rule = ruleOf(message.finding);
  switch (message.action) {
    case "hide":
    case "unhide": {
      const found = await findingOf(context, page, message);
      if (found === null) return { ok: false };
      await hide(context, page.tabId, found.finding, message.action === "hide");
      return { ok: true };
    }
    case "rule-off":
    case "rule-on":
      await switchRule(context, rule, message.action === "rule-on");
      return { ok: true };
    case "site-off":
    case "site-on":
      await switchSite(context, hostOf(page.topUrl), message.action === "site-on");
      return { ok: true };
    case "open-options":
      await browser.tabs.create({ url: `${browser.runtime.getURL("src/options/index.html")}#rule-${rule}` });
      return { ok: true };
  }
}

/** Answers one checked message of a content script. @throws Error if the message asks for what is not there. */
export function handlePage(context: Context, page: Page, message: ContentToBackground): Promise<unknown> {
  switch (message.type) {
    case "page.read":
      return pageRead(context, page);
    case "page.update":
      return pageUpdate(context, page, message);
    case "page.gone":
      return pageGone(context, page, message.docId);
    case "card.open":
      return cardOpen(context, page, message);
    case "card.action":
      return cardAction(context, page, message);
  }
}
