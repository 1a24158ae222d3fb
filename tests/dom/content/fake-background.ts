/** A background that marks fixed phrases, for tests of the page side. Judging is not tested here. */
import type { Block } from "../../../src/engine/model.ts";
import type { CardAction, Mark, PageUpdate } from "../../../src/messaging/messages.ts";

export function fakeBackground(phrases: string[]) {
  const blocks = new Map<number, Block>();
  const updates: PageUpdate[] = [];
  const actions: CardAction[] = [];
  const marks = (): Mark[] =>
    [...blocks.values()].flatMap(({ id, text, zone }) =>
      phrases.flatMap((phrase): Mark[] => {
        const start = zone === "ingredients" ? -1 : text.indexOf(phrase);
        const end = start + phrase.length;
        return start < 0
          ? []
          : [
              {
                finding: `${id}:${phrase}`,
                block: id,
                start,
                end,
                verdict: "hype",
                quote: phrase,
                quiet: false,
              },
            ];
      }),
    );
  const send = async (message: unknown): Promise<unknown> => {
    const { type } = message as { type: string };
    if (type === "card.action") {
      actions.push(message as CardAction);
      return { ok: true };
    }
    if (type === "card.open")
      return { view: { id: (message as { finding: string }).finding }, wrong: "Wrong." };
    const update = message as PageUpdate;
    updates.push(update);
    if (update.full) blocks.clear();
    for (const block of update.added) blocks.set(block.id, block);
    for (const id of update.removed) blocks.delete(id);
    return { status: "ok", revision: update.revision, marks: marks() };
  };
  return { send, updates, actions, blocks, marks };
}

/** Words that are painted under a highlight name now. */
export function painted(name: string): string[] {
  const highlight = CSS.highlights.get(name);
  return [...((highlight ?? []) as Iterable<StaticRange>)].map((range) =>
    (range.startContainer as Text).data.slice(range.startOffset, range.endOffset),
  );
}
