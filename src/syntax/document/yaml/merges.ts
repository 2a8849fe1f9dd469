import type { Entry, Node } from '../node.ts';

export const MERGE_KEY = '<<';
/** Maximum number of copied entries. A chain of merges can grow without end. */
const MAX_MERGED_ENTRIES = 100_000;

/** Merges keys of a document's maps (`<<`). */
export class Merges {
  #count = 0;

  /** Entries from the value of `<<`: a map, or a list of maps in order of precedence. */
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

/** Adds merged entries to a map's own entries, which take precedence. */
export function addMerged(own: Entry[], merged: readonly Entry[]): void {
  if (merged.length === 0) return;
  const taken = new Set(own.map((entry) => entry.key));
  for (const entry of merged) {
    if (taken.has(entry.key)) continue;
    taken.add(entry.key);
    own.push(entry);
  }
}
