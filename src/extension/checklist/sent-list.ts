import type { ListChange } from '../webview/checklist/messages.ts';

/** What a page already has of a list, so that an update sends only what changed. */
export class SentList<T extends { key: string }> {
  #known = new Map<string, string>();

  /** What leads from the last state to this one. */
  next(items: readonly T[]): ListChange<T> {
    const former = this.#known;
    this.#known = new Map(items.map((item) => [item.key, JSON.stringify(item)]));
    const changed = items.filter(({ key }) => former.get(key) !== this.#known.get(key));
    const [before, keys] = [[...former.keys()], [...this.#known.keys()]];
    const isSameOrder = before.length === keys.length && before.every((key, index) => key === keys[index]);
    return { changed, keys: isSameOrder ? null : keys };
  }

  /** The page is a new one, which has nothing. */
  forget(): void {
    this.#known = new Map();
  }
}
