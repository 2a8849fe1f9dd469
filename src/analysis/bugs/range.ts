import { text } from '../../l10n/index.ts';
import type { Catalogue, ProductId, Text } from '../../model/index.ts';
import { lineageOf } from '../../products/index.ts';
import type { EngineOffers } from '../advice/engine-offers.ts';
import { creatableOf } from '../upgrade/upgrade-source.ts';

/**
 * Of the releases of a range (`3`, `3.10`) those of which new clusters can still be made: by the account where it was asked,
 * else by the calendar. None where neither tells of any.
 * @param day YYYY-MM-DD
 */
export function forNewClusters(
  catalogue: Catalogue,
  product: ProductId,
  versions: readonly string[],
  day: string,
  offers: EngineOffers | null = null,
): readonly string[] {
  const terrain = { catalogue, product, lineage: lineageOf(catalogue, product), day, offers };
  return versions.filter((version) => creatableOf(terrain, version).answer === true);
}

/** Of how many releases of a range new clusters can be made; null where that is all, or not known of any. */
export function creatableText(creatable: readonly string[], all: readonly string[]): Text | null {
  return creatable.length === 0 || creatable.length === all.length
    ? null
    : text(
        creatable.length === 1 ? 'version.range.creatable.one' : 'version.range.creatable',
        spanOf(creatable),
      );
}

/** How many releases, from which to which. */
export function spanOf(versions: readonly string[]): { count: number; first: string; last: string } {
  return { count: versions.length, first: versions[0] ?? '', last: versions.at(-1) ?? '' };
}
