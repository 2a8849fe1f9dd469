import { memoize } from '../../model/index.ts';
import type { MapNode, Node } from './node.ts';

/** A map of a document, with its key in the map around it. */
export interface KeyedMap {
  map: MapNode;
  /** Key in the map around it, with its position in a list: `rows[2]`; empty at the root. */
  key: string;
  around: KeyedMap | null;
}

/**
 * Distinct maps of a document, in written order; aliases do not repeat them. Memoized, because every format needs them.
 */
export const mapsIn = memoize((root: Node | null): readonly KeyedMap[] => {
  if (root === null) return [];
  const places: KeyedMap[] = [];
  const visited = new Set<Node>();
  const open: { node: Node; key: string; around: KeyedMap | null }[] = [
    { node: root, key: '', around: null },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, key, around } = next;
    if (node.kind === 'scalar' || visited.has(node)) continue;
    visited.add(node);
    if (node.kind === 'list') {
      for (let i = node.items.length - 1; i >= 0; i--) {
        const item = node.items[i];
        if (item !== undefined && item.kind !== 'scalar')
          open.push({ node: item, key: `${key}[${i}]`, around });
      }
      continue;
    }
    const place = { map: node, key, around };
    places.push(place);
    for (let i = node.entries.length - 1; i >= 0; i--) {
      const entry = node.entries[i];
      if (entry !== undefined && entry.value.kind !== 'scalar')
        open.push({ node: entry.value, key: entry.key, around: place });
    }
  }
  return places;
});

/** Maps that contain a map, nearest first. */
export function mapsAround({ around }: KeyedMap): MapNode[] {
  const maps: MapNode[] = [];
  for (let place = around; place !== null; place = place.around) maps.push(place.map);
  return maps;
}

/** Path of keys to a map. */
export function pathTo(place: KeyedMap): string[] {
  const keys: string[] = [];
  for (let each: KeyedMap | null = place; each !== null; each = each.around)
    if (each.key !== '') keys.push(each.key);
  return keys.reverse();
}
