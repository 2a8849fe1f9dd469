/** What is kept between runs: the pages that were read, and the catalogue that was made of them. */
export {
  CATALOGUE_KEY,
  readCatalogue,
  renewCatalogue,
  writeCatalogue,
  type StoredCatalogue,
} from './catalogue-file.ts';
export { createFolderStore } from './folder-store.ts';
export { createPageCache } from './page-cache.ts';
export { recordPages } from './page-digests.ts';
export { type Store } from './store.ts';
