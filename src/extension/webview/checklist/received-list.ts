import type { ListChange } from './messages.ts';

/** A list of which only the changes arrive. */
export class ReceivedList<T extends { key: string }> {
  #keys: readonly string[] = [];
  readonly #items = new Map<string, T>();

  /** The whole list after a change. */
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
