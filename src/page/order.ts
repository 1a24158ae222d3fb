/**
 * The order of the document for many places at once. Comparing two nodes of a long list walks over all that lies between
 * them, so a thousand marks in ten thousand paragraphs take seconds to sort that way. Here neighbours are compared once, which
 * is all where items come in order, as those of a page that has just been read; else each parent is walked once.
 */
import { firstChildOf, follows, nextSiblingOf, parentNodeOf, shadowHostOf } from "./dom.ts";

export type Place = { node: Node; offset: number };

/** Behind every place. */
const LAST = Number.MAX_SAFE_INTEGER;

/** What stands in a shadow tree is shown before the children that its element has in the document. */
const IN_SHADOW = -1;

class Order {
  private readonly children = new Map<Node, Map<Node, number>>();

  /** Where each node from the top of the document down to `node` stands among its siblings. */
  path(node: Node): number[] {
    const path: number[] = [];
    for (let at = node; ; ) {
      const parent = parentNodeOf(at);
      const host = parent === null ? shadowHostOf(at) : null;
      if (parent === null && host === null) return path.reverse();
      path.push(parent === null ? IN_SHADOW : (this.among(parent).get(at) ?? 0));
      at = (parent ?? host) as Node;
    }
  }

  private among(parent: Node): Map<Node, number> {
    let known = this.children.get(parent);
    if (known === undefined) {
      known = new Map();
      for (let child = firstChildOf(parent); child !== null; child = nextSiblingOf(child))
        known.set(child, known.size);
      this.children.set(parent, known);
    }
    return known;
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Whether each place comes behind the one before it. */
const isInOrder = (places: readonly (Place | undefined)[]): boolean =>
  places.every((place, at) => {
    const before = places[at - 1];
    if (at === 0 || place === undefined) return true;
    if (before === undefined) return false;
    return place.node === before.node ? before.offset <= place.offset : follows(before.node, place.node);
  });

/** `items` in the order of the document. What has no place comes last, in the order given. */
export function inOrder<Item>(items: readonly Item[], placeOf: (item: Item) => Place | undefined): Item[] {
  if (isInOrder(items.map(placeOf))) return [...items];
  const order = new Order();
  return items
    .map((item) => {
      const place = placeOf(item);
      return { item, path: place === undefined ? [LAST] : [...order.path(place.node), place.offset] };
    })
    .sort((a, b) => compare(a.path, b.path))
    .map(({ item }) => item);
}
