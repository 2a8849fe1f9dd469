import { loadCatalogue } from '../../catalogue/index.ts';
import type { Catalogue } from '../../model/index.ts';

/** This machine's catalogue: the snapshot until the first refresh. Loaded once, and again after each refresh. */
export class CurrentCatalogue {
  readonly #cacheFolder: string | null;
  #loaded: Promise<Catalogue> | null = null;

  /** @param cacheFolder where a refreshed one is kept; null: the snapshot alone */
  constructor(cacheFolder: string | null) {
    this.#cacheFolder = cacheFolder;
  }

  get(): Promise<Catalogue> {
    return (this.#loaded ??= loadCatalogue(this.#cacheFolder));
  }

  /** The next question reads it anew. */
  forget(): void {
    this.#loaded = null;
  }
}
