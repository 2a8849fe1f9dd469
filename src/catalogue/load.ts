import { RULES, type Catalogue, type Problem, type ProductId } from '../model/index.ts';
import { loadSnapshot } from './snapshot/index.ts';
import { withUpstreamOnDemand } from './upstream/upstream.ts';
import { createFolderStore } from './store/folder-store.ts';
import { readCatalogue, type StoredCatalogue } from './store/catalogue-file.ts';
import type { Store } from './store/store.ts';

/**
 * Newest catalogue on this machine: that of the last refresh, or the embedded snapshot if that is newer or the only one.
 * A damaged cache is skipped, with a problem.
 * @param cache a folder, or another store; null for the snapshot alone
 * @param wanted products to load; null for any
 */
export async function loadCatalogue(
  cache: string | Store | null,
  wanted: readonly ProductId[] | null = null,
): Promise<Catalogue> {
  const problems: Problem[] = [];
  const snapshot = await loadSnapshot(wanted);
  if (cache !== null) {
    const store = typeof cache === 'string' ? createFolderStore(cache) : cache;
    const isWanted = (product: ProductId): boolean => wanted === null || wanted.includes(product);
    const read = await readCatalogue(store, RULES, isWanted);
    problems.push(...read.problems);
    return { ...newestOf(read.stored, snapshot), problems };
  }
  return { ...snapshot, problems };
}

/**
 * Stored catalogue, unless the snapshot is newer because Errata Lens has been updated since. Support periods and images
 * of products that the storing version did not know come from the snapshot.
 */
export function newestOf(stored: StoredCatalogue | null, snapshot: Catalogue): Catalogue {
  if (stored === null || Date.parse(stored.catalogue.asOf) < Date.parse(snapshot.asOf)) return snapshot;
  const { catalogue } = stored;
  const known = new Set(catalogue.support.map(({ product }) => product));
  const added = snapshot.support.filter(({ product }) => !known.has(product));
  const whole = {
    imageBases: snapshot.imageBases ?? [],
    ...catalogue,
    support: [...catalogue.support, ...added],
  };
  const { upstream = snapshot.upstream, ...own } = withUpstreamOnDemand(whole);
  return { ...own, ...(upstream && { upstream }) };
}
