/** A long list of a document, whose entries are created while they are written and not kept. */
export class LazyList<T> implements Iterable<unknown> {
  readonly #entries: readonly T[];
  readonly #toJson: (entry: T) => unknown;

  constructor(entries: readonly T[], toJson: (entry: T) => unknown) {
    this.#entries = entries;
    this.#toJson = toJson;
  }

  *[Symbol.iterator](): Generator {
    for (const entry of this.#entries) yield this.#toJson(entry);
  }

  /** For JSON.stringify. */
  toJSON(): unknown[] {
    return [...this];
  }
}
