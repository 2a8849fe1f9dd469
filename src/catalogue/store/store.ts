/** Bytes that a store reads under one key: a catalogue of every page that there is has a tenth of it. */
export const LARGEST_KEPT = 256 * 1024 * 1024;

/** Bytes that were kept, and a tag that is another one whenever the bytes are. */
export interface Kept {
  bytes: Uint8Array;
  tag: string;
}

/**
 * Where bytes are kept by key: a folder here, a bucket elsewhere. Keys are lower-case words, digits, `.`, `_` and `-`,
 * with `/` between levels. Every write is whole: a reader sees the bytes before or after it, whenever the writer dies.
 */
export interface Store {
  /** Null when there is nothing under the key. Rejects when it cannot be read. */
  get(key: string): Promise<Kept | null>;
  /**
   * Keeps the bytes and gives their tag. With `ifMatch`, only while the tag under the key is that one, or while there is
   * nothing under it (null); otherwise rejects with a StoreConflict.
   */
  put(key: string, bytes: Uint8Array, condition?: { ifMatch: string | null }): Promise<string>;
  /** The place of a key as a person would look for it: a path, a URL. */
  locate(key: string): string;
}

/** Somebody else wrote in the meantime. */
export class StoreConflict extends Error {
  constructor(key: string) {
    super(`${key} was changed by another run`);
    this.name = 'StoreConflict';
  }
}
