import { isDeepStrictEqual } from 'node:util';
import type { Catalogue, KnownBug, ProductId, Release } from '../model/index.ts';
import { productIds } from '../products/index.ts';

type ReleasesWithBugs = Pick<Catalogue, 'releases' | 'bugs'>;

/**
 * Releases with the bugs from their bullets. Since bugs follow from the releases, a product with unchanged releases
 * keeps both, and only the others are merged.
 * @param before result of the same rules; null if other rules made it
 */
export function withBugs(
  releases: readonly Release[],
  before: ReleasesWithBugs | null,
  merge: (changed: readonly Release[], others: readonly KnownBug[]) => readonly KnownBug[],
): ReleasesWithBugs {
  const known = Map.groupBy(before?.releases ?? [], productOf);
  const read = [...Map.groupBy(releases, productOf)].map(([product, now]) => {
    return { product, now, isOld: isDeepStrictEqual(now, known.get(product)) };
  });
  const unchanged = new Set(read.filter(({ isOld }) => isOld).map(({ product }) => product));
  const kept = before?.bugs.filter((bug) => unchanged.has(bug.product) && bug.os === undefined) ?? [];
  const changed = read.filter(({ isOld }) => !isOld).flatMap(({ now }) => now);
  const bugs = Map.groupBy([...kept, ...merge(changed, kept)], productOf);
  return {
    // Releases of this update. The next update reuses the object of every unchanged page, so that comparing them is fast.
    releases: read.flatMap(({ now }) => now),
    bugs: productIds().flatMap((product) => bugs.get(product) ?? []),
  };
}

function productOf({ product }: { product: ProductId }): ProductId {
  return product;
}
