/** Size limit of one entry, in bytes: ten times the catalogue of every existing page. */
export const MAX_ENTRY_BYTES = 256 * 1024 * 1024;

/** Stored bytes, and a tag that changes with them. */
export interface StoredBytes {
  bytes: Uint8Array;
  tag: string;
}

/**
 * Storage of bytes by key: a folder here, a bucket elsewhere. Keys are lower-case words, digits, `.`, `_` and `-`, with
 * `/` between levels. Writes are atomic: a reader sees the bytes before or after one, even if the writer dies.
 */
export interface Store {
  /** Bytes of a key; null if there are none. Rejects if they cannot be read. */
  get(key: string): Promise<StoredBytes | null>;
  /**
   * Stores the bytes and returns their tag. With `ifMatch`, only if the key's current tag is that one, or the key is
   * missing (null); otherwise rejects with a StoreConflict.
   */
  put(key: string, bytes: Uint8Array, condition?: { ifMatch: string | null }): Promise<string>;
  /** Location of a key for people: a path, a URL. */
  locate(key: string): string;
}

/** Error if another process wrote in the meantime. */
export class StoreConflict extends Error {
  constructor(key: string) {
    super(`${key} was changed by another run`);
    this.name = 'StoreConflict';
  }
}
