/** The blocks of a document as they were last read, with ids that stay, and what changed since it was last told. */
import type { Block } from "../engine/model.ts";
import { isConnected } from "./dom.ts";
import { type RunText, rangesOf, stillStands } from "./segments.ts";

/** Text of all blocks together, in UTF-16 units. What is beyond is left out and said so. */
const MAX_TOTAL = 1_000_000;

/** A block, the run of text that it was read from, the element that it belongs to, and whether it is a list. */
export type Known = { block: Block; run: RunText; element: Element; list: boolean };
/** What has changed since it was last taken. */
export type Changes = { added: Block[]; removed: number[]; truncated: boolean };

const keyOf = (isList: boolean, text: string): string => `${isList ? "list" : "text"}|${text}`;

function isSame(a: Block, b: Block): boolean {
  return (
    a.text === b.text &&
    a.zone === b.zone &&
    a.hidden === b.hidden &&
    a.lang === b.lang &&
    a.label === b.label
  );
}

export class BlockStore {
  /** Of an element one text, and as many lists as stand below it. */
  private readonly ids = { text: new WeakMap<Element, number[]>(), list: new WeakMap<Element, number[]>() };
  private readonly known = new Map<number, Known>();
  /** Ids of those that are lists. */
  private readonly listIds = new Set<number>();
  /** Blocks whose elements have gone, by kind and text; the same text in a new element is still the same block. */
  private orphans = new Map<string, Known[]>();
  private added = new Map<number, Block>();
  private removed = new Set<number>();
  private lastId = 0;
  private total = 0;
  private truncated = false;
  private moved = false;

  /** All blocks whose elements are there. */
  all(): IterableIterator<Known> {
    return this.known.values();
  }

  /** Those of them that are lists. */
  get lists(): Known[] {
    return [...this.listIds].flatMap((id) => this.known.get(id) ?? []);
  }

  /** All blocks as they were last read, those without an element too. */
  get blocks(): Block[] {
    return [...this.known.values(), ...this.allOrphans()].map(({ block }) => block);
  }

  /** True where elements of blocks have gone and no other element has taken their text up yet. */
  get hasOrphans(): boolean {
    return this.orphans.size > 0;
  }

  get isTruncated(): boolean {
    return this.truncated;
  }

  /** How many blocks are new or different since the changes were last taken. */
  get newsCount(): number {
    return this.added.size;
  }

  /** True where a block has changed or gone since the changes were last taken. */
  hasNews(block: number): boolean {
    return this.added.has(block) || this.removed.has(block);
  }

  /** Hands over what changed since the last call. */
  takeChanges(): Changes {
    const changes = {
      added: [...this.added.values()],
      removed: [...this.removed],
      truncated: this.truncated,
    };
    this.added = new Map();
    this.removed = new Set();
    return changes;
  }

  /** True where blocks were read again since the last call: their text may stand in other nodes now. */
  takeMoved(): boolean {
    const { moved } = this;
    this.moved = false;
    return moved;
  }

  /** Where a span of a block stands in the page; null where it is not there, or the page has put other words there. */
  place(block: number, start: number, end: number): { ranges: StaticRange[]; container: Element } | null {
    const known = this.known.get(block);
    if (known === undefined || !stillStands(known.run, start, end)) return null;
    const ranges = rangesOf(known.run.segments, start, end);
    return ranges.length === 0 ? null : { ranges, container: known.element };
  }

  /** Ids of the blocks that were read from an element. */
  idsOf(kind: "text" | "list", element: Element): readonly number[] {
    return this.ids[kind].get(element) ?? [];
  }

  /**
   * Id for a block of an element: the one that it has, that of a block whose element went, or a new one.
   * @param at which of the element's blocks
   */
  idOf(kind: "text" | "list", element: Element, text: string, at = 0): number {
    const ids = [...this.idsOf(kind, element)];
    let id = ids[at] ?? this.adopt(kind, text);
    if (id === undefined) {
      this.lastId += 1;
      id = this.lastId;
    }
    this.ids[kind].set(element, at < ids.length ? ids : [...ids, id]);
    return id;
  }

  /** Keeps a block as it was just read; beyond the most text it is left out, and the changes say so. */
  keep(known: Known): void {
    const { block, run } = known;
    const before = this.known.get(block.id)?.block;
    const total = this.total + block.text.length - (before?.text.length ?? 0);
    if (total > MAX_TOTAL) {
      this.truncated = true;
      return;
    }
    this.truncated ||= run.truncated;
    this.total = total;
    this.remember(known);
    this.moved ||= !known.list;
    if (before !== undefined && isSame(before, block)) return;
    this.removed.delete(block.id);
    this.added.set(block.id, block);
  }

  drop(id: number): void {
    const known = this.known.get(id);
    if (known === undefined) return;
    this.forget(known);
    this.markRemoved(id);
  }

  /** Sets the blocks aside whose elements have gone, for elements with the same text to take up. */
  collectOrphans(): void {
    for (const known of this.known.values()) {
      if (isConnected(known.element)) continue;
      this.forget(known);
      this.ids[known.list ? "list" : "text"].delete(known.element);
      const key = keyOf(known.list, known.block.text);
      this.orphans.set(key, [...(this.orphans.get(key) ?? []), known]);
    }
  }

  /** Gives up the blocks that no element has taken up. */
  dropOrphans(): void {
    for (const { block } of this.allOrphans()) this.markRemoved(block.id);
    this.orphans = new Map();
  }

  private allOrphans(): Known[] {
    return [...this.orphans.values()].flat();
  }

  private remember(known: Known): void {
    this.known.set(known.block.id, known);
    if (known.list) this.listIds.add(known.block.id);
  }

  private forget({ block }: Known): void {
    this.known.delete(block.id);
    this.listIds.delete(block.id);
    this.total -= block.text.length;
    this.moved = true;
  }

  private markRemoved(id: number): void {
    this.added.delete(id);
    this.removed.add(id);
  }

  private adopt(kind: "text" | "list", text: string): number | undefined {
    const key = keyOf(kind === "list", text);
    const [orphan, ...others] = this.orphans.get(key) ?? [];
    if (orphan === undefined) return undefined;
    if (others.length > 0) this.orphans.set(key, others);
    else this.orphans.delete(key);
    this.remember(orphan);
    this.total += text.length;
    return orphan.block.id;
  }
}
