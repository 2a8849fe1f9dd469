import type * as z from 'zod';
import { StoreConflict, type Store } from '../../catalogue/index.ts';

/** A small JSON file that all windows of this machine read and write. */
export interface SharedFile<T> {
  /** Current content; the default if the file is missing or invalid. */
  read(): Promise<T>;
  /**
   * Applies a change to the file's current content, which another window may have written. An invalid file is copied
   * beside it first, once.
   */
  update(change: (before: T) => T): Promise<T>;
}

const WRITE_ATTEMPTS = 10;

/** @param loadSchema called before the first read */
export function createSharedFile<T>(
  store: Store,
  key: string,
  loadSchema: () => Promise<z.ZodType<T>>,
  empty: T,
): SharedFile<T> {
  async function load(): Promise<{ value: T; tag: string | null; damaged: Uint8Array | null }> {
    const kept = await store.get(key);
    if (kept === null) return { value: empty, tag: null, damaged: null };
    const parsed = (await loadSchema()).safeParse(parseJson(kept.bytes));
    if (parsed.success) return { value: parsed.data, tag: kept.tag, damaged: null };
    return { value: empty, tag: kept.tag, damaged: kept.bytes };
  }

  return {
    read: async () => (await load()).value,
    async update(change) {
      for (let attempt = 1; ; attempt++) {
        const { value, tag, damaged } = await load();
        if (damaged !== null) await store.put(`${key}.damaged`, damaged);
        const changed = change(value);
        try {
          await store.put(key, new TextEncoder().encode(JSON.stringify(changed)), { ifMatch: tag });
          return changed;
        } catch (error) {
          if (!(error instanceof StoreConflict) || attempt === WRITE_ATTEMPTS) throw error;
        }
      }
    },
  };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
