import type { ListChange } from './messages.ts';

/** A copy of the extension's list, to which the page applies the changes that it receives. */
export class ReceivedList<T extends { key: string }> {
  #keys: readonly string[] = [];
  readonly #items = new Map<string, T>();

  /** Applies a change, and returns the whole list. */
  take({ changed, keys }: ListChange<T>): T[] {
    for (const item of changed) this.#items.set(item.key, item);
    if (keys !== null) {
      this.#keys = keys;
      const present = new Set(keys);
      for (const key of this.#items.keys()) if (!present.has(key)) this.#items.delete(key);
    }
    return this.#keys.flatMap((key) => this.#items.get(key) ?? []);
  }
}
