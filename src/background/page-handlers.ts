/** What the content scripts say and ask. */
import type { Finding } from "../engine/model.ts";
import type {
  CardAction,
  CardOpen,
  CardOpenAnswer,
  ContentToBackground,
  PageUpdate,
  PageUpdateAnswer,
} from "../messaging/messages.ts";
import type { Sender } from "../messaging/sender.ts";
import { browser } from "../platform/browser.ts";
import { hostOf, injectCard } from "./access.ts";
import { announce, type Context, rejudge, repaint, tell } from "./context.ts";
import { applyBlocks, hiddenKey, marksFor, reportOf } from "./report.ts";
import { switchRule, switchSite } from "./settings-changes.ts";
import type { DocState, TabState } from "./tab-state.ts";

type Page = Extract<Sender, { tier: "content" }>;

function emptyDoc(docId: string): DocState {
  return {
    docId,
    revision: -1,
    facts: null,
    truncated: false,
    readings: [],
    labels: [],
    cardInjected: false,
  };
}

async function emptyTab(context: Context, host: string): Promise<TabState> {
  const empty = { docs: {}, hidden: [] };
  const report = reportOf(empty, context.engine, await context.settings.get());
  return { ...empty, host, report, judged: 0 };
}

async function pageUpdate(context: Context, page: Page, update: PageUpdate): Promise<PageUpdateAnswer> {
  const host = hostOf(page.topUrl);
  const { sitesOff } = await context.settings.get();
  if (sitesOff.includes(host)) return { status: "off" };
  let answer: PageUpdateAnswer = { status: "resync" };
  let orphans: number[] = [];
  await context.states.update(page.tabId, async (known) => {
    // A new page in the tab starts afresh, frames and all; frames that were quicker than it are asked again.
    const oldPage = page.frameId === 0 ? known?.docs[0] : undefined;
    const isNewPage = oldPage !== undefined && oldPage.docId !== update.docId && update.full;
    if (isNewPage)
      orphans = Object.keys(known?.docs ?? {})
        .map(Number)
        .filter((frame) => frame !== 0);
    const state = known === undefined || isNewPage ? await emptyTab(context, host) : known;
    const doc = state.docs[page.frameId];
    const isNewDoc = doc?.docId !== update.docId;
    if (isNewDoc && !update.full) return known;
    const current = isNewDoc || update.full ? emptyDoc(update.docId) : doc;
    current.cardInjected = !isNewDoc && doc.cardInjected;
    if (!isNewDoc && update.revision <= doc.revision && !update.full) return known;
    current.revision = update.revision;
    current.facts = update.facts ?? (isNewDoc ? null : doc.facts);
    current.truncated = update.truncated;
    const before = performance.now();
    applyBlocks(current, page.frameId, update, context.engine);
    state.judged += performance.now() - before;
    state.docs[page.frameId] = current;
    if (page.frameId === 0) state.host = host;
    await rejudge(context, page.tabId, state);
    answer = { status: "ok", revision: update.revision, marks: marksFor(state.report, page.frameId) };
    return state;
  });
  for (const frame of orphans) void tell(page.tabId, { type: "page.start" }, frame);
  await announce({ what: "report", tabId: page.tabId });
  return answer;
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
  if (!found.doc.cardInjected) {
    await injectCard(page.tabId, page.frameId);
    await context.states.update(page.tabId, async (state) => {
      const doc = state?.docs[page.frameId];
      if (doc?.docId === message.docId) doc.cardInjected = true;
      return state;
    });
  }
  return { view: context.views.finding(found.finding, found.report) };
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
    case "page.update":
      return pageUpdate(context, page, message);
    case "card.open":
      return cardOpen(context, page, message);
    case "card.action":
      return cardAction(context, page, message);
  }
}
