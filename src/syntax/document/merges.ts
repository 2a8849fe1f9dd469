import type { Entry, Node } from './node.ts';

export const MERGE_KEY = '<<';
/** A chain of merges can grow without end; more copies than this are left out. */
const MAX_MERGED_ENTRIES = 100_000;

/** The keys that maps of one document take from others, by `<<`. */
export class Merges {
  #count = 0;

  /** What the value of `<<` hands over: a map, or several of which an earlier one wins. */
  from(value: Node): readonly Entry[] {
    const sources = value.kind === 'list' ? value.items : [value];
    const entries: Entry[] = [];
    for (const source of sources) {
      if (source.kind !== 'map') continue;
      this.#count += source.entries.length;
      if (this.#count > MAX_MERGED_ENTRIES) return entries;
      entries.push(...source.entries);
    }
    return entries;
  }
}

/** Adds what is handed over to what a map writes itself, which wins. */
export function addMerged(own: Entry[], merged: readonly Entry[]): void {
  if (merged.length === 0) return;
  const taken = new Set(own.map((entry) => entry.key));
  for (const entry of merged) {
    if (taken.has(entry.key)) continue;
    taken.add(entry.key);
    own.push(entry);
  }
}
