import type { MapNode, Node } from './node.ts';

/** A map in a document. */
export interface MapPlace {
  map: MapNode;
  /** Its key in the map around it, with its position in a list: `rows[2]`; empty at the root. */
  key: string;
  around: MapPlace | null;
}

/** Every map of a document, in written order; each once, however many aliases lead to it. */
export function* mapsIn(root: Node | null): Generator<MapPlace> {
  const visited = new Set<Node>();
  const open: { node: Node; key: string; around: MapPlace | null }[] = [];
  if (root !== null) open.push({ node: root, key: '', around: null });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, key, around } = next;
    if (node.kind === 'scalar' || visited.has(node)) continue;
    visited.add(node);
    if (node.kind === 'list') {
      for (const [i, item] of [...node.items.entries()].reverse())
        open.push({ node: item, key: `${key}[${i}]`, around });
      continue;
    }
    const place = { map: node, key, around };
    yield place;
    for (const entry of node.entries.toReversed())
      open.push({ node: entry.value, key: entry.key, around: place });
  }
}

/** The maps around a map, the nearest first. */
export function mapsAround({ around }: MapPlace): MapNode[] {
  const maps: MapNode[] = [];
  for (let place = around; place !== null; place = place.around) maps.push(place.map);
  return maps;
}

/** The keys that lead to a map. */
export function pathTo(place: MapPlace): string[] {
  const keys: string[] = [];
  for (let each: MapPlace | null = place; each !== null; each = each.around)
    if (each.key !== '') keys.push(each.key);
  return keys.reverse();
}
