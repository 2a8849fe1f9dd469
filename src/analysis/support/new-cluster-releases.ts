import { text } from '../../l10n/index.ts';
import type { Catalogue, ProductId, Text } from '../../model/index.ts';
import { lineageOf, serviceWord, type Lineage } from '../../products/index.ts';
import type { EngineOffers } from './engine-offers.ts';
import { isForNewClusters } from './support.ts';

/**
 * Releases of a range (`3`, `3.10`) that new clusters can still use: by the account if it was read, else by the calendar.
 * Empty if neither states any.
 * @param day YYYY-MM-DD
 */
export function releasesForNewClusters(
  catalogue: Catalogue,
  product: ProductId,
  versions: readonly string[],
  day: string,
  offers: EngineOffers | null = null,
): readonly string[] {
  const by = { catalogue, lineage: lineageOf(catalogue, product), day, offers };
  return versions.filter((version) => newClusterAvailability(by, version).answer === true);
}

/** Sentence on how many releases of a range new clusters can use; null if they can use all, or it is unknown. */
export function newClusterReleasesText(
  product: ProductId,
  creatable: readonly string[],
  all: readonly string[],
): Text | null {
  return creatable.length === 0 || creatable.length === all.length
    ? null
    : text(creatable.length === 1 ? 'version.range.creatable.one' : 'version.range.creatable', {
        ...versionSpan(creatable),
        unit: serviceWord(product, 'unit'),
      });
}

/** Number of releases, with the first and the last. */
export function versionSpan(versions: readonly string[]): { count: number; first: string; last: string } {
  return { count: versions.length, first: versions[0] ?? '', last: versions.at(-1) ?? '' };
}

/** Availability of a version for new clusters, and its source. */
export interface NewClusterAvailability {
  answer: boolean | null;
  source: 'account' | 'calendar' | null;
}

/** Sources for the availability of a version. */
interface CreatableBy {
  catalogue: Catalogue;
  lineage: Pick<Lineage, 'release'>;
  /** YYYY-MM-DD */
  day: string;
  /** Versions that the service offers an account; null without an account. */
  offers: EngineOffers | null;
}

/** Availability of a version. The account's own list counts before the calendar. */
export function newClusterAvailability(
  { catalogue, lineage, day, offers }: CreatableBy,
  version: string,
): NewClusterAvailability {
  const offered = offers?.isOffered(version) ?? null;
  if (offered !== null) return { answer: offered, source: 'account' };
  const release = lineage.release(version);
  const answer = release === undefined ? null : isForNewClusters(catalogue, release, day);
  return { answer, source: answer === null ? null : 'calendar' };
}
