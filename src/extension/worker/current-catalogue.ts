import { loadCatalogue } from '../../catalogue/index.ts';
import type { Catalogue } from '../../model/index.ts';

/** This machine's catalogue: the last refresh, or the embedded snapshot. Loaded once, and again after a refresh. */
export class CurrentCatalogue {
  readonly #cacheFolder: string | null;
  #loaded: Promise<Catalogue> | null = null;

  /** @param cacheFolder folder of the refreshed catalogue; null for the snapshot alone */
  constructor(cacheFolder: string | null) {
    this.#cacheFolder = cacheFolder;
  }

  get(): Promise<Catalogue> {
    return (this.#loaded ??= loadCatalogue(this.#cacheFolder));
  }

  /** Makes the next question load the catalogue again. */
  invalidate(): void {
    this.#loaded = null;
  }
}
