/**
 * Keeps an element's children in line with a list of items, by key. Unchanged items keep their element, and elements in
 * the right position are not moved, so that focus, scroll position and screen readers are not disturbed.
 */
export class KeyedList<T extends { key: string }> {
  readonly #parent: HTMLElement;
  readonly #create: (item: T, former: HTMLElement | null) => HTMLElement;
  readonly #known = new Map<string, { json: string; element: HTMLElement }>();

  constructor(parent: HTMLElement, create: (item: T, former: HTMLElement | null) => HTMLElement) {
    this.#parent = parent;
    this.#create = create;
  }

  show(items: readonly T[]): void {
    const wanted = items.map((item) => this.#elementOf(item));
    const keys = new Set(items.map(({ key }) => key));
    for (const key of this.#known.keys()) if (!keys.has(key)) this.#known.delete(key);
    const stays = new Set<Element>(wanted);
    for (const child of [...this.#parent.children]) if (!stays.has(child)) child.remove();
    wanted.forEach((element, index) => {
      const present = this.#parent.children[index] ?? null;
      if (present !== element) this.#parent.insertBefore(element, present);
    });
  }

  #elementOf(item: T): HTMLElement {
    const json = JSON.stringify(item);
    const known = this.#known.get(item.key);
    if (known?.json === json) return known.element;
    const element = this.#create(item, known?.element ?? null);
    this.#known.set(item.key, { json, element });
    return element;
  }
}
