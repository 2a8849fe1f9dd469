import { text } from '../../../l10n/index.ts';
import type { SettingValue } from '../../../model/index.ts';
import type { Value } from '../draft.ts';
import { locate, type MapNode, type Node } from './node.ts';

const MAX_NODES = 2000;

/** What a node holds, written where it is used. Unknown when a text template writes a part of it. */
export function literalValue(node: Node): Value {
  const at = locate(node);
  const value = dataOf(node, { nodes: 0 });
  if (value === undefined) return { state: 'unknown', reason: text('inventory.templated'), at };
  return { state: 'known', value, at, how: 'literal', uses: [] };
}

/** As {@link literalValue}, with a scalar as it is written: an unquoted `5.70` is `5.70`. */
export function literalText(node: Node): Value {
  const value = literalValue(node);
  if (value.state === 'unknown' || node.kind !== 'scalar' || node.value === null) return value;
  return { ...value, value: node.text };
}

/** Undefined when any part is written by a text template, or when aliases make it too large. */
function dataOf(node: Node, seen: { nodes: number }): SettingValue | undefined {
  if (++seen.nodes > MAX_NODES) return undefined;
  if (node.kind === 'scalar') return node.isTemplated || node.tag !== null ? undefined : node.value;
  if (node.kind === 'list') {
    const items = node.items.map((item) => dataOf(item, seen));
    return items.some((item) => item === undefined) ? undefined : items.filter((item) => item !== undefined);
  }
  const entries: [string, SettingValue][] = [];
  for (const entry of node.entries) {
    const value = dataOf(entry.value, seen);
    if (value === undefined) return undefined;
    entries.push([entry.key, value]);
  }
  return Object.fromEntries(entries);
}

/** Every map of a document with the maps above it, outermost first; each map once, however many aliases lead to it. */
export function* mapsIn(root: Node | null): Generator<{ map: MapNode; above: readonly MapNode[] }> {
  const visited = new Set<Node>();
  const open: { node: Node; above: readonly MapNode[] }[] = root === null ? [] : [{ node: root, above: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, above } = next;
    if (node.kind === 'scalar' || visited.has(node)) continue;
    visited.add(node);
    if (node.kind === 'map') yield { map: node, above };
    const inner = node.kind === 'map' ? node.entries.map((entry) => entry.value) : node.items;
    const path = node.kind === 'map' ? [...above, node] : above;
    for (const child of inner.toReversed()) open.push({ node: child, above: path });
  }
}
