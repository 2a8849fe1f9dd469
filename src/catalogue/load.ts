import type { Catalogue, Problem } from '../model/index.ts';
import { loadSnapshot } from './snapshot/index.ts';

/**
 * The newest catalogue on this machine: that of the last refresh, or the embedded snapshot where there is none or where a
 * newer Errata Lens brought a newer one. A cache that is damaged is passed over, and the problems of the result say so.
 * @param cacheFolder null: the snapshot alone
 */
export async function loadCatalogue(cacheFolder: string | null): Promise<Catalogue> {
  const problems: Problem[] = [];
  const snapshot = await loadSnapshot();
  if (cacheFolder !== null) {
    const { createFolderStore, readCatalogue } = await import('./store/index.ts');
    const read = await readCatalogue(createFolderStore(cacheFolder));
    problems.push(...read.problems);
    const stored = read.stored?.catalogue;
    if (stored && Date.parse(stored.asOf) >= Date.parse(snapshot.asOf)) return { ...stored, problems };
  }
  return { ...snapshot, problems };
}
