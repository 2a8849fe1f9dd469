import type { Catalogue, Problem } from '../model/index.ts';
import { loadSnapshot } from './snapshot/index.ts';

/**
 * The newest catalogue on this machine: that of the last refresh, else the embedded snapshot. A cache that is
 * damaged is passed over, and the problems of the result say so.
 * @param cacheFolder null: the snapshot alone
 */
export async function loadCatalogue(cacheFolder: string | null): Promise<Catalogue> {
  const problems: Problem[] = [];
  if (cacheFolder !== null) {
    const { createFolderStore, readCatalogue } = await import('./store/index.ts');
    const read = await readCatalogue(createFolderStore(cacheFolder));
    problems.push(...read.problems);
    if (read.stored) return { ...read.stored.catalogue, source: 'cache', problems };
  }
  return { ...(await loadSnapshot()), problems };
}
