import type { ListChange } from '../webview/checklist/messages.ts';

/** Items of a list that the page already has, so that an update contains only the changes. */
export class SentList<T extends { key: string }> {
  #known = new Map<string, string>();

  /** Changes from the last state to these items. */
  next(items: readonly T[]): ListChange<T> {
    const former = this.#known;
    this.#known = new Map(items.map((item) => [item.key, JSON.stringify(item)]));
    const changed = items.filter(({ key }) => former.get(key) !== this.#known.get(key));
    const [before, keys] = [[...former.keys()], [...this.#known.keys()]];
    const isSameOrder = before.length === keys.length && before.every((key, index) => key === keys[index]);
    return { changed, keys: isSameOrder ? null : keys };
  }

  /** Starts again for a new page, which has no items. */
  forget(): void {
    this.#known = new Map();
  }
}
