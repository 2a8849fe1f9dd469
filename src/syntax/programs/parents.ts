import type { Node, Tree } from 'web-tree-sitter';

/** Nodes around one that are looked at. */
const maxNestingLookedAt = 200;

/** The way from the root that was last gone in a tree. */
const ways = new WeakMap<Tree, Node[]>();

/**
 * The node that one is directly in. A tree of tree-sitter knows the children of its nodes only: its own `parent` searches
 * from the root each time, and going up so takes the square of the depth. Here the way to the node before is gone on from
 * where both are in the same node.
 */
export function parentOf(node: Node): Node | null {
  return wayTo(node).at(-1) ?? null;
}

/** The nodes around one, the innermost first. */
export function ancestorsOf(node: Node): Node[] {
  return wayTo(node).slice(-maxNestingLookedAt).reverse();
}

/** The nodes around one, from the root on. */
function wayTo(node: Node): readonly Node[] {
  const { tree } = node;
  const way = ways.get(tree) ?? [tree.rootNode];
  ways.set(tree, way);
  // What is around a node and as long can be inside of it: only what is longer is certain.
  while (way.length > 1 && !isAround(way.at(-1), node)) way.pop();
  if (way[0]?.id === node.id) return [];
  for (;;) {
    const next = way.at(-1)?.childWithDescendant(node) ?? null;
    if (next === null || next.id === node.id) return way;
    way.push(next);
  }
}

function isAround(outer: Node | undefined, { startIndex, endIndex }: Node): boolean {
  if (outer === undefined || outer.startIndex > startIndex) return false;
  const end = outer.endIndex;
  return end >= endIndex && end - outer.startIndex > endIndex - startIndex;
}
