import type { ListChange } from '../webview/checklist/messages.ts';

/** Remembers the items that the page has, so that updates contain only changes. */
export class SentList<T extends { key: string }> {
  #known = new Map<string, string>();

  /** Returns the changes since the last call. */
  changesTo(items: readonly T[]): ListChange<T> {
    const former = this.#known;
    this.#known = new Map(items.map((item) => [item.key, JSON.stringify(item)]));
    const changed = items.filter(({ key }) => former.get(key) !== this.#known.get(key));
    const [before, keys] = [[...former.keys()], [...this.#known.keys()]];
    const isSameOrder = before.length === keys.length && before.every((key, index) => key === keys[index]);
    return { changed, keys: isSameOrder ? null : keys };
  }

  /** Forgets all items, for a reloaded page. */
  clear(): void {
    this.#known = new Map();
  }
}
